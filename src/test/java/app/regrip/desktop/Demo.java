package app.regrip.desktop;

import app.regrip.repair.RepairEvent;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.session.RepairProgress;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.Alert;
import java.util.List;
import java.util.Optional;

/** The real tray, alert and window, playing one repair from a session that only pretends. */
public final class Demo {

  private Demo() {}

  public static void main(String[] args) throws InterruptedException {
    Snapshot failing = Scenes.at(Scenes.failing());
    FakeSession session = new FakeSession(failing);
    DesktopOptions options =
        new DesktopOptions(
            Scenes.wording(),
            "1.0",
            new Scenes.Remembered(ThemeChoice.LIGHT),
            () -> false,
            page -> System.out.println("open " + page),
            page -> true,
            Optional.of(() -> System.out.println("restart")),
            Optional.empty(),
            () -> false,
            () -> false,
            IconClicks.none(),
            List::of,
            Optional.empty(),
            () -> System.exit(0),
            Scenes.CLOCK);
    Desktop desktop = Desktop.open(session, options);
    System.out.println("tray: " + desktop.trayKind());
    session.alert(new Alert(Scenes.failing(), 1));
    Thread.sleep(20_000);
    RepairProgress repair = Scenes.atDism();
    for (int i = 0; i < 60; i++) {
      repair = repair.after(new RepairEvent.StepProgressed(62.3 + i * 0.5, Message.NONE));
      session.play(Scenes.with(repair));
      Thread.sleep(250);
    }
    repair =
        repair.after(
            new RepairEvent.StepEnded(1, StepState.DONE, Message.asIs("All parts replaced.")));
    session.play(Scenes.with(repair));
    session.play(Scenes.with(Scenes.ended(Verdict.Kind.PROVEN)));
    System.out.println("asked: " + session.asked);
  }
}
