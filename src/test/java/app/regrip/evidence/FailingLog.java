package app.regrip.evidence;

import java.util.List;

/** A log of each kind that tells of a failure, and of nothing that went well. */
enum FailingLog {
  EVENTS(
      "<Events><Event><System><Provider Name='Microsoft-Windows-WindowsUpdateClient'/>"
          + "<EventID>20</EventID><TimeCreated SystemTime='2026-01-05T10:00:00Z'/></System>"
          + "<EventData><Data Name='errorCode'>0x80070643</Data>"
          + "<Data Name='updateTitle'>Update (KB5101010)</Data></EventData></Event></Events>\n"),
  REPORTS(
      "{16D57C29-A552-4B80-80E9-A353C6D90CBE}\t2026-01-06 09:45:55:528-0500\t1\t"
          + "182 [AGENT_INSTALLING_FAILED]\t101\t{9482F4B4-E343-43B6-B170-9A65BC822C77}\t200"
          + "\t80070643\tMoUpdateOrchestrator\tFailure\tContent Install\tInstallation Failure:"
          + " Windows failed to install the following update with error 0x80070643: Update"
          + " (KB5101010).\tcv\n"),
  HISTORY(
      "Operation : 1\nResultCode : 4\nHResult : -2147023293\nDate : 1/25/2026 9:36:50 PM\n"
          + "Title : Update (KB5101010)\n"),
  DISM(
      "C:\\>dism /online /cleanup-image /restorehealth\n\n"
          + "Deployment Image Servicing and Management tool\nVersion: 10.0.22621.1\n\n"
          + "Image Version: 10.0.22621.1702\n\n"
          + "[==========================100.0%==========================]\n\n"
          + "Error: 0x800f081f\n\nThe source files could not be found.\n"
          + "The DISM log file can be found at C:\\WINDOWS\\Logs\\DISM\\dism.log\n"),
  DAMAGED_STORE(
      "C:\\>dism /online /cleanup-image /scanhealth\n\n"
          + "Deployment Image Servicing and Management tool\nVersion: 10.0.22621.1\n\n"
          + "Image Version: 10.0.22621.1702\n\n"
          + "[==========================100.0%==========================] The component store is"
          + " repairable.\nThe operation completed successfully.\n"),
  SFC(
      "C:\\>sfc /scannow\n\nBeginning system scan.  This process will take some time.\n\n"
          + "Verification 100% complete.\n\nWindows Resource Protection found corrupt files but"
          + " was unable to fix some of them.\nFor online repairs, details are included in the"
          + " CBS log file\n"),
  DAMAGED_METADATA(
      "C:\\>sfc /verifyonly\n\nBeginning system scan.  This process will take some time.\n\n"
          + "Windows Resource Protection did not find any integrity violations, but the component"
          + " metadata is corrupt.\n"),
  DISM_LOG(
      lines(
          "2026-01-07 12:47:33, Info                  DISM   ",
          "DISM.EXE: <----- Starting Dism.exe session ----->",
          "DISM.EXE: Executing command line: dism  /online /cleanup-image /restorehealth",
          "DISM Package Manager: PID=1 TID=2 Failed while processing command cleanup-image. -"
              + " CPackageManagerCLIHandler::ExecuteCmdLine(hr:0x800f081f)",
          "DISM.EXE: Image session has been closed. Reboot required=no.",
          "DISM.EXE: <----- Ending Dism.exe session ----->")),
  STORE_CHECK(
      lines(
          "2026-01-07 10:00:00, Info                  CBS    ",
          "Exec: Session processing started.  Client: Manual, Session(DISM Package Manager Provider"
              + " Store Corruption Detect/Repair): 31_1",
          "Checking System Update Readiness.",
          "Summary:",
          "Operation: Detect and Repair ",
          "Operation result: 0x800f081f",
          "Total Detected Corruption:\t4",
          "Total Repaired Corruption:\t0",
          "Exec: Processing complete, session(Corruption Repairing): 31_1 [HRESULT = 0x800f081f -"
              + " CBS_E_SOURCE_MISSING]",
          "Session: 31_1 finalized. Reboot required: no [HRESULT = 0x800f081f -"
              + " CBS_E_SOURCE_MISSING]")),
  SYSTEM_FILES(
      lines(
          "2026-01-07 10:00:00, Info                  CSI    ",
          "0000000a [SR] Verifying 100 components",
          "0000000b [SR] Cannot repair member file [l:11]'one.dll' of A, version 1.0",
          "0000000c [SR] Repairing 1 components",
          "0000000d [SR] Cannot repair member file [l:11]'one.dll' of A, version 1.0",
          "0000000e [SR] Repair complete")),
  ROLLBACK(
      lines(
          "2026-01-07 10:00:00, Info                  CBS    ",
          "Exec: Processing started.  Client: UpdateAgent, Session: 31_1, Package:"
              + " Package_for_KB5101010~31bf3856ad364e35~amd64~~10.0.1.4, Identifier: KB5101010",
          "Startup: Failed to process advanced operation queue, startupPhase: 0.  A rollback"
              + " transaction will be created. [HRESULT = 0x800f0922 - CBS_E_INSTALLERS_FAILED]",
          "WER: Generating failure report for package:"
              + " Package_for_KB5101010~31bf3856ad364e35~amd64~~10.0.1.4, status: 0x800f0922,"
              + " failure source: AI, start state: Staged, target state: Installed, client id: X",
          "Reporting package change completion for package:"
              + " Package_for_KB5101010~31bf3856ad364e35~amd64~~10.0.1.4, current: Staged,"
              + " original: Staged, target: Installed, status: 0x800f0922, failure source: AI",
          "Exec: Processing complete.  Session: 31_1, Package:"
              + " Package_for_KB5101010~31bf3856ad364e35~amd64~~10.0.1.4 [HRESULT = 0x800f0922 -"
              + " CBS_E_INSTALLERS_FAILED]")),
  READINESS(
      "Checking System Update Readiness.\n(f)\tCBS MUM Missing\t0x00000002\tservicing\\Packages\\"
          + "Package_for_KB5000098~31bf~amd64~~6.0.1.6.mum\n\nSummary:\nSeconds executed: 264\n"
          + " Found 3 errors\n  CBS MUM Missing Total Count: 3\n\nUnavailable repair files:\n"
          + "\tservicing\\packages\\Package_for_KB5000098~31bf~amd64~~6.0.1.6.mum\n"),
  DRIVER_FILE(
      "2026-01-07 10:00:00, Info                  DEPLOY [Pnp] Corrupt file: C:\\Windows\\a.sys\n"
          + "2026-01-07 10:00:00, Error                 DEPLOY [Pnp] Failed repairing file:"
          + " C:\\Windows\\a.sys: \n"),
  AGENT_LOG(
      lines(
          "2026/05/22 08:10:12.8479970 6996  7148  ",
          "Agent           LogHistory called. idUpdate={E0F87EBF-B414-4AC7-A225-8FE802CF8618}.1,"
              + " resultMapped=80070643, resultUnMapped=FFFE",
          "ComApi          Install call complete (succeeded = 0, succeeded with errors = 0,"
              + " failed = 1, cancelled = 0, unaccounted = 0",
          "ComApi          Exit code = 0x00000000; Call error code = 0x80240022",
          "ComApi          * END *   Install ClientId = UpdateOrchestrator")),
  FRENCH(
      "C:\\>sfc /scannow\n\nLa Protection des ressources Windows a détecté des fichiers corrompus,"
          + " mais n'a pas pu réparer certains d'entre eux.\n"),
  SERVICES(
      "SERVICE_NAME: wuauserv\n        TYPE               : 10  WIN32_OWN_PROCESS \n"
          + "        START_TYPE         : 4   DISABLED\n");

  private final String text;

  FailingLog(String text) {
    this.text = text;
  }

  private static String lines(String head, String... messages) {
    return head + String.join("\n" + head, messages) + "\n";
  }

  String text() {
    return text;
  }

  List<String> lines() {
    return text.lines().toList();
  }
}
