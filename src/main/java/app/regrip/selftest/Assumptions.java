package app.regrip.selftest;

import app.regrip.text.Message;
import java.util.List;
import java.util.Locale;

/** All there are, as the pages have them: what is proven or mended leaves both places. */
public final class Assumptions {

  public static final List<Assumption> ALL =
      List.of(
          of("U01", "runs-readable"),
          of("U02", "lock-seen"),
          of("U03", "file-forced"),
          of("U04", "file-replaced"),
          of("U05", "event-query"),
          of("U08", "event-nothing-now"),
          of("U09", "agent-offline"),
          of("U10", "agent-hidden"),
          of("U11", "agent-proof"),
          of("U12", "dism-english"),
          of("U13", "sfc-console"),
          of("U14", "sfc-sentences"),
          of("U15", "servicing-seen"),
          of("U16", "service-stop"),
          of("U17", "service-delayed"),
          of("U18", "service-defaults"),
          of("U19", "boot-id"),
          of("U20", "antivirus-state"),
          of("U21", "restore-points"),
          of("U22", "toast-allowed"),
          of("U23", "toast-update"),
          of("U24", "toast-look"),
          of("U25", "tray-explorer"),
          of("U26", "tray-screens"),
          of("U27", "click-in-front"),
          of("U28", "help-opens"),
          of("U29", "autostart"),
          of("U30", "pc-owner"),
          of("U31", "agent-download"),
          of("U32", "file-holder"),
          of("U33", "agent-check"),
          of("U34", "windows-image"),
          of("U35", "upgrade-returns"),
          of("U36", "shortcut-known"),
          of("S01", "pipe-medium"),
          of("S02", "pipe-other-admin"),
          of("S03", "pipe-prefix"),
          of("S04", "pipe-remote"),
          of("S05", "pipe-half-written"),
          of("S06", "dll-search"),
          of("S07", "privileges"),
          of("S08", "publisher"),
          of("S09", "answer-no"));

  private Assumptions() {}

  private static Assumption of(String id, String name) {
    return new Assumption(
        id, name, Message.of("selftest." + id.toLowerCase(Locale.ROOT) + ".assumes"));
  }
}
