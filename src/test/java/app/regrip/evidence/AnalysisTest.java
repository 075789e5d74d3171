package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.evidence.LogFinding.Severity;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.repair.Fix;
import app.regrip.update.UpdateEvent.Operation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisTest {

  private static final String WUC =
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
          + "<Provider Name='Microsoft-Windows-WindowsUpdateClient'/><EventID>%d</EventID>"
          + "<TimeCreated SystemTime='2026-03-%02dT10:00:00.1234567Z'/></System><EventData>"
          + "<Data Name='errorCode'>%s</Data><Data Name='updateTitle'>%s</Data></EventData></Event>";
  private static final String QC =
      "[SC] QueryServiceConfig SUCCESS\r\n\r\nSERVICE_NAME: wuauserv\r\n"
          + "        TYPE               : 10  WIN32_OWN_PROCESS \r\n"
          + "        START_TYPE         : 4   DISABLED\r\n";
  private static final String SFC =
      "Beginning system scan.  This process will take some time.\r\n\r\n"
          + "Windows Resource Protection did not find any integrity violations.\r\n";
  private static final String DISM =
      "Deployment Image Servicing and Management tool\r\nVersion: 10.0.19041.1\r\n\r\n"
          + "Image Version: 10.0.19045.1\r\n\r\n"
          + "[==========================100.0%==========================]"
          + " The component store is repairable.\r\nThe operation completed successfully.\r\n";

  @TempDir Path folder;

  @Test
  void eventsWithoutARootAreReadOneByOneAndABrokenOneCostsNoOther() {
    String broken = "<Event><System><EventID>20</EventID></Sys></Event>";
    String torn = "<Event><System><EventID>20";
    FileReport file =
        only(
            WUC.formatted(20, 1, "0x80070006", "KB5000001")
                + broken
                + torn
                + WUC.formatted(19, 2, "0x0", "KB5000002")
                + "<Event><System>");
    assertThat(file.kind()).isEqualTo(FileKind.EVENT_XML);
    assertThat(file.events())
        .extracting(LoggedEvent::operation, LoggedEvent::outcome, LoggedEvent::error)
        .containsExactly(
            tuple(Operation.INSTALL, Outcome.FAILED, Optional.of(HResult.INVALID_HANDLE)),
            tuple(Operation.INSTALL, Outcome.SUCCEEDED, Optional.empty()));
    assertThat(file.events().get(0).time())
        .map(LogTime::toString)
        .hasValue("2026-03-01T10:00:00.1234567Z");
    assertThat(file.problems()).hasSize(2);
  }

  @Test
  void aBigListOnOneLineLosesNoEventAndListsTheNewest() {
    StringBuilder list = new StringBuilder("<Events>");
    for (int i = 0; i < 11_000; i++) {
      list.append(WUC.formatted(20, 1 + i % 28, "0x80070006", "KB5000001"));
    }
    Analysis.Result result =
        of(list.append("</Events>").toString().getBytes(StandardCharsets.UTF_8));
    assertThat(result.files().get(0).events()).hasSize(FileEvidence.MOST_EVENTS);
    assertThat(result.files().get(0).problems())
        .extracting(problem -> problem.what().english())
        .containsExactly("6000 older events are counted but not listed.");
    assertThat(result.findings().get(0).count()).isEqualTo(11_000);
  }

  @Test
  void anEntityIsNeverFollowed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    FileReport file =
        only(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \""
                + secret.toUri()
                + "\">]>"
                + WUC.formatted(20, 1, "0x80070006", "&e;")
                + WUC.formatted(19, 2, "0x0", "KB5000002"));
    assertThat(file.events()).hasSize(1);
    assertThat(file.toString()).doesNotContain("SECRET");
  }

  @Test
  void theSameEventsAreReadInEveryEncoding() {
    String text = "\uFEFF" + WUC.formatted(20, 1, "0x80070006", "Güncelleştirme 更新 KB5000001");
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(only(text.getBytes(charset)).events().get(0).title())
          .as(charset.name())
          .hasValue("Güncelleştirme 更新 KB5000001");
      assertThat(only(text.substring(1).getBytes(charset)).events().get(0).title())
          .as(charset.name() + " without a mark")
          .hasValue("Güncelleştirme 更新 KB5000001");
    }
  }

  @Test
  void aBatchFilesMixtureOfEncodingsKeepsItsOrder() throws Exception {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.write(DISM.getBytes(StandardCharsets.US_ASCII));
    mixed.write(SFC.getBytes(StandardCharsets.UTF_16LE));
    mixed.write(DISM.getBytes(StandardCharsets.US_ASCII));
    FileReport file = only(mixed.toByteArray());
    assertThat(file.kind()).isEqualTo(FileKind.DISM_OUTPUT);
    assertThat(file.runs())
        .extracting(ToolRun::verdict)
        .containsExactly(
            ToolRun.Verdict.REPAIRABLE, ToolRun.Verdict.HEALTHY, ToolRun.Verdict.REPAIRABLE);
  }

  @Test
  void reportsHaveTwelveOrThirteenFieldsAndATornLineIsTold() {
    String id = "{16D57C29-A552-4B80-80E9-A353C6D90CBE}\t2023-01-06 09:45:55:528-0500\t1\t";
    FileReport file =
        only(
            id
                + "148 [AGENT_DETECTION_FAILED]\t101\t{9482F4B4-E343-43B6-B170-9A65BC822C77}\t0\t80072ee2"
                + "\tApp\tFailure\tSoftware Synchronization\tfailed\tcv\r\n"
                + id
                + "163 [(null)]\t101\t{0}\t0\t8024000b\tApp\tSuccess\tContent Download\tx\r\n"
                + id
                + "182 [AGENT");
    assertThat(file.kind()).isEqualTo(FileKind.REPORTING_EVENTS);
    assertThat(file.events())
        .extracting(LoggedEvent::outcome)
        .containsExactly(Outcome.FAILED, Outcome.OTHER);
    assertThat(file.problems()).extracting(Problem::line).containsExactly(3L);
  }

  @Test
  void theLogOfInnerStepsNeverMakesAnError() {
    Analysis.Result result =
        of(
            ("2023/05/22 08:10:12.8479970 6996  7148  Agent           *FAILED* [80248014] x\r\n"
                    + "2023/05/22 08:10:13.8479970 6996  7148  Agent           *FAILED* [80070306] x\r\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(result.files().get(0).events()).hasSize(2);
    assertThat(result.answer()).isEqualTo(Analysis.Answer.UNKNOWN);
    assertThat(result.findings())
        .extracting(LogFinding::id)
        .containsExactly("cannot-tell", "inner-failure", "inner-failure");
    assertThat(result.findings())
        .noneMatch(f -> f.code().equals(Optional.of(HResult.INVALID_HANDLE)));
  }

  @Test
  void anUpdateInTheLogOfTheAgentHasOneOutcome() {
    String head = "2026/05/22 08:10:12.8479970 6996  7148  ";
    String failed =
        head
            + "Agent           LogHistory called. idUpdate={E0F87EBF-B414-4AC7-A225-8FE802CF8618}.1,"
            + " resultMapped=80070643, resultUnMapped=FFFE\r\n"
            + head
            + "ComApi          Install call complete (succeeded = 0, succeeded with errors = 0,"
            + " failed = 1, cancelled = 0, unaccounted = 0\r\n"
            + head
            + "ComApi          Exit code = 0x00000000; Call error code = 0x80240022\r\n";
    Analysis.Result result = of(failed.getBytes(StandardCharsets.UTF_8));
    assertThat(result.answer()).isEqualTo(Analysis.Answer.WRONG);
    assertThat(result.findings())
        .extracting(LogFinding::id, LogFinding::count, f -> f.code().orElseThrow().hex())
        .containsExactly(tuple("update-failure", 1L, "0x80070643"));
    String sum = failed.substring(failed.indexOf(head, 1), failed.lastIndexOf(head));
    assertThat(of(sum.getBytes(StandardCharsets.UTF_8)).findings())
        .extracting(LogFinding::id, f -> f.code().isPresent())
        .containsExactly(tuple("update-failure", false));
    assertThat(
            of(sum.replace("failed = 1", "failed = 0")
                    .replace("(succeeded = 0", "(succeeded = 2")
                    .getBytes(StandardCharsets.UTF_8))
                .answer())
        .isEqualTo(Analysis.Answer.WELL);
  }

  @Test
  void aServerThatDoesNotAnswerIsOneFailureForEachAttempt() {
    String attempt =
        "2026-11-13\t11:15:01:%d\t1048\tfd4\tMisc\tWARNING: SendRequest failed with hr = 80072efe."
            + " Proxy List used: <(null)>\r\n"
            + "2026-11-13\t11:15:01:%d\t1048\tfd4\tMisc\tWARNING: WinHttp: SendRequestUsingProxy"
            + " failed for <https://x>. error 0x80072efe\r\n";
    Analysis.Result result =
        of(
            (attempt.formatted(303, 303) + attempt.formatted(427, 427))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(result.findings())
        .extracting(LogFinding::id, LogFinding::count, f -> f.code().orElseThrow().hex())
        .containsExactly(tuple("update-failure", 2L, "0x80072EFE"));
  }

  @Test
  void oneFailureInThreeLogsIsOne() {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    read(analysis, "System.xml", WUC.formatted(20, 1, "0x800f0922", "Update (KB5101010)"));
    read(
        analysis,
        "ReportingEvents.log",
        "{16D57C29-A552-4B80-80E9-A353C6D90CBE}\t2026-03-01 12:00:04:528+0200\t1\t"
            + "182 [AGENT_INSTALLING_FAILED]\t101\t{9482F4B4-E343-43B6-B170-9A65BC822C77}\t200"
            + "\t800f0922\tApp\tFailure\tContent Install\tInstallation Failure: Windows failed to"
            + " install the following update with error 0x800f0922: Update (KB5101010).\tcv\n");
    read(
        analysis,
        "CBS.log",
        "2026-03-01 11:58:50, Error                 CBS    Startup: Failed to process advanced"
            + " operation queue, startupPhase: 0.  A rollback transaction will be created. [HRESULT"
            + " = 0x800f0922 - CBS_E_INSTALLERS_FAILED]\n");
    assertThat(analysis.result().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.count()).isEqualTo(1);
              assertThat(finding.evidence())
                  .containsExactly("System.xml:1", "ReportingEvents.log:1", "CBS.log:1");
              assertThat(finding.text().english()).contains("rolled it back");
            });
  }

  @Test
  void whatWorkedOnOnePcHealsNothingOnAnother() {
    String failed = WUC.formatted(20, 1, "0x80070643", "Update (KB5101010)");
    String worked = WUC.formatted(19, 2, "0x0", "Update (KB5101010)");
    Analysis two = new Analysis(ErrorCatalog.load());
    read(two, "a.xml", failed.replace("</System>", "<Computer>PC-A.home</Computer></System>"));
    read(two, "b.xml", worked.replace("</System>", "<Computer>PC-B</Computer></System>"));
    assertThat(two.result().answer()).isEqualTo(Analysis.Answer.WRONG);
    assertThat(two.result().findings().get(0).text().english()).startsWith("On PC-A: ");
    Analysis one = new Analysis(ErrorCatalog.load());
    read(one, "a.xml", failed.replace("</System>", "<Computer>PC-A.home</Computer></System>"));
    read(one, "b.xml", worked);
    assertThat(one.result().answer()).isEqualTo(Analysis.Answer.WELL);
    assertThat(one.result().findings().get(0).text().english()).contains("of PC-A");
  }

  @Test
  void aFailureThatWorkedLaterIsHealedAndOneThatDidNotIsAnError() {
    String failed = WUC.formatted(20, 1, "0x80070006", "Update (KB5000001)");
    Analysis.Result healed =
        of((failed + WUC.formatted(19, 2, "0x0", "KB5000001")).getBytes(StandardCharsets.UTF_8));
    assertThat(healed.findings())
        .extracting(LogFinding::id)
        .containsExactly("nothing-wrong", "healed");
    LogFinding open = of(failed.getBytes(StandardCharsets.UTF_8)).findings().get(0);
    assertThat(open.severity()).isEqualTo(Severity.ERROR);
    assertThat(open.fix()).hasValue(Fix.ALL);
    assertThat(open.evidence()).containsExactly("log:1");
  }

  @Test
  void storeAppsAreNotTheFaultOfWindowsUpdate() {
    Analysis.Result result =
        of(
            WUC.formatted(20, 1, "0x80070006", "9MWPM2CQNLHN-Some.App")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(result.findings())
        .extracting(LogFinding::id)
        .containsExactly("cannot-tell", "not-windows");
  }

  @Test
  void onlyTheConfiguredTypeIsACauseOfTheInvalidHandle() {
    assertThat(of(QC.getBytes(StandardCharsets.US_ASCII)).findings())
        .extracting(LogFinding::id, f -> f.fix().orElseThrow())
        .containsExactly(
            tuple("own-process", Fix.SHARE_PROCESS), tuple("service-disabled", Fix.RESET));
    String running =
        "SERVICE_NAME: wuauserv\n        TYPE    : 10  WIN32_OWN_PROCESS\n        STATE   : 4  RUNNING\n";
    assertThat(of(running.getBytes(StandardCharsets.US_ASCII)).findings())
        .extracting(LogFinding::id)
        .containsExactly("nothing-wrong");
  }

  @Test
  void historiesAreReadAsListAndAsTable() {
    assertThat(
            only("Operation : 1\nResultCode : 4\nHResult : -2147024890\nDate : 8/29/2018 9:36:50 PM\nTitle : A (KB1234567)\n")
                .events())
        .containsExactly(
            new LoggedEvent(
                PrintedDate.in("2018-08-29 21:36:50", false),
                Operation.INSTALL,
                Outcome.FAILED,
                Optional.of(HResult.INVALID_HANDLE),
                Optional.of("A (KB1234567)"),
                1,
                true));
    FileReport table =
        only(
            "ResultCode     HResult Date                 Title\n"
                + "---------- ----------- ----                 -----\n"
                + "         2           0 8/29/2018 9:36:50 PM Update A (KB1234567)\n"
                + "         4 -2147024890 7/5/2018 9:36:50 PM  Update B (KB1234568)\n");
    assertThat(table.events())
        .extracting(LoggedEvent::outcome, e -> e.title().orElse(""))
        .containsExactly(
            tuple(Outcome.SUCCEEDED, "Update A (KB1234567)"),
            tuple(Outcome.FAILED, "Update B (KB1234568)"));
    assertThat(
            only("Caption  CSName  Description  FixComments  HotFixID   InstalledOn\n"
                    + "http://x  PC  Update  KB5000001  5/7/2023\n")
                .events()
                .get(0)
                .time())
        .map(LogTime::toString)
        .hasValue("2023-05-07T00:00:00");
  }

  @Test
  void aDateThatCouldBeTwoIsNone() {
    assertThat(PrintedDate.in("7-5-2023 15:21:09", false)).isEmpty();
    assertThat(PrintedDate.in("7/5/2023 15:21:09", false)).isEmpty();
    assertThat(PrintedDate.in("31.12.2023 15:21", false))
        .map(LogTime::toString)
        .hasValue("2023-12-31T15:21:00");
  }

  @Test
  void anAllClearNamesWhatWasSeenAndUntilWhen() {
    Analysis.Result result =
        of(
            (WUC.formatted(19, 1, "0x0", "KB5000001") + WUC.formatted(19, 3, "0x0", "KB5000002"))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(result.answer()).isEqualTo(Analysis.Answer.WELL);
    assertThat(result.findings())
        .singleElement()
        .extracting(finding -> finding.text().english())
        .asString()
        .contains("2 updates were installed, the last on 3 Mar 2026 10:00 UTC");
  }

  @Test
  void aSuccessWithAnErrorNumberIsNoEvidence() {
    assertThat(
            of(WUC.formatted(19, 1, "0x80070643", "KB5000001").getBytes(StandardCharsets.UTF_8))
                .answer())
        .isEqualTo(Analysis.Answer.UNKNOWN);
  }

  @Test
  void aKnownKindOfWhichNothingCouldBeReadSaysSoAndClearsNothing() {
    String mute = "2026-03-01 10:00:00, Info                  CBS    Reboot mark refs: 0\n";
    Analysis.Result alone = of(mute.getBytes(StandardCharsets.UTF_8));
    assertThat(alone.answer()).isEqualTo(Analysis.Answer.UNKNOWN);
    assertThat(alone.findings()).isEmpty();
    assertThat(alone.files().get(0).problems().get(0).what().english())
        .startsWith("Nothing could be read from it: ");
    Analysis both = new Analysis(ErrorCatalog.load());
    both.read("sfc.txt", new ByteArrayInputStream(SFC.getBytes(StandardCharsets.UTF_8)));
    assertThat(both.result().answer()).isEqualTo(Analysis.Answer.WELL);
    both.read("CBS.log", new ByteArrayInputStream(mute.getBytes(StandardCharsets.UTF_8)));
    assertThat(both.result().answer()).isEqualTo(Analysis.Answer.UNKNOWN);
    assertThat(both.result().findings())
        .extracting(LogFinding::id)
        .containsExactly("cannot-tell", "files-healthy");
  }

  @Test
  void eventsOfOtherMattersClearNothingAndForbidNothing() {
    String other =
        WUC.formatted(41, 1, "0x0", "A").replace("WindowsUpdateClient", "Kernel-General");
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read("a.xml", new ByteArrayInputStream(other.getBytes(StandardCharsets.UTF_8)));
    assertThat(analysis.result().answer()).isEqualTo(Analysis.Answer.UNKNOWN);
    assertThat(analysis.result().files().get(0).problems())
        .extracting(problem -> problem.what().english())
        .containsExactly(
            "Nothing about updates could be read from it: its only event is not about Windows"
                + " Update.");
    analysis.read("sfc.txt", new ByteArrayInputStream(SFC.getBytes(StandardCharsets.UTF_8)));
    assertThat(analysis.result().answer()).isEqualTo(Analysis.Answer.WELL);
  }

  @Test
  void anErrorOfDismIsKnownInAnyLanguage() {
    assertThat(only("Fehler: 740\n\nFür DISM sind erhöhte Rechte erforderlich.\n").kind())
        .isEqualTo(FileKind.DISM_OUTPUT);
  }

  @Test
  void whatIsNoLogIsUnknownAndSaysWhatToSend() {
    for (String text :
        new String[] {"", "Then DISM said something about the store.\n", "PK\3\4abc"}) {
      FileReport file = only(text);
      assertThat(file.kind()).isEqualTo(FileKind.UNKNOWN);
      assertThat(file.problems()).hasSize(1);
    }
  }

  @Test
  void aFolderIsReadInTheOrderOfNames() throws Exception {
    Files.writeString(folder.resolve("b.txt"), SFC);
    Files.writeString(folder.resolve("a.xml"), WUC.formatted(19, 1, "0x0", "KB5000001"));
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read(folder);
    assertThat(analysis.result().files())
        .extracting(FileReport::kind)
        .containsExactly(FileKind.EVENT_XML, FileKind.SFC_OUTPUT);
  }

  private static void read(Analysis analysis, String name, String text) {
    analysis.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static FileReport only(String text) {
    return only(text.getBytes(StandardCharsets.UTF_8));
  }

  private static FileReport only(byte[] bytes) {
    return of(bytes).files().get(0);
  }

  private static Analysis.Result of(byte[] bytes) {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read("log", new ByteArrayInputStream(bytes));
    return analysis.result();
  }
}
