package app.regrip.evidence;

import app.regrip.evidence.ComplaintWords.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes the lines of a text that complain about updates in words, be they wrapped over two lines:
 * where no reader knows what they are about, they must not stand under an all-clear.
 */
final class LeftoverComplaints implements LogReader {

  private static final int MOST = 1000;
  private static final int LONGEST = 2000;
  private static final int LONGEST_KEPT = 120;

  /** Longer than any of the words that are looked for. */
  private static final int SEAM = 40;

  /** Text that a console broke goes on in the middle of a word. */
  private static final int WIDTHS_OF_CONSOLES = 40;

  private static final Pattern STATE =
      Pattern.compile(
          "(?i)\\s*[\\p{L} ]{0,20}(?:stat(?:e|us)|result|outcome|ergebnis|résultat|estado|esito)"
              + "\\s*[:=]\\s*(\\p{L}.{0,40})");

  private final LogReader reader;
  private final ComplaintWords words = ComplaintWords.EVERYDAY;
  private final List<Complaint> complaints = new ArrayList<>();
  private String before = "";
  private Signs beforeSigns = Signs.NONE;
  private long beforeAt;

  /** One complaint, in one line or two. */
  record Complaint(long from, long to, String text) {}

  /**
   * @param reader reads all the same
   */
  LeftoverComplaints(LogReader reader) {
    this.reader = reader;
  }

  /** Whether texts of a kind are put together by people; logs speak of failures every day. */
  static boolean matterIn(FileKind kind) {
    return LeftoverErrors.matterIn(kind)
        || kind == FileKind.EVENT_TEXT
        || kind == FileKind.WINGET_OUTPUT;
  }

  List<Complaint> complaints() {
    return complaints;
  }

  @Override
  public void line(long number, String text) {
    reader.line(number, text);
    if (complaints.size() >= MOST || isOfALog(text)) {
      before = "";
      return;
    }
    String plain =
        WebText.plain(text.length() <= LONGEST ? text : text.substring(0, LONGEST)).stripTrailing();
    if (!plain.isEmpty()) {
      Signs signs = words.signs(plain);
      look(number, plain, signs);
      before = isField(plain) ? "" : plain;
      beforeSigns = signs;
      beforeAt = number;
    } else if (isSentence(before)) {
      before = "";
    }
  }

  private void look(long number, String text, Signs signs) {
    if (signs.mayBeOne() && words.complain(text) || signs.failure() && isFailedState(text)) {
      if (!ConsoleSigns.isPackage(KnownSentences.squeeze(text))) {
        complaints.add(new Complaint(number, number, shortened(text)));
      }
    } else if (!before.isEmpty() && mayGoOn(text, signs) && !isField(text)) {
      String both = joined(text);
      if (words.complain(both) && !words.complain(before)) {
        complaints.add(new Complaint(beforeAt, number, shortened(both)));
      }
    }
  }

  /** What decides may stand in either line, or across the end of the first. */
  private boolean mayGoOn(String text, Signs signs) {
    Signs either = signs.and(beforeSigns);
    if (either.mayBeOne()) {
      return true;
    }
    String both = joined(text.length() <= SEAM ? text : text.substring(0, SEAM));
    String seam = both.substring(Math.max(0, before.length() - SEAM));
    return either.and(words.signs(seam)).mayBeOne();
  }

  private String joined(String text) {
    boolean broken = before.length() % WIDTHS_OF_CONSOLES == 0;
    return broken ? before + text : before + " " + text.stripLeading();
  }

  /** A list of another program, which says no more than that. */
  private boolean isFailedState(String text) {
    Matcher state = STATE.matcher(text);
    return text.length() < LONGEST_KEPT && state.matches() && words.speakOfFailure(state.group(1));
  }

  private static boolean isSentence(String text) {
    return !text.isEmpty() && ".!?。！？".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** A name with its value, or cells of a table. */
  private static boolean isField(String text) {
    String inner = text.stripLeading();
    return inner.contains(" : ") || inner.contains("  ") || inner.indexOf('\t') >= 0;
  }

  private static boolean isOfALog(String text) {
    boolean dated = text.length() > 20 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    return dated
        && (text.contains(", Info ")
            || text.contains(", Error ")
            || text.contains(", Warning ")
            || WindowsUpdateLogReader.START.matcher(text).lookingAt());
  }

  private static String shortened(String line) {
    String text = line.strip();
    return text.length() <= LONGEST_KEPT ? text : text.substring(0, LONGEST_KEPT - 1) + "…";
  }

  @Override
  public void continued(long number, String text) {
    reader.continued(number, text);
  }

  @Override
  public void end() {
    reader.end();
  }
}
