package app.regrip.cli;

import app.regrip.errors.ErrorName;
import app.regrip.errors.HResult;
import app.regrip.errors.Spelling.Reading;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.Preview;
import app.regrip.repair.Verdict;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Judged;
import app.regrip.session.Capability;
import app.regrip.session.Case;
import app.regrip.session.Case.Entry;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.MachineHistory;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.RepairProgress.Step;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.Alert;
import app.regrip.update.Failure;
import app.regrip.update.UpdateStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The JSON objects there are. Their component names are the field names, so these records are the
 * documentation and the code at once.
 *
 * <p>Moments are ISO 8601 in UTC, lengths of time are seconds, words of a closed list are in lower
 * case with hyphens ({@code still-failing}).
 */
final class JsonShapes {

  private final Knowledge knowledge;
  private final Clock clock;
  private final Function<Message, String> words;

  /** In English, for programs. */
  JsonShapes(Knowledge knowledge, Clock clock) {
    this(knowledge, clock, Message::english);
  }

  /**
   * @param words puts what is said into words
   */
  JsonShapes(Knowledge knowledge, Clock clock, Function<Message, String> words) {
    this.knowledge = knowledge;
    this.clock = clock;
    this.words = words;
  }

  /** One object on a line of its own. */
  interface Shape {
    /** The value of {@code "type"}. */
    String type();
  }

  /**
   * An error number.
   *
   * @param hex {@code 0x80070006}
   * @param signed the same 32 bits as PowerShell and COM write them
   * @param unsigned the same as events write them
   * @param aliases second names such as {@code E_HANDLE}, where there are any
   * @param known whether Regrip has it in its list
   */
  record Code(
      String hex,
      int signed,
      long unsigned,
      String symbol,
      List<String> aliases,
      String component,
      String meaning,
      boolean known) {}

  /**
   * What an error number is made of.
   *
   * @param severity {@code failure} or {@code success}
   * @param win32 the Win32 error it wraps, where it wraps one
   */
  record CodeParts(String severity, int facility, int number, Integer win32) {}

  /**
   * {@code status}, and each line of {@code watch}.
   *
   * @param status {@code working}, {@code failing}, {@code repaired} or {@code unknown}
   * @param headline the status in one sentence
   * @param at when it was read
   * @param since when it last succeeded, was proven, or first failed
   * @param last, count, operation, title, code: of the failure
   * @param why of an unknown status
   * @param notice something about Regrip's own files
   */
  record Status(
      String pc,
      String status,
      String headline,
      String at,
      String since,
      String last,
      Integer count,
      String operation,
      String title,
      Code code,
      String why,
      boolean repairing,
      Interrupted interrupted,
      String snoozedUntil,
      String watchingUntil,
      String notice,
      int exitCode)
      implements Shape {
    @Override
    public String type() {
      return "status";
    }
  }

  /** A repair that was cut off. */
  record Interrupted(
      String runId,
      String fix,
      String startedAt,
      int step,
      int steps,
      String words,
      boolean waitsForRestart) {}

  /** {@code watch}: what the tray would show as a toast. */
  record AlertLine(String at, String headline, Code code, int recurrence) implements Shape {
    @Override
    public String type() {
      return "alert";
    }
  }

  /** {@code history}: newest case first, oldest entry first. */
  record History(String pc, List<CaseShape> cases, CopiesShape copies) implements Shape {
    @Override
    public String type() {
      return "history";
    }
  }

  /**
   * Folders that repairs have set aside and that are still there.
   *
   * @param whole whether all of them could be seen; else there are at least this many bytes
   */
  record CopiesShape(int folders, long bytes, boolean whole) {}

  /**
   * {@code history --machine}: the run that ended last first.
   *
   * @param notice why that is not all of them
   */
  record MachineHistoryShape(String pc, List<EndedRunShape> runs, String notice, int exitCode)
      implements Shape {
    @Override
    public String type() {
      return "machine-history";
    }
  }

  /**
   * @param failed what it was for, where that is known
   * @param code what it ended with, where that is an error
   */
  record EndedRunShape(
      String runId,
      String fix,
      FailureShape failed,
      String startedAt,
      String endedAt,
      String verdict,
      String reason,
      String words,
      String code) {}

  record FailureShape(String operation, String code, String updateId) {}

  /** {@code history --windows}: newest first. */
  record WindowsHistory(String pc, List<KeptUpdate> updates) implements Shape {
    @Override
    public String type() {
      return "windows-history";
    }
  }

  /**
   * @param result {@code installed}, {@code failed} or {@code waited-for-restart}
   * @param code null but for a failure
   */
  record KeptUpdate(String at, String title, String updateId, String result, Code code) {}

  /**
   * @param state {@code open}, {@code watched} or {@code closed}
   */
  record CaseShape(Code code, String state, List<EntryShape> entries) {}

