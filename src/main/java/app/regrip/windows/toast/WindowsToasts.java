package app.regrip.windows.toast;

import app.regrip.errors.HResult;
import app.regrip.pc.Notifications;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.toast.UiNotifications.Data;
import app.regrip.windows.toast.UiNotifications.History;
import app.regrip.windows.toast.UiNotifications.ManagerStatics;
import app.regrip.windows.toast.UiNotifications.ManagerStatics2;
import app.regrip.windows.toast.UiNotifications.Notifier;
import app.regrip.windows.toast.UiNotifications.Notifier2;
import app.regrip.windows.toast.UiNotifications.StringMap;
import app.regrip.windows.toast.UiNotifications.Toast2;
import app.regrip.windows.toast.UiNotifications.Toast4;
import app.regrip.windows.toast.UiNotifications.ToastFactory;
import app.regrip.windows.toast.UiNotifications.XmlDocument;
import app.regrip.windows.toast.UiNotifications.XmlDocumentIO;
import app.regrip.windows.winrt.ComPointer;
import app.regrip.windows.winrt.HString;
import app.regrip.windows.winrt.WinRt;
import com.sun.jna.ptr.ByteByReference;
import com.sun.jna.ptr.IntByReference;
import java.util.Map;

/**
 * The toasts of Windows 10 and newer. Clicks do not come back here: Windows starts Regrip with a
 * {@link ToastAddress}, which works just as well when this process has ended. Methods may be called
 * on any thread, and wait for Windows.
 *
 * <p>Only from the unelevated Regrip: Windows refuses toasts of elevated programs.
 */
public final class WindowsToasts implements Notifications, AutoCloseable {

  /** A tag is looked up within a group; all of Regrip's are in one. */
  private static final String GROUP = "regrip";

  private static final HResult FAILED = new HResult(0x80004005);
  private static final HResult ELEMENT_NOT_FOUND = HResult.ofWin32(1168);

  /** WPN_E_NOTIFICATION_DISABLED (winerror.h). */
  private static final HResult NOTIFICATION_DISABLED = new HResult(0x803E0111);

  private final WinRt runtime;
  private final String appId;
  private final ComPointer notifier;

  private WindowsToasts(WinRt runtime, String appId, ComPointer notifier) {
    this.runtime = runtime;
    this.appId = appId;
    this.notifier = notifier;
  }

  /**
   * @param appId the AppUserModelID that is registered for Regrip
   * @throws PcException where Windows has no toasts
   */
  public static WindowsToasts open(String appId) throws PcException {
    WinRt runtime = WinRt.enter("toasts");
    try {
      return new WindowsToasts(runtime, appId, runtime.run(() -> notifier(runtime, appId)));
    } catch (PcException e) {
      runtime.close();
      throw e;
    }
  }

  private static ComPointer notifier(WinRt runtime, String appId) throws PcException {
    try (ComPointer manager = runtime.factory(UiNotifications.MANAGER, ManagerStatics.IID);
        HString id = runtime.string(appId)) {
      return manager.get(
          Message.of("windows.toast.no-way"),
          ManagerStatics.CREATE_TOAST_NOTIFIER_WITH_ID,
          id.pointer());
    }
  }

  /** Whether toasts get through now; the user can change that at any time. */
  ToastSetting setting() throws PcException {
    return runtime.run(this::ask);
  }

  private ToastSetting ask() throws PcException {
    IntByReference setting = new IntByReference();
    try {
      notifier.call(Message.of("windows.toast.no-word"), Notifier.GET_SETTING, setting);
    } catch (PcException e) {
      if (e.code().equals(ELEMENT_NOT_FOUND)) {
        return ToastSetting.NOT_SAID_YET;
      }
      throw e;
    }
    return ToastSetting.of(setting.getValue());
  }

  /**
   * @throws PcException also where it is switched off: Windows takes such a toast and shows it to
   *     nobody
   */
  @Override
  public void show(Notification notification) throws PcException {
    runtime.run(
        () -> {
          try (ComPointer document = document(ToastXml.of(notification));
              ComPointer factory = runtime.factory(UiNotifications.TOAST, ToastFactory.IID);
              ComPointer toast =
                  factory.get(
                      Message.of("windows.toast.not-made"),
                      ToastFactory.CREATE_TOAST_NOTIFICATION,
                      document.pointer())) {
            label(toast, notification);
            if (notification.bar().isPresent()) {
              bind(toast, notification.bar().get());
            }
            notifier.call(Message.of("windows.toast.not-shown"), Notifier.SHOW, toast.pointer());
            // Asked after the call: before the first toast there is no answer to be had.
            ToastSetting now = ask();
            if (now.isSwitchedOff()) {
              throw new PcException(now.words(), NOTIFICATION_DISABLED);
            }
            return null;
          }
        });
  }

