package app.regrip.windows;

import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import app.regrip.windows.elevation.PipeQuestions;
import app.regrip.windows.elevation.ProcessQuestions;
import app.regrip.windows.eventlog.EventLogQuestions;
import app.regrip.windows.facts.FactQuestions;
import app.regrip.windows.folders.FolderQuestions;
import app.regrip.windows.services.ServiceQuestions;
import app.regrip.windows.servicing.ServicingQuestions;
import app.regrip.windows.shell.ShellQuestions;
import app.regrip.windows.toast.ToastQuestions;
import com.sun.jna.platform.win32.Advapi32Util;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What only calls of Windows can ask it, by the ids of the assumptions; no administrator needed.
 */
public final class WindowsQuestions {

  private WindowsQuestions() {}

  /**
   * @param scratch where Regrip's own files are
   * @param runs where the helper keeps the journals
   */
  public static Map<String, Question> all(Path scratch, Path runs) {
    Map<String, Question> all = new HashMap<>();
    all.putAll(EventLogQuestions.all());
    all.putAll(ServiceQuestions.all());
    all.putAll(ServicingQuestions.all());
    all.putAll(FolderQuestions.all());
    all.putAll(FactQuestions.all());
    all.putAll(PipeQuestions.all());
    all.putAll(new ProcessQuestions(runs).all());
    all.putAll(ShellQuestions.all());
    all.putAll(ToastQuestions.all());
    all.putAll(ofAPerson());
    return Map.copyOf(all);
  }

  /** Whether this process has an administrator's rights already, so that less can be shown. */
  public static boolean isElevated() {
    return Advapi32Util.isCurrentProcessElevated();
  }

  private static Map<String, Question> ofAPerson() {
    return Map.of(
        "U11",
        () -> Answer.couldNotAsk(Message.of("selftest.u11.look")),
        "U16",
        () -> Answer.couldNotAsk(Message.of("selftest.u16.look")),
        "U31",
        () -> Answer.couldNotAsk(Message.of("selftest.u31.look")),
        "U33",
        () -> Answer.couldNotAsk(Message.of("selftest.u33.look")),
        "S02",
        () -> Answer.couldNotAsk(Message.of("selftest.s02.look")));
  }
}