  /** Each begins with its kind. */
  sealed interface EntryShape {}

  record FailedShape(String kind, String at, String code, String operation, String title)
      implements EntryShape {}

  /**
   * @param code what it ended with, where that is an error
   */
  record TriedShape(
      String kind,
      String at,
      String code,
      String runId,
      String fix,
      String verdict,
      String reason,
      String words)
      implements EntryShape {}

  record CameBackShape(String kind, String at, String code, int recurrence) implements EntryShape {}

  record ClosedShape(String kind, String at, String words) implements EntryShape {}

  /** {@code explain}. */
  sealed interface ExplainShape extends Shape {
    @Override
    default String type() {
      return "explanation";
    }
  }

  /**
   * @param answer {@code explained}, or {@code unknown} where only its range is known
   * @param parts numbers in words
   * @param family the kind of trouble
   * @param fix the one of Regrip it calls for
   * @param candidates what else may have been meant
   */
  record Explained(
      String answer,
      Code code,
      String parts,
      CodeParts numbers,
      String family,
      String advice,
      String fix,
      List<Code> candidates,
      int exitCode)
      implements ExplainShape {}

  /**
   * @param answer {@code ambiguous} or {@code not-a-code}
   * @param candidates what it may mean
   * @param words why it is no single number
   */
  record NotExplained(String answer, List<Code> candidates, String words, int exitCode)
      implements ExplainShape {}

  /** {@code diagnose}: most telling finding first. */
  record Diagnosis(String pc, List<FindingShape> findings, int exitCode) implements Shape {
    @Override
    public String type() {
      return "diagnosis";
    }
  }

  /**
   * @param severity {@code info}, {@code warning}, {@code cause}, {@code blocks-repair} or {@code
   *     unknown}
   */
  record FindingShape(String id, String severity, String text, String evidence, String fix) {}

  /** {@code doctor}. */
  record Doctor(List<CapabilityShape> capabilities, int exitCode) implements Shape {
    @Override
    public String type() {
      return "doctor";
    }
  }

  /**
   * @param state {@code works}, {@code limited} or {@code missing}
   */
  record CapabilityShape(String name, String state, String says) {}

  /** {@code selftest}. */
  record SelfTested(List<AnswerShape> answers, int exitCode) implements Shape {
    @Override
    public String type() {
      return "selftest";
    }
  }

  /**
   * @param answer {@code held}, {@code did-not-hold} or {@code could-not-ask}
   * @param seen what Windows answered, or why it could not be asked
   */
  record AnswerShape(String id, String name, String statement, String answer, String seen) {}

  /**
   * {@code report}.
   *
   * @param file where it is
   * @param removed what was replaced in it, in words
   */
  record Report(String file, String removed) implements Shape {
    @Override
    public String type() {
      return "report";
    }
  }

  /**
   * {@code fix}: the first line. {@code refusal}, and its {@code reason} for programs, is there
   * where it must not start now.
   */
  record Plan(
      String pc,
      String fix,
      String title,
      List<FindingShape> findings,
      List<String> steps,
      long shortestSeconds,
      long longestSeconds,
      List<String> couldLose,
      String refusal,
      String reason)
      implements Shape {
    @Override
    public String type() {
      return "plan";
    }
  }

  /** {@code fix}: a fix begins; {@code all} has several. */
  record FixBegan(String fix, String why, List<String> steps) implements Shape {
    @Override
    public String type() {
      return "fix";
    }
  }

  /**
   * {@code fix}: how far the running step is.
   *
   * @param step its number, from 1
   */
  record Progress(String fix, int step, double percent, String note) implements Shape {
    @Override
    public String type() {
      return "progress";
    }
  }

  /**
   * {@code fix}: a step has ended.
   *
   * @param state {@code done}, {@code skipped}, {@code failed} or {@code undone}
   */
  record StepEnded(String fix, int step, int steps, String title, String state, String words)
      implements Shape {
    @Override
    public String type() {
      return "step";
    }
  }

  /** {@code fix}: Windows is checking for updates now. */
  record Proof(String words) implements Shape {
    @Override
    public String type() {
      return "proof";
    }
  }

  /** {@code fix}: the user asked to stop. */
  record Stopping(boolean atOnce) implements Shape {
    @Override
    public String type() {
      return "stopping";
    }
  }

  /**
   * {@code fix}: the last line.
   *
   * @param verdict {@code proven}, {@code passed}, {@code not-proven-yet}, {@code still-failing},
   *     {@code restart-needed}, {@code call-a-professional}, {@code failed}, {@code cancelled},
   *     {@code refused}, {@code interrupted}, {@code done} or {@code undone}
   * @param reason what {@code words} say, in a word that stays the same
   */
  record VerdictShape(
      String verdict,
      String reason,
      String words,
      String next,
      Code code,
      String nextFix,
      int exitCode)
      implements Shape {
    @Override
    public String type() {
      return "verdict";
    }
  }