  @Override
  public boolean move(String tag, Bar bar) throws PcException {
    return runtime.run(
        () -> {
          IntByReference result = new IntByReference();
          try (ComPointer updating =
                  notifier.as(Message.of("windows.toast.no-progress-here"), Notifier2.IID);
              ComPointer data = data(ToastValues.of(bar));
              HString name = runtime.string(tag);
              HString group = runtime.string(GROUP)) {
            updating.call(
                Message.of("windows.toast.progress-stands"),
                Notifier2.UPDATE_WITH_TAG_AND_GROUP,
                data.pointer(),
                name.pointer(),
                group.pointer(),
                result);
          }
          return switch (result.getValue()) {
            case Notifier2.SUCCEEDED -> true;
            case Notifier2.NOT_FOUND -> false;
            default -> throw new PcException(Message.of("windows.toast.progress-stands"), FAILED);
          };
        });
  }

  @Override
  public void remove(String tag) throws PcException {
    runtime.run(
        () -> {
          try (ComPointer manager = runtime.factory(UiNotifications.MANAGER, ManagerStatics2.IID);
              ComPointer history =
                  manager.get(
                      Message.of("windows.toast.shown-unknown"), ManagerStatics2.GET_HISTORY);
              HString name = runtime.string(tag);
              HString group = runtime.string(GROUP);
              HString id = runtime.string(appId)) {
            history.call(
                Message.of("windows.toast.not-taken-away"),
                History.REMOVE_GROUPED_TAG_WITH_ID,
                name.pointer(),
                group.pointer(),
                id.pointer());
          } catch (PcException e) {
            if (!e.code().equals(ELEMENT_NOT_FOUND)) {
              throw e;
            }
          }
          return null;
        });
  }

  /** They go to the notification centre then, where the user finds them. */
  @Override
  public boolean heedsQuietTime() {
    return true;
  }

  @Override
  public String kind() {
    return "toast";
  }

  private ComPointer document(String xml) throws PcException {
    try (ComPointer made = runtime.activate(UiNotifications.XML_DOCUMENT);
        ComPointer reader =
            made.as(Message.of("windows.toast.document-unreadable"), XmlDocumentIO.IID);
        HString text = runtime.string(xml)) {
      reader.call(Message.of("windows.toast.text-refused"), XmlDocumentIO.LOAD_XML, text.pointer());
      return made.as(Message.of("windows.toast.no-document"), XmlDocument.IID);
    }
  }

  private void label(ComPointer toast, Notification notification) throws PcException {
    try (ComPointer labels = toast.as(Message.of("windows.toast.no-labels"), Toast2.IID);
        HString tag = runtime.string(notification.tag());
        HString group = runtime.string(GROUP)) {
      labels.call(Message.of("windows.toast.no-tag"), Toast2.PUT_TAG, tag.pointer());
      labels.call(Message.of("windows.toast.no-group"), Toast2.PUT_GROUP, group.pointer());
      // A WinRT boolean is one byte.
      byte quiet = (byte) (notification.quiet() ? 1 : 0);
      labels.call(Message.of("windows.toast.not-quiet"), Toast2.PUT_SUPPRESS_POPUP, quiet);
    }
  }

  private void bind(ComPointer toast, Bar bar) throws PcException {
    try (ComPointer bindable = toast.as(Message.of("windows.toast.no-progress-here"), Toast4.IID);
        ComPointer data = data(ToastValues.of(bar))) {
      bindable.call(Message.of("windows.toast.no-progress"), Toast4.PUT_DATA, data.pointer());
    }
  }

  /**
   * Without a sequence number, which means that it always counts: all of them come from one thread,
   * in order.
   */
  private ComPointer data(Map<String, String> values) throws PcException {
    try (ComPointer made = runtime.activate(UiNotifications.DATA)) {
      ComPointer data = made.as(Message.of("windows.toast.progress-no-values"), Data.IID);
      try (ComPointer map =
          data.get(Message.of("windows.toast.progress-no-values"), Data.GET_VALUES)) {
        for (Map.Entry<String, String> value : values.entrySet()) {
          insert(map, value.getKey(), value.getValue());
        }
        return data;
      } catch (PcException e) {
        data.close();
        throw e;
      }
    }
  }

  private void insert(ComPointer map, String name, String value) throws PcException {
    try (HString key = runtime.string(name);
        HString text = runtime.string(value)) {
      map.call(
          Message.of("windows.toast.progress-no-value"),
          StringMap.INSERT,
          key.pointer(),
          text.pointer(),
          new ByteByReference());
    }
  }

  /** What is shown stays shown. */
  @Override
  public void close() {
    try {
      runtime.run(
          () -> {
            notifier.close();
            return null;
          });
    } catch (PcException e) {
      // A notifier that Windows keeps ends with this process.
    }
    runtime.close();
  }
}
