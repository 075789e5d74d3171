package app.regrip.evidence;

import app.regrip.text.Message;
import java.util.Locale;

/** What a file turned out to be, judged by its content. */
public enum FileKind {
  /** What dism.exe printed, one command or several. */
  DISM_OUTPUT,
  /** {@code C:\Windows\Logs\DISM\dism.log}. */
  DISM_LOG,
  /** What sfc.exe printed. */
  SFC_OUTPUT,
  /** {@code C:\Windows\Logs\CBS\CBS.log}, whole or filtered to its {@code [SR]} lines. */
  CBS_LOG,
  /** Events as text: lists, tables, CSV, or the sentences alone. */
  EVENT_TEXT,
  /** Events or updates as JSON: of PowerShell, Ansible, Intune. */
  RESULT_JSON,
  /** {@code WUAHandler.log} and its like, of Configuration Manager. */
  CONFIG_MANAGER_LOG,
  /** {@code setupact.log}, {@code setuperr.log} or what SetupDiag found. */
  SETUP_LOG,
  /** Events as XML. */
  EVENT_XML,
  /** A binary event log of Windows, {@code System.evtx} and the like. */
  EVTX,
  /** {@code C:\Windows\SoftwareDistribution\ReportingEvents.log}. */
  REPORTING_EVENTS,
  /** {@code WindowsUpdate.log}, classic or decoded by {@code Get-WindowsUpdateLog}. */
  WINDOWS_UPDATE_LOG,
  /** A printed list of installed or attempted updates. */
  UPDATE_HISTORY,
  /** What {@code sc query} or {@code sc qc} printed. */
  SERVICE_QUERY,
  /** What winget printed. */
  WINGET_OUTPUT,
  UNKNOWN;

  /** As JSON has it, e.g. {@code dism-output}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For a person. */
  public Message inWords() {
    return Message.of("evidence.kind." + id());
  }
}
