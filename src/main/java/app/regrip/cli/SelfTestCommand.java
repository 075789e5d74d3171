package app.regrip.cli;

import app.regrip.report.Redaction;
import app.regrip.report.ReportDocument;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Judged;
import app.regrip.text.Message;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code selftest}: whether this Windows is as Regrip believes. */
@Command(
    name = "selftest",
    description = {"${bundle:cli.help.selftest}", "${bundle:cli.help.selftest.exit}"},
    sortOptions = false)
final class SelfTestCommand implements Callable<Integer> {

  @Option(names = "--elevated", description = "${bundle:cli.help.selftest.elevated}")
  private boolean elevated;

  @Option(
      names = "--report",
      paramLabel = "${bundle:cli.help.label.file}",
      description = "${bundle:cli.help.selftest.report}")
  private Path report;

  @Option(names = "--force", description = "${bundle:cli.help.force}")
  private boolean force;

  @Mixin private JsonOption json;
  private final CommandContext context;

  SelfTestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (report != null && !force && Files.exists(report)) {
      throw isThere();
    }
    AnswerPage page = new AnswerPage(context.printer());
    List<Judged> all = context.selfTest(elevated, json.isOn() ? judged -> {} : page::show);
    int exitCode = exitCode(all);
    if (json.isOn()) {
      context.json().print(context.shapes().selfTest(all, exitCode));
    } else {
      page.sum(all);
    }
    if (report != null) {
      write(page, all, exitCode);
    }
    return exitCode;
  }

  static int exitCode(List<Judged> all) {
    if (all.stream().anyMatch(judged -> judged.answer() instanceof Answer.DidNotHold)) {
      return ExitCode.FAILING;
    }
    return all.stream().anyMatch(judged -> judged.answer() instanceof Answer.Held)
        ? ExitCode.FINE
        : ExitCode.UNKNOWN;
  }

  private void write(AnswerPage page, List<Judged> all, int exitCode) {
    Redaction redaction = new Redaction(context.knowledge().names().get());
    JsonObject versions = Versions.of(context.knowledge());
    String text =
        report.toString().endsWith(".json")
            ? document(all, exitCode, versions, redaction)
            : versions + "\n" + redaction.redact(String.join("\n", page.lines(all)) + "\n");
    OpenOption[] options =
        force
            ? new OpenOption[] {}
            : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      Files.writeString(report, text, options);
    } catch (FileAlreadyExistsException e) {
      throw isThere();
    } catch (IOException e) {
      throw new UsageException(
          Message.of(
              "cli.selftest.not-written", report.toString(), String.valueOf(e.getMessage())));
    }
    context.printer().error(Message.of("cli.selftest.here", report.toAbsolutePath().toString()));
  }

  private String document(
      List<Judged> all, int exitCode, JsonObject versions, Redaction redaction) {
    JsonObject parts = new JsonObject();
    parts.addProperty("createdAt", context.clock().instant().toString());
    parts.add("versions", versions);
    parts.add("selftest", new Gson().toJsonTree(context.shapes().selfTest(all, exitCode)));
    return ReportDocument.of(parts, redaction).json();
  }

  private UsageException isThere() {
    return new UsageException(
        Message.of("cli.mistyped.file-is-there", report.toString(), "--force", "--report"));
  }
}
