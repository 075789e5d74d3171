package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events, results and states as people paste them, each in the form its program gives. */
class PastedTest {

  private static final String FAILURE =
      "Installation Failure: Windows failed to install the following update with error 0x80070643:"
          + " 2026-02 Security Update for Windows 10 (KB5099001).";
  private static final String GERMAN_FAILURE =
      "Installationsfehler: Die Installation des folgenden Updates ist mit Fehler 0x80070643"
          + " fehlgeschlagen: 2026-02 Security Update for Windows 10 (KB5099001).";

  @Test
  void wevtutilAsText() {
    oneFailure(
        FileKind.EVENT_TEXT,
        "2026-02-11T08:15:02",
        """
        Event[0]:
          Log Name: System
          Source: Microsoft-Windows-WindowsUpdateClient
          Date: 2026-02-11T08:15:02.123
          Event ID: 20
          Task: Windows Update Agent
          Level: Error
          Opcode: Installation
          Keyword: Installation,Failure
          User: S-1-5-18
          User Name: NT AUTHORITY\\SYSTEM
          Computer: DESK
          Description:
        %s

        Event[1]:
          Log Name: System
          Source: Some-Other-Provider
          Date: 2026-02-11T08:15:01.000
          Event ID: 7
          Level: Information
          Description:
        Nothing of interest.
        """
            .formatted(FAILURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Log Name:      System
        Source:        Microsoft-Windows-WindowsUpdateClient
        Date:          2/13/2026 8:15:02 AM
        Event ID:      20
        Task Category: Windows Update Agent
        Level:         Error
        Keywords:      Installation,Failure
        User:          SYSTEM
        Computer:      DESK
        Description:
        %s
        Event Xml:
        """,
        """
        Protokollname: System
        Quelle:        Microsoft-Windows-WindowsUpdateClient
        Datum:         13.02.2026 08:15:02
        Ereignis-ID:   20
        Aufgabenkategorie:Windows Update-Agent
        Ebene:         Fehler
        Benutzer:      SYSTEM
        Computer:      DESK
        Beschreibung:
        %s
        """,
        """


        TimeCreated  : 2/13/2026 8:15:02 AM
        ProviderName : Microsoft-Windows-WindowsUpdateClient
        Id           : 20
        Message      : %s

        """,
        """
        Index              : 4711
        EntryType          : Error
        InstanceId         : 20
        Message            : %s
        Category           : (1)
        CategoryNumber     : 1
        ReplacementStrings : {0x80070643}
        Source             : Microsoft-Windows-WindowsUpdateClient
        TimeGenerated      : 2/13/2026 8:15:02 AM
        TimeWritten        : 2/13/2026 8:15:02 AM
        UserName           : NT AUTHORITY\\SYSTEM
        """,
        """
        ==================== Event log errors: ========================

        System errors:
        =============
        Error: (02/13/2026 08:15:02 AM) (Source: Microsoft-Windows-WindowsUpdateClient) (EventID: 20) (User: NT AUTHORITY)
        Description: %s

        Error: (02/13/2026 08:10:00 AM) (Source: Service Control Manager) (EventID: 7034) (User: )
        Description: The Fax service terminated unexpectedly.  It has done this 1 time(s).
        """,
        """
        Level,Date and Time,Source,Event ID,Task Category
        Error,2/13/2026 8:15:02 AM,Microsoft-Windows-WindowsUpdateClient,20,Windows Update Agent,"%s"
        """,
        """
        Ebene;Datum und Uhrzeit;Quelle;Ereignis-ID;Aufgabenkategorie
        Fehler;13.02.2026 08:15:02;Microsoft-Windows-WindowsUpdateClient;20;Windows Update-Agent;"%s"
        """,
        """
        Fehler,13.02.2026 08:15:02,Microsoft-Windows-WindowsUpdateClient,20,Windows Update-Agent,"%s"
        """,
        """
        "Message","Id","Version","ProviderName","LogName","TimeCreated"
        "%s
        ","20","1","Microsoft-Windows-WindowsUpdateClient","System","2/13/2026 8:15:02 AM"
        """,
        """

           ProviderName: Microsoft-Windows-WindowsUpdateClient

        TimeCreated                      Id LevelDisplayName Message
        -----------                      -- ---------------- -------
        2/13/2026 8:15:02 AM             20 Error            %s
        """,
        """
        [
            {
                "TimeCreated":  "\\/Date(1770970502000)\\/",
                "ProviderName":  "Microsoft-Windows-WindowsUpdateClient",
                "Id":  20,
                "Message":  "%s"
            }
        ]
        """,
        """
        [{"EventID":20,"Source":"Microsoft-Windows-WindowsUpdateClient","TimeGenerated":"2026-02-13T08:15:02","Message":"%s"}]
        """,
        """
        Message         : %s
        ProductName     : 2026-02 Security Update for Windows 10 (KB5099001)
        SourceName      : Microsoft-Windows-WindowsUpdateClient
        EventIdentifier : 20
        TimeGenerated   : 20260213081502.000000-000
        """
      })
  void oneEventInManyForms(String form) {
    for (String message : List.of(FAILURE, GERMAN_FAILURE)) {
      FileReport file = read(form.formatted(message));
      List<LoggedEvent> failures = failures(file);
      assertThat(failures).as(form).hasSize(1);
      LoggedEvent event = failures.get(0);
      assertThat(event.operation()).isEqualTo(Operation.INSTALL);
      assertThat(event.error()).contains(new HResult(0x80070643));
      assertThat(event.title().orElse("")).endsWith("(KB5099001)");
      assertThat(event.time().map(LogTime::toString).orElse(""))
          .as(form)
          .startsWith("2026-02-13T08:15:02");
    }
  }

  @Test
  void theLogOfPowerShellAsATable() {
    FileReport file =
        read(
            """
            Index Time          EntryType   Source                 InstanceID Message
            ----- ----          ---------   ------                 ---------- -------
             4711 Feb 13 08:15  Error       Microsoft-Windows-...          20 Installation Failure: W...
             4710 Feb 13 08:14  Information Microsoft-Windows...           19 Installation Successful...
            """);
    assertThat(file.kind()).isEqualTo(FileKind.EVENT_TEXT);
    assertThat(file.events())
        .extracting(LoggedEvent::outcome)
        .containsExactly(Outcome.FAILED, Outcome.SUCCEEDED);
  }

  @Test
  void aSentenceAlone() {
    oneFailure(FileKind.EVENT_TEXT, "", FAILURE + "\n");
    oneFailure(FileKind.EVENT_TEXT, "", GERMAN_FAILURE + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error: (02/13/2026 08:16:02 AM) (Source: WindowsUpdateClient) (User: NT AUTHORITY)\n"
            + "Description: %s\n",
        "Description\nWindows Update\n%s\n\nSource\nWindows Update\n\nSummary\nUnsuccessful\n",
        "{\"Id\": 20, \"ProviderName\": \"Microsoft-Windows-WindowsUpdateClient\", \"Message\":"
            + " \"%s\""
      })
  void evenWhereSomethingIsMissing(String form) {
    assertThat(failures(read(form.formatted(FAILURE))))
        .singleElement()
        .satisfies(event -> assertThat(event.error()).contains(new HResult(0x80070643)));
  }

  @Test
  void aServiceThatUpdatesNeed() {
    FileReport file =
        read(
            "Error: (03/14/2026 04:37:05 AM) (Source: Service Control Manager) (EventID: 7023)"
                + " (User: )\nDescription: The Windows Update service terminated with the following"
                + " error: %%2147942406\n");
    assertThat(file.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
              assertThat(event.aboutWindows()).isTrue();
              assertThat(event.error()).contains(HResult.INVALID_HANDLE);
            });
  }

  @Test
  void resultsOfAnsible() {
    oneFailure(
        FileKind.RESULT_JSON,
        "",
        """
        {"changed": false, "failed_update_count": 1, "found_update_count": 1,
         "updates": {"0a0b0c0d-0000-4000-8000-000000000001": {
            "categories": ["Security Updates"], "failure_hresult_code": 2147944003,
            "failure_msg": "The installer failed", "installed": false, "kb": ["5099001"],
            "title": "2026-02 Security Update for Windows 10 (KB5099001)"}}}
        """);
  }

  @Test
  void resultsOfIntune() {
    oneFailure(
        FileKind.RESULT_JSON,
        "",
        """
        {"value": [{"deviceName": "DESK", "updateState": "failed", "alertErrorCode": "0x80070643",
          "displayName": "2026-02 Security Update for Windows 10 (KB5099001)"}]}
        """);
  }

  @Test
  void theUpdateHandlerOfConfigurationManager() {
    FileReport file =
        read(
            """
            <![LOG[Its a WSUS Update Source type ({00000000-0000-4000-8000-000000000001}), adding it.]LOG]!><time="08:53:25.263-60" date="02-13-2026" component="WUAHandler" context="" type="1" thread="1" file="a.cpp:1">
            <![LOG[OnSearchComplete - Failed to end search job. Error = 0x8024402c.]LOG]!><time="08:54:00.000-60" date="02-13-2026" component="WUAHandler" context="" type="3" thread="1" file="a.cpp:2">
            <![LOG[Installation job encountered some failures. Error = 0x80070643. Commit Result = 0x00000001.]LOG]!><time="08:55:00.000-60" date="02-13-2026" component="WUAHandler" context="" type="3" thread="1" file="a.cpp:3">
            <![LOG[Successfully completed scan.]LOG]!><time="09:55:00.000-60" date="02-13-2026" component="WUAHandler" context="" type="1" thread="1" file="a.cpp:4">
            """);
    assertThat(file.kind()).isEqualTo(FileKind.CONFIG_MANAGER_LOG);
    assertThat(file.events())
        .extracting(LoggedEvent::operation, LoggedEvent::outcome, LoggedEvent::error)
        .containsExactly(
            tuple(Operation.SEARCH, Outcome.FAILED, Optional.of(new HResult(0x8024402C))),
            tuple(Operation.INSTALL, Outcome.FAILED, Optional.of(new HResult(0x80070643))),
            tuple(Operation.SEARCH, Outcome.SUCCEEDED, Optional.empty()));
    assertThat(file.events().get(0).time())
        .map(LogTime::toString)
        .contains("2026-02-13T08:54:00+01:00");
  }

  @Test
  void windowsSetup() {
    FileReport file =
        read(
            """
            2026-02-13 08:15:00, Info                  MOUPG  Setup is on its way
            2026-02-13 08:15:02, Error                 SP     Operation failed: Add drivers. Error: 0x80070002
            2026-02-13 08:15:03, Error                 MOUPG  CSetupManager::Execute(1): Result = 0xC1900101, 0xC1900101 - 0x20017
            """);
    assertThat(file.kind()).isEqualTo(FileKind.SETUP_LOG);
    assertThat(file.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.error()).contains(new HResult(0xC1900101));
              assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
              assertThat(event.title()).hasValueSatisfying(t -> assertThat(t).contains("SAFE_OS"));
            });
  }

  @Test
  void theHistoryOfSettings() {
    FileReport file =
        read(
            """
            Quality Updates (2)
            2026-02 Security Update for Windows 10 (KB5099001)
            Failed to install on \u200E2/\u200E13/\u200E2026 - 0x80070643
            2026-01 Cumulative Update for Windows 10 (KB5099000)
            Successfully installed on \u200E1/\u200E14/\u200E2026
            2025-12 Something (KB5098000) Failed to install on 12/13/2025 - 0x80070002
            """);
    assertThat(file.kind()).isEqualTo(FileKind.UPDATE_HISTORY);
    assertThat(file.events())
        .extracting(LoggedEvent::outcome)
        .containsExactly(Outcome.FAILED, Outcome.SUCCEEDED, Outcome.FAILED);
    assertThat(file.events().get(2).title()).contains("2025-12 Something (KB5098000)");
    assertThat(file.events().get(0).error()).contains(new HResult(0x80070643));
    assertThat(file.events().get(0).title())
        .contains("2026-02 Security Update for Windows 10 (KB5099001)");
  }

  @Test
  void rowsOfPsWindowsUpdateWithoutTheirHead() {
    FileReport file =
        read(
            """
            DESK            Installation   Failed     2/13/2026 8:15:0... 2026-02 Security Update for Windows 10 (KB5099001)
            DESK            Installation   Succeeded  1/14/2026 3:24:0... 2026-01 Cumulative Update for Windows 10 (KB5099000)
            2          DESK         Failed     KB5099001    65MB 2026-02 Security Update for Windows 10 (KB5099001)
               30 3/12/2026 2:51:20 PM 30 Install-Update     Installer error -2147023293, resultcode 4See https://example.org
            """);
    assertThat(file.kind()).isEqualTo(FileKind.UPDATE_HISTORY);
    assertThat(file.events())
        .extracting(LoggedEvent::outcome)
        .containsExactly(Outcome.FAILED, Outcome.SUCCEEDED, Outcome.FAILED, Outcome.FAILED);
    assertThat(file.events().get(3).error()).contains(new HResult(0x80070643));
  }

  @Test
  void aDateThatIsTooWideForItsColumn() {
    FileReport file =
        read(
            """
            ComputerName Operationname  Result     Date                Title
            ------------ -------------  ------     ----                -----
            DESK         Installation   Failed     2/13/2026 8:15:02 AM 2026-02 Update (KB5099001)
            """);
    assertThat(file.events().get(0).title()).contains("2026-02 Update (KB5099001)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[SC] StartService FAILED 1058:\n\nThe service cannot be started.\n",
        "[SC] StartService FEHLER 1058:\n\nDer Dienst kann nicht gestartet werden.\n",
        "[SC] StartService: \u00E9chec(s) 1058 :\n\nLe service ne peut pas d\u00E9marrer.\n",
        "System error 1058 has occurred.\n",
        "Systemfehler 1058 aufgetreten.\n",
        "\u7CFB\u7EDF\u9519\u8BEF 1058\u3002\n",
        "C:\\>sc start wuauserv\n[SC] StartService FAILED 1058:\n",
        "Status   Name               DisplayName                   StartType\n------   ----"
            + "               -----------                   ---------\nStopped  wuauserv"
            + "           Windows Update                Disabled\n",
        "Name                : wuauserv\nStatus              : Stopped\nStartType           :"
            + " Disabled\n"
      })
  void aDisabledService(String text) {
    assertThat(findings(text)).extracting(LogFinding::id).contains(Hint.SERVICE_DISABLED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nThe service does not exist.\n",
        "[SC] OpenService FEHLER 1060:\n\n",
        "C:\\>sc query bits\n[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n"
      })
  void aMissingService(String text) {
    assertThat(findings(text)).extracting(LogFinding::id).contains(Hint.SERVICE_MISSING);
  }

  @Test
  void anotherServiceIsNobodysTrouble() {
    assertThat(findings("C:\\>sc query fax\n[SC] OpenService FAILED 1060:\n"))
        .extracting(LogFinding::id)
        .doesNotContain(Hint.SERVICE_MISSING);
  }

  @Test
  void theNameForPeopleIsNotTheKey() {
    assertThat(
            findings(
                "SERVICE_NAME: wuauserv\nDISPLAY_NAME: Aktualisierung\n        TYPE               :"
                    + " 20  WIN32_SHARE_PROCESS\n        STATE              : 4  RUNNING\n"))
        .extracting(finding -> finding.text().english())
        .anySatisfy(text -> assertThat(text).contains("wuauserv"));
  }

  @Test
  void aBlankLineBetweenFieldsEndsNoUpdate() {
    FileReport file =
        read(
            """
            HotFixID=KB5099001\r\r

            \r\r
            InstalledOn=1/23/2026\r\r

            HotFixID=KB5099002\r\r

            InstalledOn=1/24/2026\r\r
            """);
    assertThat(file.events())
        .extracting(event -> event.title().get() + " " + event.time().get())
        .containsExactly("KB5099001 2026-01-23T00:00:00", "KB5099002 2026-01-24T00:00:00");
  }

  @Test
  void twoListedUpdatesStayTwo() {
    assertThat(
            failures(
                read(
                    """
                    Title  : Good one (KB5099002)
                    Result : Succeeded
                    Date   : 2026-01-23

                    KB     : KB5099001
                    Status : Failed
                    """)))
        .hasSize(1);
  }

  private static final String SETUP_ERRORS =
      """
      2026-02-13 08:15:00, Error                 SP     CSetupPlatform::Something(17): 0x80070002
      2026-02-13 08:15:03, Error                 MOUPG  Result = 0x80070490
      """;

  private static final String SETUP_WORKED =
      """
      2026-02-13 09:15:00, Info                  MOUPG  SetupHost: Reporting success event
      2026-02-13 09:15:02, Error                 SP     Cleanup failed 0x80070005
      """;

  @Test
  void errorsOnTheWayOfASetupThatWorkedAreNoFailure() {
    Analysis.Result result = analysed(SETUP_ERRORS + SETUP_WORKED);
    assertThat(failures(result.files().get(0))).isEmpty();
    assertThat(result.answer()).isEqualTo(Analysis.Answer.WELL);
    assertThat(analysed(SETUP_ERRORS).answer()).isEqualTo(Analysis.Answer.WRONG);
    assertThat(analysed(SETUP_WORKED + SETUP_ERRORS).answer()).isEqualTo(Analysis.Answer.WRONG);
  }

  @Test
  void theLogBesideTellsThatSetupWorked() {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    for (String log : List.of(SETUP_WORKED, SETUP_ERRORS)) {
      analysis.read(log.substring(0, 20), in(log));
    }
    assertThat(analysis.result().answer()).isEqualTo(Analysis.Answer.WELL);
  }

  @Test
  void windowsUpdateLogNamesTheUpdate() {
    String line = "2026-02-13\t08:15:00:123\t1000\tabc\tAgent\t";
    FileReport file =
        read(
            line
                + "*   Title = Some update (KB5099001)\n"
                + line
                + "*   UpdateId = {e0f87ebf-b414-4ac7-a225-8fe802cf8618}.200\n"
                + line
                + "LogHistory called. idUpdate={E0F87EBF-B414-4AC7-A225-8FE802CF8618}.200,"
                + " resultMapped=80070643, resultUnMapped=0\n");
    assertThat(failures(file))
        .singleElement()
        .satisfies(event -> assertThat(event.title()).contains("Some update (KB5099001)"));
  }

  private static void oneFailure(FileKind kind, String time, String text) {
    FileReport file = read(text);
    assertThat(file.kind()).as(text).isEqualTo(kind);
    assertThat(failures(file))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.error()).contains(new HResult(0x80070643));
              assertThat(event.title().orElse("")).endsWith("(KB5099001)");
              assertThat(event.time().map(LogTime::toString).orElse("")).isEqualTo(time);
            });
  }

  private static List<LoggedEvent> failures(FileReport file) {
    return file.events().stream()
        .filter(event -> event.outcome() == Outcome.FAILED && event.aboutWindows())
        .toList();
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static FileReport read(String text) {
    return analysed(text).files().get(0);
  }

  private static List<LogFinding> findings(String text) {
    return analysed(text).findings();
  }

  private static Analysis.Result analysed(String text) {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read("pasted", in(text));
    return analysis.result();
  }
}