  Status status(Snapshot snapshot) {
    UpdateStatus status = snapshot.status();
    Optional<UpdateStatus.Failing> failing =
        status instanceof UpdateStatus.Failing f ? Optional.of(f) : Optional.empty();
    return new Status(
        say(snapshot.pcName()),
        name(status),
        say(knowledge.headline(status, clock.instant())),
        clock.instant().toString(),
        since(status),
        failing.map(f -> f.last().toString()).orElse(null),
        failing.map(UpdateStatus.Failing::count).orElse(null),
        failing.map(f -> word(f.operation())).orElse(null),
        failing.map(UpdateStatus.Failing::title).filter(t -> !t.isBlank()).orElse(null),
        failing.map(f -> code(f.code())).orElse(null),
        status instanceof UpdateStatus.Unknown unknown ? say(unknown.why()) : null,
        snapshot.isRepairing(),
        snapshot.interrupted().map(this::interrupted).orElse(null),
        snapshot.snoozedUntil().map(Instant::toString).orElse(null),
        snapshot.watchingUntil().map(Instant::toString).orElse(null),
        snapshot.notice().map(this::say).orElse(null),
        ExitCode.of(status));
  }

  AlertLine alert(Alert alert) {
    return new AlertLine(
        clock.instant().toString(),
        say(knowledge.headline(alert.failure(), clock.instant())),
        code(alert.failure().code()),
        alert.recurrence());
  }

  History history(Message pc, List<Case> cases, KeptCopies.Total copies) {
    return new History(
        say(pc),
        cases(cases),
        new CopiesShape(copies.folders(), copies.size().bytes(), copies.size().whole()));
  }

  List<CaseShape> cases(List<Case> cases) {
    return cases.stream()
        .map(
            one ->
                new CaseShape(
                    code(one.code()),
                    word(one.state()),
                    one.entries().stream().map(this::entry).toList()))
        .toList();
  }

  MachineHistoryShape machineHistory(Message pc, MachineHistory history, int exitCode) {
    return new MachineHistoryShape(
        say(pc),
        history.runs().stream().map(this::ended).toList(),
        history.notice().map(this::say).orElse(null),
        exitCode);
  }

  private EndedRunShape ended(MachineHistory.EndedRun run) {
    Verdict verdict = run.verdict();
    return new EndedRunShape(
        run.runId(),
        run.fix().commandName(),
        run.failed().map(JsonShapes::failure).orElse(null),
        run.startedAt().toString(),
        run.endedAt().toString(),
        word(verdict.kind()),
        verdict.words().reason().orElse(null),
        say(verdict.words()),
        verdict.code().map(HResult::hex).orElse(null));
  }

  private static FailureShape failure(Failure failed) {
    return new FailureShape(
        word(failed.operation()),
        failed.code().hex(),
        failed.update().map(UUID::toString).orElse(null));
  }

  WindowsHistory windowsHistory(Message pc, List<UpdateHistoryEntry> kept) {
    return new WindowsHistory(say(pc), kept.stream().map(this::kept).toList());
  }

  private KeptUpdate kept(UpdateHistoryEntry entry) {
    Optional<HResult> failure = entry.result().filter(HResult::isFailure);
    String result =
        failure.isPresent()
            ? "failed"
            : entry.result().isPresent() ? "installed" : "waited-for-restart";
    return new KeptUpdate(
        entry.date().toString(),
        entry.title(),
        entry.updateId(),
        result,
        failure.map(this::code).orElse(null));
  }

  ExplainShape explanation(Reading reading, int exitCode) {
    if (reading instanceof Reading.Code read) {
      var explained = app.regrip.errors.Explanation.of(read, knowledge.catalog());
      return new Explained(
          explained.known() ? "explained" : "unknown",
          code(explained),
          say(explained.parts()),
          parts(explained.code()),
          explained.family().id(),
          say(explained.advice()),
          explained.fix().orElse(null),
          explained.near().isEmpty() ? null : named(explained.near()),
          exitCode);
    } else if (reading instanceof Reading.Ambiguous ambiguous) {
      return new NotExplained(
          "ambiguous", codes(ambiguous.candidates()), say(ambiguous.words()), exitCode);
    } else if (reading instanceof Reading.NotACode not) {
      return new NotExplained("not-a-code", named(not.nearMisses()), say(not.words()), exitCode);
    }
    throw new IllegalArgumentException("not a reading: " + reading);
  }

  Diagnosis diagnosis(Message pc, List<Finding> findings, int exitCode) {
    return new Diagnosis(say(pc), findings(findings), exitCode);
  }

