package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code sc query} and {@code sc qc} print. Keys are translated, numbers and constants
 * are not. Only {@code sc qc} tells how a service is configured; the type that {@code sc query}
 * shows changes with the memory of the PC.
 */
final class ServiceQueryReader implements LogReader {

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:SERVICE_NAME|DIENSTNAME|NOM_SERVICE|NOMBRE_SERVICIO|NOME_SERVIZIO|NOME_DO_SERVI.O"
              + "|NAZWA_US.UGI|[^\\s:]*_[^\\s:]*)\\s*:\\s*([A-Za-z0-9_.-]{1,80})\\s*");
  private static final Pattern CONSTANT =
      Pattern.compile(
          "\\s+[^:]{2,24}?\\s*:\\s*([0-9a-fA-F]{1,3})\\s+(WIN32\\w*|KERNEL_DRIVER|RUNNING|STOPPED"
              + "|START_PENDING|STOP_PENDING|PAUSED|[A-Z]+_START|DISABLED|NORMAL)\\b.*");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?i)(?:.*>\\s*sc(?:\\.exe)?\\s+(?:qc|query|queryex|start|config|sdshow|sdset|failure)|(?:.*>\\s*)?net\\s+start)"
              + "\\s+\"?([\\w.-]{1,80}).*");
  private static final Pattern PROPERTY =
      Pattern.compile("(Name|Status|StartType|StartMode)\\s{0,20}: (\\w{1,80})\\s*");
  private static final Pattern LIST_SIGN =
      Pattern.compile("(?:StartType|ServicesDependedOn|CanPauseAndContinue)\\s{0,20}:");
  private static final int LONGEST = 1000;

  private final EvidenceSink sink;
  private String asked = "";
  private String service = "";
  private boolean inTable;

  /** The line after it has the display name, whose key looks the same in some languages. */
  private long nameLine = -1;

  private boolean ownType;
  private long typeLine;

  /** Whether a line is one that only PowerShell lists of a service. */
  static boolean isListed(String text) {
    return text.indexOf(':') > 0 && LIST_SIGN.matcher(text).lookingAt();
  }

  /** Whether a line says what a service is set to or does. */
  static boolean isConstant(String text) {
    return text.charAt(0) <= ' ' && text.indexOf(':') > 0 && CONSTANT.matcher(text).matches();
  }

  /** Whether a line names a service as {@code sc} does. */
  static boolean isName(String text) {
    return text.indexOf(':') > 0 && NAME.matcher(text).matches();
  }

  ServiceQueryReader(EvidenceSink sink) {
    this.sink = sink;
  }

  @Override
  public void line(long number, String text) {
    if (text.length() > LONGEST) {
      return;
    }
    Matcher name = NAME.matcher(text);
    Matcher constant = CONSTANT.matcher(text);
    Matcher command = COMMAND.matcher(text);
    Optional<String> notStarted = ServiceTable.notStarted(text);
    Optional<String> disabled = ServiceTable.setToDisabled(text);
    Optional<HResult> failure = ServiceTable.failure(text);
    Optional<String> error = ServiceTable.error(text);
    if (ServiceTable.isHeader(text)) {
      inTable = true;
    } else if (name.matches() && number == nameLine + 1) {
      nameLine = -1;
    } else if (name.matches()) {
      nameLine = number;
      service = name.group(1).toLowerCase(Locale.ROOT);
      ownType = false;
    } else if (constant.matches()) {
      value(number, constant.group(1), constant.group(2));
    } else if (command.matches()) {
      asked = command.group(1).toLowerCase(Locale.ROOT);
      service = "";
    } else if (notStarted.isPresent()) {
      failed(number, notStarted.get(), Optional.empty());
    } else if (disabled.isPresent()) {
      disabled
          .filter(EventOfXml.UPDATE_SERVICES::contains)
          .ifPresent(named -> clue(Hint.SERVICE_DISABLED, named, number));
    } else if (failure.isPresent()) {
      failed(number, asked, failure);
    } else if (error.isPresent()) {
      error(number, error.get());
    } else if (inTable) {
      ServiceTable.service(text).ifPresent(listed -> row(number, text, listed));
    } else {
      listed(number, text);
    }
  }

  /** Which service it was must be known: others may fail without harm to updates. */
  private void failed(long number, String named, Optional<HResult> error) {
    String key = EventDraft.service(named).orElse(named);
    if (EventOfXml.UPDATE_SERVICES.contains(key)) {
      sink.clue(new Hint(Hint.SERVICE_FAILED, key, error, Optional.empty(), number));
    }
  }

  /** Where nobody tells which service was asked for, it is one of those that updates need. */
  private void error(long number, String error) {
    if (asked.isEmpty() || EventOfXml.UPDATE_SERVICES.contains(asked)) {
      clue(error.equals("1060") ? Hint.SERVICE_MISSING : Hint.SERVICE_DISABLED, asked, number);
    }
  }

  private void row(long number, String text, String listed) {
    if (ServiceTable.isDisabled(text)) {
      clue(Hint.SERVICE_DISABLED, listed, number);
    } else if (ServiceTable.isRunning(text)) {
      clue(Hint.SERVICE_RUNNING, listed, number);
    }
  }

  /** {@code Get-Service} as a list. */
  private void listed(long number, String text) {
    Matcher property = PROPERTY.matcher(text);
    if (!property.matches()) {
      return;
    }
    String value = property.group(2).toLowerCase(Locale.ROOT);
    if (property.group(1).equals("Name")) {
      service = value;
    } else if (EventOfXml.UPDATE_SERVICES.contains(service)) {
      row(number, value, service);
    }
  }

  private void value(long number, String code, String constant) {
    if (constant.equals("RUNNING") && EventOfXml.UPDATE_SERVICES.contains(service)) {
      clue(Hint.SERVICE_RUNNING, service, number);
    } else if (constant.startsWith("WIN32")) {
      ownType = (Integer.parseInt(code, 16) & 0x30) == 0x10;
      typeLine = number;
    } else if (constant.equals("DISABLED") || constant.endsWith("_START")) {
      if (ownType && service.equals("wuauserv")) {
        clue(Hint.OWN_PROCESS, service, typeLine);
      }
      if (constant.equals("DISABLED") && EventOfXml.UPDATE_SERVICES.contains(service)) {
        clue(Hint.SERVICE_DISABLED, service, number);
      }
    }
  }

  private void clue(String id, String subject, long line) {
    sink.clue(new Hint(id, subject, Optional.empty(), Optional.empty(), line));
  }

  @Override
  public void end() {
    // Each value was told when it was read.
  }
}
