package app.regrip.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * For an option whose value may be left out: takes it only where it is attached with {@code =}, so
 * that {@code fix --simulate bits} fixes BITS and is no scenario called "bits".
 */
final class OnlyAttached implements IParameterPreprocessor {

  @Override
  public boolean preprocess(
      Stack<String> rest, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (!"=".equals(info.get("separator"))) {
      rest.push("");
    }
    return false;
  }
}
