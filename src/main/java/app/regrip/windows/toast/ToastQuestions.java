package app.regrip.windows.toast;

import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Bar;
import app.regrip.pc.Notifications.Notification;
import app.regrip.pc.PcException;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Asks about toasts, with one that never pops up and is taken away at once. */
public final class ToastQuestions {

  private static final String TAG = "selftest";

  private ToastQuestions() {}

  public static Map<String, Question> all() {
    return Map.of("U22", ToastQuestions::allowed, "U23", ToastQuestions::moved);
  }

  private static Answer allowed() throws PcException {
    if (!AppIdentity.isRegistered()) {
      return unknown();
    }
    try (WindowsToasts toasts = WindowsToasts.open(AppIdentity.APP_ID)) {
      ToastSetting setting = toasts.setting();
      return setting == ToastSetting.OFF_FOR_USER || setting == ToastSetting.OFF_BY_POLICY
          ? Answer.couldNotAsk(setting.words())
          : Answer.of(setting == ToastSetting.ENABLED, setting.words());
    }
  }

  private static Answer moved() throws PcException {
    if (!AppIdentity.isRegistered()) {
      return unknown();
    }
    try (WindowsToasts toasts = WindowsToasts.open(AppIdentity.APP_ID)) {
      ToastSetting setting = toasts.setting();
      if (setting != ToastSetting.ENABLED) {
        return Answer.couldNotAsk("no toast can be shown: " + setting.words());
      }
      try {
        toasts.show(
            new Notification(
                TAG,
                "Regrip looks at itself",
                "This message is taken away at once.",
                Action.OPEN,
                List.of(),
                Optional.of(bar(0)),
                true));
        boolean once = toasts.move(TAG, bar(0.5));
        boolean twice = toasts.move(TAG, bar(0.25));
        return Answer.of(
            once && twice,
            once && twice
                ? "it moved twice, and Windows found the toast both times; whether the bar is at"
                    + " the second place only a person sees"
                : "Windows did not find the toast to move");
      } finally {
        toasts.remove(TAG);
      }
    }
  }

  private static Bar bar(double fraction) {
    return new Bar("", OptionalDouble.of(fraction), "", "Looking");
  }

  private static Answer unknown() {
    return Answer.couldNotAsk(
        "Windows does not know Regrip by name; install it and start its tray once");
  }
}
