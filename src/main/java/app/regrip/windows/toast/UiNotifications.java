package app.regrip.windows.toast;

import com.sun.jna.platform.win32.Guid.GUID;

/**
 * Names, interface ids and method numbers of Windows.UI.Notifications and Windows.Data.Xml.Dom, as
 * far as toasts need them; as in Windows' metadata. Methods 0 to 5 are IUnknown's and
 * IInspectable's.
 */
final class UiNotifications {

  static final String XML_DOCUMENT = "Windows.Data.Xml.Dom.XmlDocument";
  static final String MANAGER = "Windows.UI.Notifications.ToastNotificationManager";
  static final String TOAST = "Windows.UI.Notifications.ToastNotification";
  static final String DATA = "Windows.UI.Notifications.NotificationData";

  private UiNotifications() {}

  /** IXmlDocument, which only goes where it is asked for. */
  static final class XmlDocument {
    static final GUID IID = new GUID("{f7f3a506-1e87-42d6-bcfb-b8c809fa5494}");

    private XmlDocument() {}
  }

  static final class XmlDocumentIO {
    static final GUID IID = new GUID("{6cd0e74e-ee65-4489-9ebf-ca43e87ba637}");
    static final int LOAD_XML = 6;

    private XmlDocumentIO() {}
  }

  static final class ManagerStatics {
    static final GUID IID = new GUID("{50ac103f-d235-4598-bbef-98fe4d1a3ad4}");
    static final int CREATE_TOAST_NOTIFIER_WITH_ID = 7;

    private ManagerStatics() {}
  }

  static final class ManagerStatics2 {
    static final GUID IID = new GUID("{7ab93c52-0e48-4750-ba9d-1a4113981847}");
    static final int GET_HISTORY = 6;

    private ManagerStatics2() {}
  }

  /** IToastNotificationHistory; a manager's get_History gives it. */
  static final class History {
    static final int REMOVE_GROUPED_TAG_WITH_ID = 8;

    private History() {}
  }

  static final class ToastFactory {
    static final GUID IID = new GUID("{04124b20-82c6-4229-b109-fd9ed4662b53}");
    static final int CREATE_TOAST_NOTIFICATION = 6;

    private ToastFactory() {}
  }

  /** IToastNotification2: tag, group and the pop-up. */
  static final class Toast2 {
    static final GUID IID = new GUID("{9dfb9fd1-143a-490e-90bf-b9fba7132de7}");
    static final int PUT_TAG = 6;
    static final int PUT_GROUP = 8;
    static final int PUT_SUPPRESS_POPUP = 10;

    private Toast2() {}
  }

  /** IToastNotification4, Windows 10 1703 and newer: values bound to names in the XML. */
  static final class Toast4 {
    static final GUID IID = new GUID("{15154935-28ea-4727-88e9-c58680e2d118}");
    static final int PUT_DATA = 7;

    private Toast4() {}
  }

  static final class Notifier {
    static final int SHOW = 6;
    static final int GET_SETTING = 8;

    private Notifier() {}
  }

  /** IToastNotifier2, Windows 10 1703 and newer. */
  static final class Notifier2 {
    static final GUID IID = new GUID("{354389c6-7c01-4bd5-9c20-604340cd2b74}");
    static final int UPDATE_WITH_TAG_AND_GROUP = 6;

    /** NotificationUpdateResult. */
    static final int SUCCEEDED = 0;

    /** On the screen no more, and not in the notification centre either. */
    static final int NOT_FOUND = 2;

    private Notifier2() {}
  }

  static final class Data {
    static final GUID IID = new GUID("{9ffd2312-9d6a-4aaf-b6ac-ff17f0c1f280}");
    static final int GET_VALUES = 6;

    private Data() {}
  }

  /** IMap of strings to strings; get_Values gives it. */
  static final class StringMap {
    static final int INSERT = 10;

    private StringMap() {}
  }
}
