package app.regrip.evidence;

import app.regrip.console.DismBar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a file is from its lines. Each line is looked at for the structure that only one kind
 * has; that somebody writes about a program is not enough.
 */
final class Sniffer implements LogReader {

  private static final Pattern EVENT = Pattern.compile("<Event[\\s>]");
  private static final String EVENT_NAMESPACE = "schemas.microsoft.com/win/2004/08/events";
  private static final Pattern SERVICING =
      Pattern.compile(
          "\\[?\\d*]?\\s*\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:[:.]\\d+)?, \\w+\\s+"
              + "(?:\\[0x[0-9a-f]+]\\s+)?(DISM|CBS|CSI|SXS|DEPLOY|CBS_\\w+|SetupApi)?\\b.*");

  /** What CBS.log and CheckSUR.log say of a check of the store, or of an error, without a head. */
  private static final Pattern SERVICING_MESSAGE =
      Pattern.compile(
          "\\s{0,20}(?:Checking System Update Readiness|Total Detected Corruption:|Seconds executed:"
              + "|Operation: Detect (?:and Repair|only)|Unavailable repair files:"
              + "|\\((?:p|f|fix)\\)\\s+(?:CSI|CBS) [A-Z]|\\[Pnp\\] \\w+ file:"
              + "|[^\\[]{4,400}\\[HRESULT = 0x[0-9a-fA-F]{8})");

  /** One of these is in each of those messages. */
  private static final Phrases IN_MESSAGES =
      Phrases.of(
          "Checking System Update",
          "Total Detected",
          "Seconds executed",
          "Operation: Detect",
          "Unavailable repair",
          " CSI ",
          " CBS ",
          "\tCSI ",
          "\tCBS ",
          "[Pnp]",
          "[HRESULT");

  private static final Pattern ERROR =
      Pattern.compile("\\p{L}{3,12}\\s?[:：]\\s?(?:0x[0-9a-fA-F]{8}|\\d{1,5})");
  private static final Set<String> LIST_KEYS =
      Set.of(
          "hotfixid",
          "resultcode",
          "hresult",
          "title",
          "operation",
          "description",
          "kb",
          "installedon",
          "result",
          "date",
          "fixcomments",
          "servicepackineffect",
          "kbarticle",
          "updateidentity",
          "installationdate",
          "installationstatus",
          "errordetails");
  private static final int LONGEST = 1000;

  /** What people put before a sentence they quote: marks, and the command it came from. */
  private static final Pattern DECORATION =
      Pattern.compile(
          "[*_\"'`\u201C\u201D\u201E\u00AB\u2022\u2013-]{1,8}(?:sfc/\\w+[:=-]+)?|sfc/\\w+[:=-]+");

  /** Logs of which a line may stand among what people paste; each is known by how it begins. */
  private static final Set<FileKind> EXCERPTS =
      EnumSet.of(FileKind.CBS_LOG, FileKind.DISM_LOG, FileKind.WINDOWS_UPDATE_LOG);

  private static final Set<FileKind> PASTED =
      EnumSet.of(
          FileKind.DISM_OUTPUT,
          FileKind.SFC_OUTPUT,
          FileKind.EVENT_TEXT,
          FileKind.UPDATE_HISTORY,
          FileKind.SERVICE_QUERY,
          FileKind.WINGET_OUTPUT);

  private final Map<FileKind, Integer> scores = new EnumMap<>(FileKind.class);
  private final Set<String> keys = new HashSet<>();
  private final PastedSigns pasted = new PastedSigns();
  private FileKind firstTool = FileKind.UNKNOWN;
  private boolean errorLine;

  /** Of DISM and of the image, in whatever language: other programs print one at most. */
  private int versions;

  private boolean dismAsked;
  private boolean cmTrace;

  /** Whether an event in XML as it is came before any that was escaped. */
  private boolean markup;

  private int escaped;
  private String prefix = "";

