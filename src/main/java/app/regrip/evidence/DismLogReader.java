package app.regrip.evidence;

import app.regrip.console.DismJudgement;
import app.regrip.errors.HResult;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.evidence.ToolRun.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads dism.log: one {@link ToolRun} for each session of Dism.exe that ran a command. The log
 * tells whether a command failed, and with what, but never what it found; so a session without an
 * error {@link Verdict#SUCCEEDED} at best, and one that does not end is {@link Verdict#INCOMPLETE}.
 *
 * <p>Warnings are no failures: every session leaves some.
 */
final class DismLogReader implements LogReader {

  private static final String STARTING = "<----- Starting Dism.exe session";
  private static final String ENDING = "<----- Ending Dism.exe session";
  private static final String EXECUTING = "Executing command line:";
  private static final String INVALID = "Failed validating command line:";
  private static final String CLOSED = "Image session has been closed. Reboot required=";
  private static final String COMMAND_FAILED = "processed the command line but failed";
  private static final String HANDLER = "ExecuteCmdLine(hr:";

  private static final String PROCESSING = "Failed while processing command ";

  /** Parts of DISM that do one thing. */
  private static final Map<String, String> DOERS =
      Map.of(
          "CAddPackageCommandObject", "Add-Package",
          "Failed to Remove the Package", "Remove-Package",
          "nstall the driver package", "Add-Driver",
          "CDriverManager::AddDriverPackages", "Add-Driver",
          "FeaturesFromCommandLine", "Enable-Feature");

  /** Their errors are about providers that this Windows does not have. */
  private static final List<String> FRAMEWORK =
      List.of("DISM Provider Store:", "DISM Manager:", "DISM OS Provider:");

  private final EvidenceSink sink;
  private Session session;

  DismLogReader(EvidenceSink sink) {
    this.sink = sink;
  }

  @Override
  public void line(long number, String text) {
    if (text.indexOf("DISM") < 0) {
      return;
    }
    ServicingLine line = ServicingLine.read(text);
    String message = line.message();
    if (message.contains(STARTING)) {
      finish();
      session = new Session(number, line.time());
      return;
    }
    if (session == null) {
      if (!message.contains(EXECUTING) && !line.isError()) {
        return;
      }
      session = new Session(number, line.time());
    }
    if (message.contains(ENDING)) {
      session.ended = true;
      finish();
    } else {
      session.read(line);
    }
  }

  @Override
  public void end() {
    finish();
  }

  private void finish() {
    if (session != null) {
      session.judged().ifPresent(sink::run);
      session = null;
    }
  }

  /** From one Starting to its Ending, or as much of it as the file has. */
  private static final class Session {

    private final long start;
    private final Optional<LogTime> time;
    private Optional<CommandLine> command = Optional.empty();
    private Optional<String> told = Optional.empty();
    private Optional<HResult> lastError = Optional.empty();
    private Optional<HResult> finalError = Optional.empty();
    private boolean invalid;
    private boolean ended;
    private boolean closed;
    private boolean rebootRequired;

    Session(long start, Optional<LogTime> time) {
      this.start = start;
      this.time = time;
    }

    void read(ServicingLine line) {
      String message = line.message();
      told = message.contains(PROCESSING) ? toldBy(message) : told.or(() -> toldBy(message));
      if (message.contains(EXECUTING)) {
        command = Optional.of(command(message, EXECUTING));
      } else if (message.contains(INVALID)) {
        invalid = true;
        command = Optional.of(command(message, INVALID));
      } else if (message.contains(CLOSED)) {
        closed = true;
        rebootRequired = message.contains(CLOSED + "yes");
      } else if (message.contains(COMMAND_FAILED)
          || message.contains(HANDLER)
          || line.isError() && message.startsWith("DISM.EXE:")) {
        finalError = line.failure().or(() -> finalError);
      } else if (line.isError() && FRAMEWORK.stream().noneMatch(message::startsWith)) {
        lastError = line.failure().or(() -> lastError);
      }
    }

    /** As it was typed at a prompt: the log writes it behind its own words. */
    private static CommandLine command(String message, String words) {
      String typed = message.substring(message.indexOf(words) + words.length());
      return CommandLine.in(typed).stream()
          .findFirst()
          .orElseGet(() -> new CommandLine(Tool.DISM, ToolRun.UNKNOWN_COMMAND, false));
    }

    /** In a log cut at its beginning the errors name what was asked for. */
    private static Optional<String> toldBy(String message) {
      int at = message.indexOf(PROCESSING);
      if (at >= 0) {
        String rest = message.substring(at + PROCESSING.length()).strip();
        return CommandLine.in("dism /" + rest.split("[ .]", 2)[0]).stream()
            .findFirst()
            .map(CommandLine::command);
      }
      return DOERS.entrySet().stream()
          .filter(doer -> message.contains(doer.getKey()))
          .map(Map.Entry::getValue)
          .findFirst();
    }

    /** Nothing where no command was run and nothing failed, as where the log was cut. */
    Optional<ToolRun> judged() {
      Optional<HResult> error = finalError.or(() -> lastError);
      if (command.isEmpty() && error.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new ToolRun(
              Tool.DISM,
              command
                  .map(CommandLine::command)
                  .filter(known -> !known.equals(ToolRun.UNKNOWN_COMMAND))
                  .or(() -> told)
                  .orElse(ToolRun.UNKNOWN_COMMAND),
              verdict(error),
              OptionalDouble.empty(),
              error,
              time,
              start,
              List.of(),
              Optional.empty(),
              command.map(CommandLine::ofImage).orElse(false),
              ""));
    }

    private Verdict verdict(Optional<HResult> error) {
      if (error.isPresent()) {
        return DismJudgement.waitsForRestart(error.get()) ? Verdict.RESTART_NEEDED : Verdict.FAILED;
      }
      if (invalid) {
        return Verdict.FAILED;
      }
      if (!ended && !closed) {
        return Verdict.INCOMPLETE;
      }
      return rebootRequired ? Verdict.RESTART_NEEDED : Verdict.SUCCEEDED;
    }
  }
}
