package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.FileReport.Reading;
import app.regrip.evidence.LeftoverComplaints.Complaint;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what is found in one file, in bounded memory, and passes all of it on to be counted. */
final class FileEvidence implements EvidenceSink {

  static final int MOST_EVENTS = 5_000;
  static final int MOST_RUNS = 1_000;
  private static final int MOST_PROBLEMS = 100;
  private static final int MOST_CODES = 1000;
  private static final int MOST_LINES = 1 << 22;

  private final String file;
  private final Conclusions conclusions;
  private List<LoggedEvent> events = new ArrayList<>();
  private final Deque<ToolRun> runs = new ArrayDeque<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<HResult> told = new HashSet<>();
  private final BitSet explained = new BitSet();
  private long eventsSeen;
  private long runsSeen;
  private boolean ofUpdates;
  private boolean knowsStates;
  private String pc = "";
  private FileKind kind = FileKind.UNKNOWN;

  FileEvidence(String file, Conclusions conclusions) {
    this.file = file;
    this.conclusions = conclusions;
  }

  void is(FileKind understood) {
    kind = understood;
  }

  /** The first name counts for the whole file: a PC may have been given another one later. */
  @Override
  public void pc(String name) {
    pc = pc.isEmpty() ? name : pc;
  }

  /** Error numbers of the text: those that nothing explains are a doubt. */
  void leftover(Map<HResult, Long> numbers) {
    numbers.forEach(
        (code, line) -> {
          if (!told.contains(code)) {
            conclusions.doubt(file, line, code);
          }
        });
  }

  /** Lines that complain about updates: those that no event explains are a doubt. */
  void complaints(List<Complaint> said) {
    for (Complaint complaint : said) {
      int next = explained.nextSetBit((int) complaint.from());
      if (next < 0 || next > complaint.to()) {
        conclusions.complaint(file, complaint.from(), complaint.text());
      }
    }
  }

  @Override
  public void explained(long from, long to) {
    if (to < MOST_LINES) {
      explained.set((int) from, (int) to + 1);
    }
  }

  private void tell(Optional<HResult> code) {
    if (told.size() < MOST_CODES) {
      code.ifPresent(told::add);
    }
  }

  @Override
  public void event(String of, LoggedEvent event) {
    keep(event);
    conclusions.event(file, kind, of.isEmpty() ? pc : of, event);
  }

  @Override
  public void change(PackageChange change) {
    keep(change.event());
    conclusions.change(file, pc, change);
  }

  private void keep(LoggedEvent event) {
    eventsSeen++;
    if (event.outcome() == Outcome.FAILED) {
      explained(event.line(), event.line());
    }
    tell(event.error());
    ofUpdates |= event.aboutWindows() || event.operation() != Operation.OTHER;
    events.add(event);
    if (events.size() >= 2 * MOST_EVENTS) {
      dropOldest();
    }
  }

  @Override
  public void asked(HResult error) {
    conclusions.asked(error);
  }

  @Override
  public void run(ToolRun run) {
    runsSeen++;
    tell(run.error());
    runs.addLast(run);
    if (runs.size() > MOST_RUNS) {
      runs.removeFirst();
    }
    conclusions.run(file, kind, run);
  }

  @Override
  public void clue(Hint clue) {
    knowsStates = true;
    conclusions.clue(file, clue);
  }

  @Override
  public void problem(Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  /** Some logs begin with the newest, so it is the times that decide; without one, the order. */
  private void dropOldest() {
    int surplus = events.size() - MOST_EVENTS;
    if (surplus <= 0) {
      return;
    }
    List<LocalDateTime> times = events.stream().map(FileEvidence::moment).toList();
    if (isInOrder(times)) {
      events = new ArrayList<>(events.subList(surplus, events.size()));
      return;
    }
    List<Integer> byAge = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      byAge.add(i);
    }
    byAge.sort(Comparator.comparing(times::get));
    boolean[] old = new boolean[events.size()];
    byAge.subList(0, surplus).forEach(i -> old[i] = true);
    List<LoggedEvent> kept = new ArrayList<>();
    for (int i = 0; i < old.length; i++) {
      if (!old[i]) {
        kept.add(events.get(i));
      }
    }
    events = kept;
  }

  private static boolean isInOrder(List<LocalDateTime> times) {
    for (int i = 1; i < times.size(); i++) {
      if (times.get(i - 1).isAfter(times.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static LocalDateTime moment(LoggedEvent event) {
    return event.time().map(LogTime::moment).orElse(LocalDateTime.MIN);
  }

  FileReport report() {
    dropOldest();
    if (eventsSeen > events.size()) {
      problems.add(new Problem(Message.of("evidence.older-events", eventsSeen - events.size()), 0));
    }
    if (runsSeen > runs.size()) {
      problems.add(new Problem(Message.of("evidence.earlier-runs", runsSeen - runs.size()), 0));
    }
    Reading reading = reading();
    if (kind != FileKind.UNKNOWN && reading != Reading.READ) {
      sayWhyNot();
    }
    return new FileReport(
        file, kind, reading, List.copyOf(events), List.copyOf(runs), List.copyOf(problems));
  }

  private Reading reading() {
    if (kind == FileKind.UNKNOWN) {
      return Reading.NOTHING;
    }
    if (ofUpdates || runsSeen > 0 || knowsStates) {
      return Reading.READ;
    }
    return eventsSeen > 0 ? Reading.OF_OTHER_MATTERS : Reading.NOTHING;
  }

  /** A reader that knows better has told it already. */
  private void sayWhyNot() {
    if (problems.stream()
        .noneMatch(problem -> problem.what().key().equals(EventLogReader.NOTHING_READ))) {
      problems.add(0, new Problem(NothingRead.because(kind, eventsSeen), 0));
    }
  }
}