  Doctor examination(List<Capability> capabilities, int exitCode) {
    return new Doctor(
        capabilities.stream()
            .map(c -> new CapabilityShape(say(c.name()), word(c.state()), say(c.says())))
            .toList(),
        exitCode);
  }

  SelfTested selfTest(List<Judged> judged, int exitCode) {
    return new SelfTested(
        judged.stream()
            .map(
                j ->
                    new AnswerShape(
                        j.assumption().id(),
                        j.assumption().name(),
                        say(j.assumption().statement()),
                        word(j.answer()),
                        say(j.answer().seen())))
            .toList(),
        exitCode);
  }

  private static String word(Answer answer) {
    if (answer instanceof Answer.Held) {
      return "held";
    }
    return answer instanceof Answer.DidNotHold ? "did-not-hold" : "could-not-ask";
  }

  Plan plan(Message pc, Preview preview) {
    return new Plan(
        say(pc),
        preview.request().fix().commandName(),
        say(preview.title()),
        findings(preview.findings()),
        preview.steps().stream().map(this::say).toList(),
        preview.shortest().toSeconds(),
        preview.longest().toSeconds(),
        preview.couldLose().stream().map(this::say).toList(),
        preview.refusal().map(this::say).orElse(null),
        preview.refusal().flatMap(Message::reason).orElse(null));
  }

  static StepEnded step(Rung rung, int number, Step step) {
    return new StepEnded(
        rung.fix().commandName(),
        number,
        rung.steps().size(),
        step.title().english(),
        word(step.state()),
        step.words().english());
  }

  VerdictShape verdict(Verdict verdict) {
    return new VerdictShape(
        word(verdict.kind()),
        verdict.words().reason().orElse(null),
        say(verdict.words()),
        say(verdict.next()),
        verdict.code().map(this::code).orElse(null),
        verdict.nextFix().map(Fix::commandName).orElse(null),
        ExitCode.of(verdict));
  }

  private Code code(HResult number) {
    return code(knowledge.explain(number));
  }

  private Code code(app.regrip.errors.Explanation explained) {
    return new Code(
        explained.code().hex(),
        explained.code().value(),
        explained.code().unsigned(),
        explained.symbol(),
        explained.aliases().isEmpty() ? null : explained.aliases(),
        say(explained.component()),
        say(explained.meaning()),
        explained.known());
  }

  private static CodeParts parts(HResult code) {
    return new CodeParts(
        code.isFailure() ? "failure" : "success",
        code.facility(),
        code.code(),
        code.isWin32() ? code.code() : null);
  }

  private List<Code> named(List<ErrorName> names) {
    return codes(names.stream().map(ErrorName::code).toList());
  }

  private List<Code> codes(List<HResult> numbers) {
    return numbers.stream().map(this::code).toList();
  }

  private Interrupted interrupted(InterruptedRepair repair) {
    return new Interrupted(
        repair.runId(),
        repair.fix().commandName(),
        repair.startedAt().toString(),
        repair.step(),
        repair.steps(),
        say(repair.words()),
        repair.waitsForRestart());
  }

  private EntryShape entry(Entry entry) {
    String at = entry.at().toString();
    if (entry instanceof Entry.Failed e) {
      return new FailedShape(
          "failed", at, e.code().hex(), e.operation().toLowerCase(Locale.ROOT), e.title());
    } else if (entry instanceof Entry.Tried e) {
      return new TriedShape(
          "tried",
          at,
          e.verdict().code().map(HResult::hex).orElse(null),
          e.runId(),
          e.fix().commandName(),
          word(e.verdict().kind()),
          e.verdict().words().reason().orElse(null),
          say(e.verdict().words()));
    } else if (entry instanceof Entry.CameBack e) {
      return new CameBackShape("came-back", at, e.code().hex(), e.recurrence());
    } else if (entry instanceof Entry.Closed e) {
      return new ClosedShape("closed", at, say(e.why()));
    }
    throw new IllegalArgumentException("not an entry of a case: " + entry);
  }

  private List<FindingShape> findings(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                new FindingShape(
                    f.id(),
                    word(f.severity()),
                    say(f.text()),
                    say(f.evidence()),
                    f.fix().map(Fix::commandName).orElse(null)))
        .toList();
  }

  private String say(Message message) {
    return words.apply(message);
  }

  private static String name(UpdateStatus status) {
    if (status instanceof UpdateStatus.Working) {
      return "working";
    } else if (status instanceof UpdateStatus.Failing) {
      return "failing";
    }
    return status instanceof UpdateStatus.Repaired ? "repaired" : "unknown";
  }

  private static String since(UpdateStatus status) {
    if (status instanceof UpdateStatus.Working working) {
      return working.at().toString();
    } else if (status instanceof UpdateStatus.Failing failing) {
      return failing.first().toString();
    }
    return status instanceof UpdateStatus.Repaired repaired ? repaired.at().toString() : null;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
