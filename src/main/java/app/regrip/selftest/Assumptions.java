package app.regrip.selftest;

import java.util.List;

/** All there are, as the pages have them: what is proven or mended leaves both places. */
public final class Assumptions {

  public static final List<Assumption> ALL =
      List.of(
          new Assumption(
              "U01",
              "runs-readable",
              "The tray reads the folder of the journals and cannot write there."),
          new Assumption("U02", "lock-seen", "Who has no rights sees that a helper is at work."),
          new Assumption(
              "U03", "file-forced", "What was forced to disk is there in the file, whole."),
          new Assumption(
              "U04",
              "file-replaced",
              "A file that somebody reads now and then is replaced in one go."),
          new Assumption(
              "U05",
              "event-query",
              "Windows accepts the question Regrip asks the event log, over both channels."),
          new Assumption(
              "U08", "event-nothing-now", "A subscription without news answers 4317 or 259."),
          new Assumption(
              "U09",
              "agent-offline",
              "The update agent searches offline without an administrator's rights."),
          new Assumption("U10", "agent-hidden", "Hidden updates are found offline."),
          new Assumption(
              "U11", "agent-proof", "A search by the helper fails and works as Windows' own does."),
          new Assumption("U12", "dism-english", "DISM takes /English."),
          new Assumption("U13", "sfc-console", "There is a pseudo console for SFC."),
          new Assumption(
              "U14", "sfc-sentences", "The sentences of sfc.exe are read from the program."),
          new Assumption("U15", "servicing-seen", "TiWorker runs where servicing is at work."),
          new Assumption(
              "U16",
              "service-stop",
              "A slow service stops within its time, and the retry on 1061 helps."),
          new Assumption("U17", "service-delayed", "The delayed start of a service is read."),
          new Assumption(
              "U18",
              "service-defaults",
              "The update services start as Regrip thinks they do by default."),
          new Assumption(
              "U19", "boot-id", "The start of Windows has a name that lasts until the next."),
          new Assumption(
              "U20",
              "antivirus-state",
              "The state of an antivirus program has the form Regrip reads."),
          new Assumption("U21", "restore-points", "System Restore tells of its restore points."),
          new Assumption("U22", "toast-allowed", "Keys of the user alone let toasts show."),
          new Assumption(
              "U23", "toast-update", "A toast's progress moves without a sequence number."),
          new Assumption("U24", "toast-look", "A toast looks as it should."),
          new Assumption("U25", "tray-explorer", "The icon comes back after Explorer was gone."),
          new Assumption(
              "U26",
              "tray-screens",
              "The menu of the icon is in place at 150 % and on two screens."),
          new Assumption(
              "U27",
              "click-in-front",
              "A click on a toast brings the window that runs to the front."),
          new Assumption(
              "U28", "help-opens", "Get Help opens at its troubleshooter for Windows Update."),
          new Assumption(
              "U29", "autostart", "Windows starts Regrip at sign-in by the key of the machine."),
          new Assumption(
              "U30",
              "pc-owner",
              "Windows tells what joins this PC to an organisation, and which policies are set."),
          new Assumption(
              "U31",
              "agent-download",
              "The update agent downloads an update that it knows without asking the servers again."),
          new Assumption("U32", "file-holder", "The Restart Manager names who has a file open."),
          new Assumption(
              "U33",
              "agent-check",
              "The update agent asks the servers for a user without an administrator's rights."),
          new Assumption(
              "U34",
              "windows-image",
              "The registry names edition, processor and languages of this Windows."),
          new Assumption(
              "U35",
              "upgrade-returns",
              "An upgrade ends the tray and starts it again with the rights of its user."),
          new Assumption(
              "U36", "shortcut-known", "The installer's shortcut tells Windows who Regrip is."),
          new Assumption(
              "S01",
              "pipe-medium",
              "The label and the access list let in the tray with medium integrity."),
          new Assumption(
              "S02",
              "pipe-other-admin",
              "The logon SID of the starter is right where another administrator gives the password."),
          new Assumption(
              "S03",
              "pipe-prefix",
              "The protected prefix refuses a process without an administrator's rights."),
          new Assumption(
              "S04",
              "pipe-remote",
              "The pipe refuses who comes over the network, also from this PC."),
          new Assumption(
              "S05",
              "pipe-half-written",
              "A write that is cancelled half-way tells how much of it went out."),
          new Assumption(
              "S06",
              "dll-search",
              "Every DLL in Regrip comes from Windows, from Regrip's folder or from its Java."),
          new Assumption(
              "S07", "privileges", "Servicing works without the privileges that are removed."),
          new Assumption("S08", "publisher", "Windows starts the programs, which are not signed."),
          new Assumption(
              "S09",
              "answer-no",
              "\"No\" to Windows' question is told as that, and nothing is changed."));

  private Assumptions() {}
}
