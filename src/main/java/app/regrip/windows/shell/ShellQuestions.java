package app.regrip.windows.shell;

import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinUser;
import java.util.Map;

/** What of the desktop a program can see, and where a person has to look. */
public final class ShellQuestions {

  private ShellQuestions() {}

  public static Map<String, Question> all() {
    return Map.of(
        "U24",
        () -> Answer.couldNotAsk(Message.of("selftest.u24.look")),
        "U25",
        ShellQuestions::taskBar,
        "U26",
        ShellQuestions::screens,
        "U27",
        () -> Answer.couldNotAsk(Message.of("selftest.u27.look")),
        "U35",
        () -> Answer.couldNotAsk(Message.of("selftest.u35.look")));
  }

  private static Answer taskBar() {
    boolean there = User32.INSTANCE.FindWindow("Shell_TrayWnd", null) != null;
    return Answer.couldNotAsk(
        Message.of(there ? "selftest.u25.look" : "selftest.u25.look-no-task-bar"));
  }

  private static Answer screens() {
    int screens = User32.INSTANCE.GetSystemMetrics(WinUser.SM_CMONITORS);
    return Answer.couldNotAsk(Message.of("selftest.u26.look", screens));
  }
}
