package app.regrip.simulated;

import app.regrip.pc.PcException;
import app.regrip.pc.Power;
import app.regrip.text.Message;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A pretend PC never sleeps; what is asked of it is written down in {@code power.log}. */
final class SimulatedPower implements Power {

  private static final System.Logger LOG = System.getLogger(SimulatedPower.class.getName());

  private final PcFolder folder;
  private final Path file;

  SimulatedPower(PcFolder folder) {
    this.folder = folder;
    this.file = folder.root().resolve("power.log");
  }

  @Override
  public Hold stayAwake(Message why) {
    note("stay awake: " + why);
    AtomicBoolean held = new AtomicBoolean(true);
    return () -> {
      if (held.compareAndSet(true, false)) {
        note("may sleep: " + why);
      }
    };
  }

  private void note(String what) {
    try {
      folder.change(
          Message.of("simulated.power-log.write"), () -> folder.append(file, what + "\n"));
    } catch (PcException e) {
      LOG.log(System.Logger.Level.WARNING, "power.log can't be written", e);
    }
  }
}
