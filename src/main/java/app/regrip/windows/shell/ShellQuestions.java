package app.regrip.windows.shell;

import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinUser;
import java.util.Map;

/** What of the desktop a program can see, and where a person has to look. */
public final class ShellQuestions {

  private ShellQuestions() {}

  public static Map<String, Question> all() {
    return Map.of(
        "U24",
        () -> Answer.lookAt("the toast of a failing update: a title, two buttons and our icon"),
        "U25",
        ShellQuestions::taskBar,
        "U26",
        ShellQuestions::screens,
        "U27",
        () ->
            Answer.lookAt(
                "the window after a click on a toast: it has to be in front of all others"),
        "U35",
        () ->
            Answer.lookAt(
                "the notification area after installing a version over this one: our icon is back,"
                    + " and Task Manager says that Regrip.exe is not elevated"));
  }

  private static Answer taskBar() {
    boolean there = User32.INSTANCE.FindWindow("Shell_TrayWnd", null) != null;
    return Answer.lookAt(
        "the notification area after Explorer was ended and started again: our icon is back. There"
            + (there ? " is a task bar now" : " is no task bar now"));
  }

  private static Answer screens() {
    int screens = User32.INSTANCE.GetSystemMetrics(WinUser.SM_CMONITORS);
    return Answer.lookAt(
        "the menu of our icon, on each screen and at 150 %: it is whole. Screens here: " + screens);
  }
}
