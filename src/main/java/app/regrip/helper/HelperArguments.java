package app.regrip.helper;

import app.regrip.errors.HResult;
import app.regrip.pc.RepairSource;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RecoveryChoice;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that the helper is ever told: one fix of a closed list (or what to do with a run that was cut
 * off, or that it is to ask this PC the questions of the self-test), the run's id, the parent's
 * process id, and closed options: a drive with an index, yes or no to catroot2 and to a PC that an
 * organisation manages, and what failed as one of three words, eight hex digits and a GUID. No
 * path, no command, no text; anything else is refused as a whole.
 */
public sealed interface HelperArguments {

  String runId();

  long parent();

  /** Begin a new run. */
  record Start(FixRequest request, String runId, long parent) implements HelperArguments {}

  /** Take up, or take back, a run there is. */
  record Recover(RecoveryChoice choice, String runId, long parent) implements HelperArguments {}

  /**
   * Start the services again that a run which was cut off has stopped; what else it did waits for
   * the user.
   */
  record StartServices(String runId, long parent) implements HelperArguments {}

  /** Ask this PC what takes an administrator to ask; repairs nothing and leaves no run. */
  record SelfTest(String runId, long parent) implements HelperArguments {}

  /** Why the arguments were refused. */
  final class RefusedException extends Exception {
    RefusedException(String why) {
      super(why);
    }
  }

  String FAILED = "--failed";
  String CODE = "--code";
  String UPDATE = "--update";
  Set<String> WITH_VALUE =
      Set.of("--fix", "--recover", "--run", "--parent", "--source", FAILED, CODE, UPDATE);
  Set<String> OF_A_FIX = Set.of("--source", "--with-catroot2", "--managed", FAILED, CODE, UPDATE);
  String CATROOT2 = "--with-catroot2";
  String MANAGED = "--managed";
  String SERVICES = "services";
  String SELF_TEST = "--selftest";
  Set<String> FLAGS = Set.of(CATROOT2, MANAGED, SELF_TEST);

  /** Windows counts processes with 32 bits. */
  long LARGEST_PID = 0xFFFF_FFFFL;

  /** Reads them; the spelling {@link #toCommandLine} writes is the only one there is. */
  static HelperArguments parse(List<String> arguments) throws RefusedException {
    HelperArguments order = order(arguments);
    if (!order.toCommandLine().equals(arguments)) {
      throw new RefusedException("an argument is not spelled as Regrip spells it");
    }
    return order;
  }

  private static HelperArguments order(List<String> arguments) throws RefusedException {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      boolean takesValue = WITH_VALUE.contains(name);
      if (!takesValue && !FLAGS.contains(name) || takesValue && i + 1 == arguments.size()) {
        throw new RefusedException("unknown or incomplete argument");
      }
      if (values.put(name, takesValue ? arguments.get(++i) : "") != null) {
        throw new RefusedException("an argument was given twice");
      }
    }
    String runId = runId(values);
    long parent = parent(values);
    if (values.containsKey(SELF_TEST)) {
      if (!values.keySet().equals(Set.of(SELF_TEST, "--run", "--parent"))) {
        throw new RefusedException(SELF_TEST + " takes no options");
      }
      return new SelfTest(runId, parent);
    }
    if (values.containsKey("--fix") == values.containsKey("--recover")) {
      throw new RefusedException("exactly one of --fix and --recover is needed");
    }
    if (values.containsKey("--fix")) {
      return new Start(request(values), runId, parent);
    }
    if (OF_A_FIX.stream().anyMatch(values::containsKey)) {
      throw new RefusedException("--recover takes no options");
    }
    return values.get("--recover").equals(SERVICES)
        ? new StartServices(runId, parent)
        : new Recover(choice(values.get("--recover")), runId, parent);
  }

  /** The arguments as a command line. */
  default List<String> toCommandLine() {
    List<String> line = new ArrayList<>();
    if (this instanceof Start start) {
      line.addAll(List.of("--fix", start.request().fix().commandName()));
      start.request().source().ifPresent(s -> line.addAll(List.of("--source", s.toString())));
      if (start.request().withCatroot2()) {
        line.add(CATROOT2);
      }
      if (start.request().onManagedPc()) {
        line.add(MANAGED);
      }
      start.request().failed().ifPresent(failure -> line.addAll(words(failure)));
    } else if (this instanceof Recover recover) {
      line.addAll(
          List.of("--recover", recover.choice() == RecoveryChoice.UNDO ? "undo" : "finish"));
    } else if (this instanceof StartServices) {
      line.addAll(List.of("--recover", SERVICES));
    } else if (this instanceof SelfTest) {
      line.add(SELF_TEST);
    }
    line.addAll(List.of("--run", runId(), "--parent", Long.toString(parent())));
    return line;
  }

  private static FixRequest request(Map<String, String> values) throws RefusedException {
    Fix fix = Fix.named(values.get("--fix")).orElseThrow(() -> new RefusedException("no such fix"));
    if (!fix.needsElevation()) {
      throw new RefusedException("this fix needs no helper");
    }
    Optional<RepairSource> source = Optional.empty();
    if (values.containsKey("--source")) {
      source = RepairSource.parse(values.get("--source"));
      if (source.isEmpty()) {
        throw new RefusedException("not a drive letter and an index");
      }
    }
    return new FixRequest(
        fix, source, values.containsKey(CATROOT2), failed(values), values.containsKey(MANAGED));
  }

  private static Optional<Failure> failed(Map<String, String> values) throws RefusedException {
    if (!values.containsKey(FAILED)) {
      if (values.containsKey(CODE) || values.containsKey(UPDATE)) {
        throw new RefusedException("an error or an update, and nothing that failed");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Failure(
              Operation.valueOf(values.get(FAILED).toUpperCase(Locale.ROOT)),
              new HResult(HexFormat.fromHexDigits(values.getOrDefault(CODE, ""))),
              Optional.ofNullable(values.get(UPDATE)).map(UUID::fromString)));
    } catch (IllegalArgumentException e) {
      throw new RefusedException("not a failure of updating");
    }
  }

  private static List<String> words(Failure failure) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(FAILED, failure.operation().name().toLowerCase(Locale.ROOT)));
    words.addAll(List.of(CODE, HexFormat.of().toHexDigits(failure.code().value())));
    failure.update().ifPresent(id -> words.addAll(List.of(UPDATE, id.toString())));
    return words;
  }

  private static RecoveryChoice choice(String text) throws RefusedException {
    return switch (text) {
      case "undo" -> RecoveryChoice.UNDO;
      case "finish" -> RecoveryChoice.FINISH;
      default ->
          throw new RefusedException(
              "a run can be undone or finished, or its services started, nothing else");
    };
  }

  private static String runId(Map<String, String> values) throws RefusedException {
    String text = values.getOrDefault("--run", "");
    try {
      if (UUID.fromString(text).toString().equals(text)) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      throw new RefusedException("not a run id");
    }
    throw new RefusedException("not a run id");
  }

  private static long parent(Map<String, String> values) throws RefusedException {
    try {
      long pid = Long.parseLong(values.getOrDefault("--parent", ""));
      if (pid > 0 && pid <= LARGEST_PID) {
        return pid;
      }
    } catch (NumberFormatException e) {
      throw new RefusedException("not a process id");
    }
    throw new RefusedException("not a process id");
  }
}
