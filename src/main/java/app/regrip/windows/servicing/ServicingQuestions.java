package app.regrip.windows.servicing;

import app.regrip.pc.PcException;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import app.regrip.windows.win32.SystemPaths;
import java.util.Map;
import java.util.Set;

/** Asks what DISM and System File Checker are run and understood with. */
public final class ServicingQuestions {

  private ServicingQuestions() {}

  /** By the ids of the assumptions. */
  public static Map<String, Question> all() {
    return Map.of("U13", ServicingQuestions::console, "U14", ServicingQuestions::sentences);
  }

  private static Answer console() throws PcException {
    PseudoConsole.open(Message.of("windows.program.console")).close();
    return Answer.held(Message.of("selftest.u13.made"));
  }

  private static Answer sentences() throws PcException {
    Set<Integer> missing = SfcMessages.missing(SystemPaths.system32().resolve("sfc.exe"));
    return missing.isEmpty()
        ? Answer.held(Message.of("selftest.u14.all-read"))
        : Answer.didNotHold(
            Message.of(
                "selftest.u14.missing",
                String.join(
                    ", ",
                    missing.stream().sorted().map(n -> String.format("0x%08X", n)).toList())));
  }
}
