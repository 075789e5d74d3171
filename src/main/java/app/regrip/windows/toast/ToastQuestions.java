package app.regrip.windows.toast;

import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Bar;
import app.regrip.pc.Notifications.Notification;
import app.regrip.pc.PcException;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.KnownFolders;
import com.sun.jna.platform.win32.Shell32Util;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Asks about toasts, with one that never pops up and is taken away at once. */
public final class ToastQuestions {

  private static final String TAG = "selftest";

  private ToastQuestions() {}

  public static Map<String, Question> all() {
    return Map.of(
        "U22",
        ToastQuestions::allowed,
        "U23",
        ToastQuestions::moved,
        "U36",
        ToastQuestions::shortcut);
  }

  private static Answer shortcut() throws PcException {
    Path shortcut =
        Path.of(Shell32Util.getKnownFolderPath(KnownFolders.FOLDERID_CommonPrograms), "Regrip.lnk");
    if (!Files.exists(shortcut)) {
      return Answer.couldNotAsk(Message.of("selftest.u36.no-shortcut"));
    }
    Optional<String> id = ShellLink.appId(shortcut);
    Optional<GUID> activator = ShellLink.toastActivator(shortcut);
    return Answer.of(
        id.equals(Optional.of(AppIdentity.APP_ID))
            && activator.equals(Optional.of(AppIdentity.TOAST_ACTIVATOR)),
        Message.of("selftest.u36.says", orNone(id), orNone(activator.map(GUID::toGuidString))));
  }

  private static Message orNone(Optional<String> name) {
    return name.map(Message::asIs).orElse(Message.of("selftest.u36.none"));
  }

  /** Windows may say only after a program's first toast whether it lets any through. */
  private static Answer allowed() throws PcException {
    return withToast(
        toasts -> {
          ToastSetting setting = toasts.setting();
          return Answer.of(setting == ToastSetting.ENABLED, setting.words());
        });
  }

  private static Answer moved() throws PcException {
    return withToast(
        toasts -> {
          boolean found = toasts.move(TAG, bar(0.5)) && toasts.move(TAG, bar(0.25));
          return Answer.of(
              found, Message.of(found ? "selftest.u23.moved" : "selftest.u23.not-found"));
        });
  }

  private static Answer withToast(Asked asked) throws PcException {
    if (!AppIdentity.isRegistered()) {
      return Answer.couldNotAsk(Message.of("selftest.not-registered"));
    }
    try (WindowsToasts toasts = WindowsToasts.open(AppIdentity.APP_ID)) {
      ToastSetting setting = toasts.setting();
      if (!setting.letsThrough()) {
        return setting.isSwitchedOff()
            ? Answer.couldNotAsk(setting.words())
            : Answer.didNotHold(setting.words());
      }
      Translator words = Translator.ofThisProcess();
      toasts.show(
          new Notification(
              TAG,
              words.say("windows.toast.trial.title"),
              words.say("windows.toast.trial.text"),
              Action.OPEN,
              List.of(),
              Optional.of(bar(0)),
              true));
      try {
        return asked.with(toasts);
      } finally {
        toasts.remove(TAG);
      }
    }
  }

  private static Bar bar(double fraction) {
    return new Bar(
        "",
        OptionalDouble.of(fraction),
        "",
        Translator.ofThisProcess().say("windows.toast.trial.bar"));
  }

  private interface Asked {
    Answer with(WindowsToasts toasts) throws PcException;
  }
}
