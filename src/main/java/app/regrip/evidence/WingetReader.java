package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what winget printed while it installed programs. None of it is about Windows' own updates:
 * a program that fails says nothing about those, and one that succeeds neither.
 */
final class WingetReader implements LogReader {

  /** A program with its id and version; the words around them are translated. */
  private static final Pattern FOUND =
      Pattern.compile(
          "(?:\\(\\d+/\\d+\\) )?(.{1,120}) \\[[\\w+-]+(?:\\.[\\w+-]+)+\\] .{0,40}[0-9].*");

  private static final Pattern EXIT =
      Pattern.compile(
          "(?i).*\\b(?:exit code|exitcode|code de sortie|código de salida|codice di uscita)\\b.{0,30}?:\\s*"
              + "(0x[0-9a-f]{8}|-?[0-9]{1,10})(?: : .*)?\\s*");

  /** winget's own errors have a facility of their own. */
  private static final Pattern OWN =
      Pattern.compile("(?i)\\s*(?:\\p{L}[^:]{1,60}:\\s*)?(0x8a15[0-9a-f]{4})\\s*(?::.*)?");

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?i)(?:.*>\\s*|\\s*)winget(?:\\.exe)?\\s+(?:install|upgrade|update|uninstall|source|import)\\b.*");

  private static final int FIRST_OF_INSTALLER = 1601;
  private static final int LAST_OF_INSTALLER = 1660;

  private final EvidenceSink sink;
  private String program = "";

  WingetReader(EvidenceSink sink) {
    this.sink = sink;
  }

  static boolean isSign(String text) {
    return text.contains("inget") && COMMAND.matcher(text).matches()
        || text.contains(" : ")
            && (text.contains("0x8a15") || text.contains("0x8A15"))
            && OWN.matcher(text).matches()
        || text.startsWith("Installer failed with exit code:")
        || text.startsWith("Uninstall failed with exit code:")
        || text.startsWith("Successfully verified installer hash");
  }

  @Override
  public void line(long number, String text) {
    Matcher found = FOUND.matcher(text);
    Matcher exit = EXIT.matcher(text);
    Matcher own = OWN.matcher(text);
    if (found.matches()) {
      program = found.group(1).strip();
    } else if (exit.matches()) {
      Optional<HResult> code = code(exit.group(1));
      if (!exit.group(1).equals("0")) {
        tell(number, Outcome.FAILED, code);
      }
    } else if (own.matches()) {
      tell(number, Outcome.FAILED, ErrorText.any(own.group(1)));
    } else if (text.strip().startsWith("Successfully installed")) {
      tell(number, Outcome.SUCCEEDED, Optional.empty());
    }
  }

  /** A program's own number means what it likes, but for those of Windows Installer. */
  private static Optional<HResult> code(String exit) {
    if (exit.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(exit);
      return number >= FIRST_OF_INSTALLER && number <= LAST_OF_INSTALLER
          ? Optional.of(HResult.ofWin32(number))
          : Optional.empty();
    }
    return ErrorText.any(exit);
  }

  private void tell(long number, Outcome outcome, Optional<HResult> error) {
    sink.event(
        new LoggedEvent(
            Optional.empty(),
            Operation.INSTALL,
            outcome,
            error,
            Optional.of(program).filter(name -> !name.isEmpty()),
            number,
            false));
  }

  @Override
  public void end() {
    // Each line was told when it was read.
  }
}
