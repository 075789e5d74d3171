package app.regrip.evidence;

import app.regrip.errors.ErrorCatalog;
import app.regrip.evidence.LogFinding.Severity;
import app.regrip.evidence.evtx.EvtxLog;
import app.regrip.text.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Reads logs and concludes. Each file is read in memory that does not grow with it. */
public final class Analysis {

  private static final int HEAD = 1 << 16;
  private static final int MOST_FILES = 10_000;
  private static final int DEEPEST = 32;

  /** Of lines, each of which tells by its date that it begins. */
  private static final Set<FileKind> LOGS =
      EnumSet.of(
          FileKind.CBS_LOG, FileKind.DISM_LOG, FileKind.WINDOWS_UPDATE_LOG, FileKind.SETUP_LOG);

  /** In lines. */
  private static final int LONGEST_PREAMBLE = 200_000;

  private final Conclusions conclusions;
  private final List<FileReport> reports = new ArrayList<>();

  /**
   * What came of it.
   *
   * @param findings the most important first
   */
  public record Result(List<FileReport> files, List<LogFinding> findings) {

    /** Whether any of the files was understood. */
    public boolean isAnythingUnderstood() {
      return files.stream().anyMatch(FileReport::isUnderstood);
    }

    /** The shortest of answers. Where there is a doubt it is never {@link Answer#WELL}. */
    public Answer answer() {
      if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
        return Answer.WRONG;
      }
      return findings.stream().anyMatch(f -> f.id().equals(LogFinding.NOTHING_WRONG))
          ? Answer.WELL
          : Answer.UNKNOWN;
    }
  }

  /** Whether updates work on the PC these logs are of. */
  public enum Answer {
    /** Something was seen to work or to be sound, and nothing to fail. */
    WELL,
    /** Something is wrong. */
    WRONG,
    /** The files do not tell: nothing could be read, or what was read proves nothing. */
    UNKNOWN
  }

  /** Opens what is to be read, from its beginning, as often as asked. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  /**
   * @param catalog names the errors
   */
  public Analysis(ErrorCatalog catalog) {
    this.conclusions = new Conclusions(catalog);
  }

  /** Reads a file, or all files in a folder in the order of their names. Links are not followed. */
  public void read(Path path) {
    if (!Files.isDirectory(path)) {
      file(path.toString(), path, true);
      return;
    }
    try (Stream<Path> files = Files.walk(path, DEEPEST)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .limit(MOST_FILES)
          .toList()
          .forEach(file -> file(file.toString(), file, false));
    } catch (IOException | RuntimeException e) {
      unreadable(path.toString(), Message.of("evidence.folder-unreadable", reason(e)));
    }
  }

  /** Reads what cannot be opened twice, such as a pipe. */
  public void read(String name, InputStream in) {
    try {
      Path copy = Files.createTempFile("regrip-evidence", ".log");
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        file(name, copy, true);
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      unreadable(name, Message.of("evidence.unreadable", reason(e)));
    }
  }

  /** All of what was read. */
  public Result result() {
    boolean understood = reports.stream().anyMatch(FileReport::isUnderstood);
    boolean mute = reports.stream().anyMatch(FileReport::isMute);
    return new Result(List.copyOf(reports), understood ? conclusions.findings(!mute) : List.of());
  }

  /**
   * @param meant whether it was named itself, so that it matters even where it is no log
   */
  private void file(String name, Path path, boolean meant) {
    try (InputStream in = Files.newInputStream(path)) {
      if (Archive.begins(in.readNBytes(4))) {
        archive(name, path);
        return;
      }
    } catch (IOException | RuntimeException e) {
      unreadable(name, Message.of("evidence.unreadable", reason(e)));
      return;
    }
    read(name, () -> Files.newInputStream(path), meant);
  }

  private void archive(String name, Path path) {
    try (Archive archive = Archive.open(path)) {
      if (archive.isOfficeDocument()) {
        unreadable(name, Message.of("evidence.foreign.office"));
        return;
      }
      for (ZipEntry entry : archive.files()) {
        read(name + "!" + entry.getName(), () -> archive.open(entry), false);
      }
      if (archive.hasMore()) {
        unreadable(name, Message.of("evidence.not-all-files", Archive.MOST_ENTRIES));
      }
    } catch (IOException | RuntimeException e) {
      unreadable(name, Message.of("evidence.archive-unreadable", reason(e)));
    }
  }

  private void read(String name, Source source, boolean meant) {
    FileEvidence evidence = new FileEvidence(name, conclusions);
    try {
      byte[] head = head(source);
      Optional<Message> foreign = BinaryFile.says(head);
      if (EvtxLog.begins(head)) {
        evidence.is(FileKind.EVTX);
        readEventLog(source, evidence);
      } else if (foreign.isPresent()) {
        evidence.problem(new Problem(foreign.get(), 0));
      } else {
        read(source, head, evidence, meant);
      }
    } catch (IOException | RuntimeException e) {
      evidence.problem(new Problem(Message.of("evidence.not-to-its-end", reason(e)), 0));
    }
    reports.add(evidence.report());
  }

  private static void read(Source source, byte[] head, FileEvidence evidence, boolean meant)
      throws IOException {
    LineDecoder decoder = LineDecoder.of(head);
    Pasting pasting = Pasting.of(linesOf(head, decoder), head.length < HEAD);
    Sniffer sniffer = pasting.sniffer();
    if (sniffer.verdict().isEmpty() && head.length == HEAD) {
      sniffOn(source, decoder.again(), sniffer, pasting);
    }
    FileKind kind = sniffer.verdict().orElse(FileKind.UNKNOWN);
    evidence.is(kind);
    if (kind == FileKind.UNKNOWN) {
      evidence.problem(new Problem(unknown(head, sniffer), 0));
      if (meant && head.length < HEAD) {
        feedAndDoubt(source, decoder, new HeldLines(new ArrayList<>()), evidence, true);
      }
      return;
    }
    boolean pasted = LeftoverComplaints.matterIn(kind);
    DateOrder order = pasted ? DateOrder.of(pasting.lines()) : DateOrder.UNKNOWN;
    LogReader plain =
        order.takenFrom(sniffer.prefixed().takenFrom(reader(sniffer.kinds(), evidence)));
    LogReader whole = LOGS.contains(kind) ? Unwrapped.takenFrom(pasting.lines(), plain) : plain;
    LogReader reader = pasting.takenFrom(sniffer.escaped().takenFrom(whole));
    if (!pasted) {
      feed(source, decoder, reader);
      return;
    }
    feedAndDoubt(source, decoder, reader, evidence, LeftoverErrors.matterIn(kind));
  }

  /** What people put together may hold more than a reader understands. */
  private static void feedAndDoubt(
      Source source,
      LineDecoder decoder,
      LogReader reader,
      FileEvidence evidence,
      boolean numbersMatter)
      throws IOException {
    LeftoverComplaints complaints = new LeftoverComplaints(reader);
    LeftoverErrors errors = new LeftoverErrors(complaints);
    feed(source, decoder, numbersMatter ? errors : complaints);
    evidence.leftover(errors.numbers());
    evidence.complaints(complaints.complaints());
  }

  private static List<String> linesOf(byte[] head, LineDecoder decoder) throws IOException {
    List<String> lines = new ArrayList<>();
    new LineSplitter(decoder.again(), new HeldLines(lines)).feed(new ByteArrayInputStream(head));
    return lines;
  }

  private static void feed(Source source, LineDecoder decoder, LogReader reader)
      throws IOException {
    try (InputStream in = source.open()) {
      new LineSplitter(decoder, reader).feed(in);
    }
  }

  private static LogReader reader(List<FileKind> kinds, EvidenceSink sink) {
    return kinds.size() == 1
        ? reader(kinds.get(0), sink)
        : new SeveralReaders(kinds.stream().map(kind -> amongOthers(kind, sink)).toList());
  }

  private static LogReader amongOthers(FileKind kind, EvidenceSink sink) {
    LogReader reader = reader(kind, sink);
    return kind == FileKind.CBS_LOG || kind == FileKind.DISM_LOG
        ? new LinesOfServicing(reader)
        : reader;
  }

  private static void readEventLog(Source source, FileEvidence evidence) throws IOException {
    try (InputStream in = source.open()) {
      new EventLogReader(evidence).read(in);
    }
  }

  /** A long preamble may stand before what matters, though not a long one of any length. */
  private static void sniffOn(Source source, LineDecoder decoder, Sniffer sniffer, Pasting pasting)
      throws IOException {
    UntilKnown untilKnown = new UntilKnown(sniffer);
    try (InputStream in = source.open()) {
      in.skipNBytes(HEAD);
      LineSplitter feed = new LineSplitter(decoder, pasting.takenFrom(untilKnown));
      untilKnown.enough = feed::stop;
      feed.feed(in);
    }
  }

  /** Looks at lines until one of them tells the kind. */
  private static final class UntilKnown implements LogReader {

    private final Sniffer sniffer;
    private Runnable enough = () -> {};

    UntilKnown(Sniffer sniffer) {
      this.sniffer = sniffer;
    }

    @Override
    public void line(long number, String text) {
      if (sniffer.verdict().isPresent() || number > LONGEST_PREAMBLE) {
        enough.run();
      } else {
        sniffer.line(number, text);
      }
    }

    @Override
    public void end() {
      sniffer.end();
    }
  }

  private static LogReader reader(FileKind kind, EvidenceSink sink) {
    return switch (kind) {
      case DISM_OUTPUT, SFC_OUTPUT -> new ConsoleOutputReader(sink);
      case DISM_LOG -> new DismLogReader(sink);
      case CBS_LOG -> new CbsLogReader(sink);
      case EVENT_XML -> new EventXmlReader(sink);
      case EVENT_TEXT -> new EventTextReader(sink);
      case RESULT_JSON -> new JsonResultReader(sink);
      case CONFIG_MANAGER_LOG -> new ConfigManagerReader(sink);
      case SETUP_LOG -> new SetupLogReader(sink);
      case REPORTING_EVENTS -> new ReportingEventsReader(sink);
      case WINDOWS_UPDATE_LOG -> new WindowsUpdateLogReader(sink);
      case UPDATE_HISTORY -> new UpdateHistoryReader(sink);
      case WINGET_OUTPUT -> new WingetReader(sink);
      case SERVICE_QUERY -> new ServiceQueryReader(sink);
      case EVTX, UNKNOWN -> throw new IllegalArgumentException("there is nothing to read it with");
    };
  }

  private static Message unknown(byte[] head, Sniffer sniffer) {
    if (head.length == 0) {
      return Message.of("evidence.empty");
    }
    String error = LeftoverErrors.firstIn(new String(head, StandardCharsets.ISO_8859_1));
    if (!error.isEmpty() && !sniffer.isCmTrace()) {
      return Message.of("evidence.no-log-but-an-error", error);
    }
    return Message.of(
        sniffer.isCmTrace() ? "evidence.configuration-manager" : "evidence.no-known-log");
  }

  private static byte[] head(Source source) throws IOException {
    try (InputStream in = source.open()) {
      return in.readNBytes(HEAD);
    }
  }

  private void unreadable(String name, Message why) {
    FileEvidence evidence = new FileEvidence(name, conclusions);
    evidence.problem(new Problem(why, 0));
    reports.add(evidence.report());
  }

  private static Message reason(Exception e) {
    return e instanceof Archive.Refused
        ? Message.of("evidence.swells")
        : Message.asIs(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
  }
}
