package app.regrip.evidence;

import app.regrip.evidence.EventDraft.Field;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads events that were printed for people: {@code wevtutil /f:text}, what Event Viewer copies,
 * {@code Get-WinEvent} and {@code Get-EventLog} as list or as table, the event sections of FRST and
 * MiniToolBox, CSV, and sentences alone.
 */
final class EventTextReader implements LogReader {

  static final Pattern NUMBERED = Pattern.compile("Event\\[\\d{1,9}]:?\\s*");

  /** FRST and MiniToolBox: {@code Error: (date) (Source: x) (EventID: n) (User: y)}. */
  static final Pattern SECTION =
      Pattern.compile(
          "\\w{2,20}: \\(([^()]{6,40})\\) \\(Source: ([^()]{1,80})\\)"
              + "(?: \\(EventID: (\\d{1,10})\\))? \\(User.*");

  private static final int LONGEST = 8000;

  /** A second one of these begins no other event. */
  private static final Set<Field> INSIDE = EnumSet.of(Field.OTHER, Field.MESSAGE, Field.COMPUTER);

  private final EvidenceSink sink;
  private final EventTable table = new EventTable();
  private final EventCsv csv = new EventCsv();
  private final ProblemReport problem;
  private EventDraft draft;
  private boolean inMessage;

  /** Of the event that is being read; what follows a blank line in its message may be anything. */
  private long lastLine;

  private boolean blankSeen;

  /** A sentence without the fields of its event: no more than the next line belongs to it. */
  private boolean alone;

  EventTextReader(EvidenceSink sink) {
    this.sink = sink;
    this.problem = new ProblemReport(sink);
  }

  /** Whether a line begins an event as {@code wevtutil} or FRST list them. */
  static boolean isSign(String text) {
    return isNumbered(text) || isSection(text);
  }

  private static boolean isNumbered(String text) {
    return text.startsWith("Event[") && NUMBERED.matcher(text).matches();
  }

  private static boolean isSection(String text) {
    return text.contains("(Source: ") && SECTION.matcher(text).matches();
  }

  /** The field a line begins, where its name is one of an event's. */
  static Optional<Field> fieldOf(String text) {
    return FieldLine.of(text).flatMap(line -> EventDraft.field(line.name()));
  }

  @Override
  public void line(long number, String whole) {
    String text = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    problem.line(number, text);
    if (isSection(text)) {
      section(number, SECTION.matcher(text));
    } else if (isNumbered(text)) {
      begin(number);
    } else if (csv.takes(number, text)) {
      finish();
      lastLine = number;
      csv.taken().ifPresent(this::tell);
    } else if (table.takes(number, text)) {
      finish();
      table.taken().ifPresent(this::tell);
    } else {
      listed(number, text);
    }
  }

  private void section(long number, Matcher section) {
    if (section.matches()) {
      begin(number);
      draft.put(Field.TIME, section.group(1));
      draft.put(Field.PROVIDER, section.group(2));
      draft.put(Field.ID, Optional.ofNullable(section.group(3)).orElse(""));
    }
  }

  private void listed(long number, String text) {
    Optional<FieldLine> line = FieldLine.of(text);
    Optional<Field> field = line.flatMap(named -> EventDraft.field(named.name()));
    if (field.isPresent()) {
      pair(number, field.get(), line.get().value());
    } else if (EventDraft.beginsMessage(text) && (draft == null || draft.has(Field.MESSAGE))) {
      begin(number);
      draft.put(Field.MESSAGE, text);
      alone = true;
      inMessage = text.stripTrailing().endsWith(":");
    } else if (inMessage) {
      draft.more(text);
      inMessage = !alone || text.isBlank();
      blankSeen |= text.isBlank();
      lastLine = blankSeen ? lastLine : number;
    }
  }

  /** A name that comes again begins the next event; the message may hold such names too. */
  private void pair(long number, Field field, String value) {
    if (draft == null || !INSIDE.contains(field) && draft.has(field)) {
      begin(number);
    }
    draft.put(field, value);
    inMessage = field == Field.MESSAGE;
    lastLine = number;
    blankSeen = false;
  }

  private void begin(long number) {
    finish();
    draft = new EventDraft(number);
    inMessage = false;
    alone = false;
    lastLine = number;
  }

  private void finish() {
    if (draft != null) {
      tell(draft);
    }
    draft = null;
    inMessage = false;
  }

  private void tell(EventDraft done) {
    Optional<LoggedEvent> event = done.read();
    event.ifPresent(told -> sink.event(done.pc(), told));
    if (done.explains(event)) {
      sink.explained(done.line(), Math.max(done.line(), lastLine));
    }
  }

  @Override
  public void end() {
    finish();
    problem.end();
    csv.end();
    csv.taken().ifPresent(this::tell);
  }
}