  @Override
  public void line(long number, String whole) {
    int depth = EscapedMarkup.depthOf(whole);
    if (depth > 0 && !markup) {
      escaped = Math.max(escaped, depth);
      add(FileKind.EVENT_XML, 10);
      return;
    }
    if (isEvent(whole) || whole.contains(EVENT_NAMESPACE)) {
      markup |= escaped == 0;
      prefix = prefix.isEmpty() ? PrefixedMarkup.prefixOf(whole).orElse("") : prefix;
      add(FileKind.EVENT_XML, 10);
      return;
    }
    String text = WebText.plain(whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST));
    if (text.isBlank()) {
      return;
    }
    char first = text.charAt(0);
    if (first == '{' && ReportingLine.begins(text)) {
      add(FileKind.REPORTING_EVENTS, 10);
    } else if (isDigit(first) && WindowsUpdateLogReader.START.matcher(text).lookingAt()) {
      add(FileKind.WINDOWS_UPDATE_LOG, 10);
    } else {
      Optional<FileKind> servicing = servicing(text);
      if (servicing.isPresent()) {
        add(servicing.get(), 10);
      } else {
        printed(text);
      }
    }
  }

  private static boolean isServicingMessage(String text) {
    return IN_MESSAGES.anyIn(text) && SERVICING_MESSAGE.matcher(text).lookingAt();
  }

  private static boolean isEvent(String text) {
    return text.contains("<Event") && EVENT.matcher(text).find();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Optional<FileKind> servicing(String text) {
    if (!text.contains(", ")) {
      return Optional.empty();
    }
    Matcher servicing = SERVICING.matcher(text);
    return servicing.matches() && servicing.group(1) != null
        ? Optional.of(servicing.group(1).equals("DISM") ? FileKind.DISM_LOG : FileKind.CBS_LOG)
        : Optional.empty();
  }

  @Override
  public void continued(long number, String text) {
    if (isEvent(text)) {
      add(FileKind.EVENT_XML, 10);
    }
  }

  @Override
  public void end() {
    // The verdict is asked for.
  }

  private void printed(String text) {
    Optional<FileKind> kind = pasted.of(text);
    if (kind.isPresent()) {
      add(kind.get(), 10);
    } else if (UpdateHistoryReader.isSign(text)) {
      add(FileKind.UPDATE_HISTORY, 10);
    } else if (ServiceQueryReader.isConstant(text)) {
      add(FileKind.SERVICE_QUERY, 5);
    } else if (ServiceQueryReader.isName(text) || text.startsWith("[SC] ")) {
      add(FileKind.SERVICE_QUERY, 8);
    } else if (isServicingMessage(text)) {
      add(FileKind.CBS_LOG, 10);
    } else if (text.startsWith("<![LOG[")) {
      cmTrace = true;
    } else {
      Flattened.lines(text).forEach(this::tool);
      listKey(text);
    }
  }

  private void listKey(String text) {
    Matcher field = UpdateHistoryReader.FIELD.matcher(text);
    if ((text.indexOf(':') > 0 || text.indexOf('=') > 0) && field.matches()) {
      String key = field.group(1).toLowerCase(Locale.ROOT).replace(" ", "");
      if (LIST_KEYS.contains(key) && keys.add(key)) {
        add(
            FileKind.UPDATE_HISTORY,
            switch (key) {
              case "hotfixid", "resultcode", "installationstatus" -> 7;
              default -> 3;
            });
      }
    }
  }

  private static String undecorated(String words) {
    Matcher decoration = DECORATION.matcher(words);
    return decoration.lookingAt() ? words.substring(decoration.end()) : words;
  }

  private void tool(String text) {
    String words = undecorated(KnownSentences.squeeze(text));
    dismAsked |= words.contains("dism/online") || words.contains("dism.exe/online");
    if (ConsoleSigns.isDismTitle(words) && words.length() < 100) {
      tool(FileKind.DISM_OUTPUT, 10);
    } else if (text.indexOf('%') > 0 && DismBar.lastPercent(text).isPresent()) {
      tool(FileKind.DISM_OUTPUT, 10);
    } else if (beginsWithDismResult(words)) {
      tool(FileKind.DISM_OUTPUT, 10);
    } else if (ConsoleSigns.isSfcBegin(words)) {
      tool(FileKind.SFC_OUTPUT, 10);
    } else if (ConsoleSigns.isSfcProgress(words)) {
      tool(FileKind.SFC_OUTPUT, 5);
    } else if (words.startsWith("windowsresourceprotection")
        || words.length() < 160 && ConsoleSigns.isSfcResult(words) && !isProse(text)) {
      tool(FileKind.SFC_OUTPUT, 10);
    } else if (ConsoleSigns.isVersion(words)) {
      versions++;
    } else if (words.length() < 160 && !isAscii(words)) {
      foreign(words);
    } else if (words.length() < 30 && ERROR.matcher(text.strip()).matches()) {
      errorLine = true;
      if (dismAsked || versions > 1) {
        tool(FileKind.DISM_OUTPUT, 10);
      }
    } else if (words.contains("dism") && errorLine) {
      tool(FileKind.DISM_OUTPUT, 10);
    }
  }

  /** A result in another language is enough; that a command ran, nobody need have said of DISM. */
  private void foreign(String words) {
    for (String english : KnownSentences.inEnglish(words)) {
      String said = KnownSentences.squeeze(english);
      if (ConsoleSigns.isSfcResult(said)) {
        tool(FileKind.SFC_OUTPUT, 10);
      } else if (ConsoleSigns.isDismResult(said)) {
        tool(FileKind.DISM_OUTPUT, 10);
      }
    }
    if (words.contains("dism") && errorLine) {
      tool(FileKind.DISM_OUTPUT, 10);
    }
    errorLine |= ERROR.matcher(words).matches();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** In the middle of a line it would be a quotation. */
  private static boolean beginsWithDismResult(String words) {
    String sentence = words.startsWith("the") ? words.substring("the".length()) : words;
    return words.length() < 200
        && ConsoleSigns.isDismResult(words)
        && !ConsoleSigns.isDismResult(sentence.isEmpty() ? "" : sentence.substring(1));
  }

  /** English sentences are matched at their beginning; what follows another word is a quotation. */
  private static boolean isProse(String text) {
    return text.toLowerCase(Locale.ROOT).contains("windows resource protection");
  }

  private void tool(FileKind kind, int score) {
    firstTool = firstTool == FileKind.UNKNOWN ? kind : firstTool;
    add(kind, score);
  }

  private void add(FileKind kind, int score) {
    scores.merge(kind, score, (a, b) -> Math.min(a + b, 1_000_000));
  }

  /** The more lines tell what they are, the more. */
  int certainty() {
    return scores.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Empty as long as nothing decides. Of DISM and SFC in one file, the first names it. */
  Optional<FileKind> verdict() {
    int tools =
        scores.getOrDefault(FileKind.DISM_OUTPUT, 0) + scores.getOrDefault(FileKind.SFC_OUTPUT, 0);
    FileKind best = tools >= 10 ? firstTool : FileKind.UNKNOWN;
    int most = tools >= 10 ? tools : 9;
    for (Map.Entry<FileKind, Integer> score : scores.entrySet()) {
      if (!isTool(score.getKey()) && score.getValue() > most) {
        most = score.getValue();
        best = score.getKey();
      }
    }
    return best == FileKind.UNKNOWN ? Optional.empty() : Optional.of(best);
  }

  /**
   * The kind that decides, first, and others that the text holds besides, where it is one that
   * people put together.
   */
  List<FileKind> kinds() {
    FileKind first = verdict().orElse(FileKind.UNKNOWN);
    if (!PASTED.contains(first) && !EXCERPTS.contains(first)) {
      return List.of(first);
    }
    List<FileKind> kinds = new ArrayList<>(List.of(first));
    boolean ofTool = isTool(first);
    for (Map.Entry<FileKind, Integer> score : scores.entrySet()) {
      FileKind kind = score.getKey();
      boolean quoted = PASTED.contains(kind) || EXCERPTS.contains(kind);
      boolean more = quoted && kind != first && score.getValue() >= 10;
      if (more && !(ofTool && isTool(kind))) {
        kinds.add(kind);
        ofTool |= isTool(kind);
      }
    }
    return kinds;
  }

  private static boolean isTool(FileKind kind) {
    return kind == FileKind.DISM_OUTPUT || kind == FileKind.SFC_OUTPUT;
  }

  /** How the XML of events in it is escaped. */
  EscapedMarkup escaped() {
    return new EscapedMarkup(escaped);
  }

  /** The name of the namespace that its events are in. */
  PrefixedMarkup prefixed() {
    return new PrefixedMarkup(prefix);
  }

  /** What an unknown text seems to be. */
  boolean isCmTrace() {
    return cmTrace;
  }
}
