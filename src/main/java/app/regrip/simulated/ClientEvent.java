package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.update.UpdateService;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event of the Windows Update client before it is written: its kind and its named data, in the
 * order of the provider's manifest.
 */
record ClientEvent(Kind kind, Map<String, String> data) {

  private static final DateTimeFormatter SYSTEM_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** The kinds the pretend PC writes, with the fixed parts of their System element. */
  enum Kind {
    INSTALLED(19, "System", 4, 13, "0x8000000000000018"),
    INSTALL_FAILED(20, "System", 2, 13, "0x8000000000000028"),
    SEARCH_FAILED(25, Kind.OPERATIONAL, 2, 11, "0x4000000000000022"),
    UPDATES_FOUND(26, Kind.OPERATIONAL, 4, 11, "0x4000000000000012"),
    DOWNLOAD_FAILED(31, Kind.OPERATIONAL, 2, 12, "0x4000000000000024"),
    DOWNLOAD_JOB_STARTED(41, Kind.OPERATIONAL, 4, 12, "0x4000000000000014"),
    INSTALL_STARTED(43, "System", 4, 13, "0x8000000000002008"),
    DOWNLOAD_STARTED(44, "System", 4, 12, "0x8000000000002004");

    private static final String OPERATIONAL = "Microsoft-Windows-WindowsUpdateClient/Operational";

    private final int id;
    private final String channel;
    private final int level;
    private final int opcode;
    private final String keywords;

    Kind(int id, String channel, int level, int opcode, String keywords) {
      this.id = id;
      this.channel = channel;
      this.level = level;
      this.opcode = opcode;
      this.keywords = keywords;
    }
  }

  /** An update, as events name it. */
  record Update(String title, String updateId, int revision, UpdateService service) {}

  static ClientEvent searchFailed(HResult code, UpdateService service) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("errorCode", hex(code));
    data.put("serviceGuid", braced(service.guid()));
    return new ClientEvent(Kind.SEARCH_FAILED, data);
  }

  static ClientEvent updatesFound(int count, UpdateService service) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("updateCount", Integer.toString(count));
    data.put("serviceGuid", braced(service.guid()));
    return new ClientEvent(Kind.UPDATES_FOUND, data);
  }

  static ClientEvent installFailed(HResult code, Update update) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("errorCode", hex(code));
    data.putAll(of(Kind.INSTALLED, update).data());
    return new ClientEvent(Kind.INSTALL_FAILED, data);
  }

  /** The title comes first here, and no service is named. */
  static ClientEvent downloadFailed(HResult code, Update update) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("updateTitle", update.title());
    data.put("errorCode", hex(code));
    data.putAll(of(Kind.DOWNLOAD_FAILED, update).data());
    return new ClientEvent(Kind.DOWNLOAD_FAILED, data);
  }

  /** An event that is about one update and tells of no error. */
  static ClientEvent of(Kind kind, Update update) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("updateTitle", update.title());
    data.put("updateGuid", braced(update.updateId()));
    data.put("updateRevisionNumber", Integer.toString(update.revision()));
    if (kind == Kind.INSTALLED) {
      data.put("serviceGuid", braced(update.service().guid()));
    }
    return new ClientEvent(kind, data);
  }

  /** On one line, as {@code wevtutil} and EvtRender give it. */
  String xml(long recordId, Instant at) {
    StringBuilder xml = new StringBuilder(1200);
    xml.append("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>")
        .append("<Provider Name='Microsoft-Windows-WindowsUpdateClient'")
        .append(" Guid='{945a8954-c147-4acd-923f-40c45405a658}'/>")
        .append("<EventID>" + kind.id + "</EventID><Version>1</Version>")
        .append("<Level>" + kind.level + "</Level><Task>1</Task>")
        .append("<Opcode>" + kind.opcode + "</Opcode>")
        .append("<Keywords>" + kind.keywords + "</Keywords>")
        .append("<TimeCreated SystemTime='" + SYSTEM_TIME.format(at) + "'/>")
        .append("<EventRecordID>" + recordId + "</EventRecordID><Correlation/>")
        .append("<Execution ProcessID='2104' ThreadID='7316'/>")
        .append("<Channel>" + kind.channel + "</Channel><Computer>PRETEND-PC</Computer>")
        .append("<Security UserID='S-1-5-18'/></System><EventData>");
    data.forEach(
        (name, value) ->
            xml.append("<Data Name='" + name + "'>").append(escaped(value)).append("</Data>"));
    return xml.append("</EventData></Event>").toString();
  }

  private static String hex(HResult code) {
    return "0x" + HexFormat.of().toHexDigits(code.value());
  }

  private static String braced(String guid) {
    return "{" + guid + "}";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
