package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.Battery;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import java.util.List;
import java.util.Optional;

/** A repair can take an hour; it should not end with the battery. */
public final class BatteryPower implements Check {

  private static final int TOO_LOW = 20;

  @Override
  public String id() {
    return "battery-power";
  }

  @Override
  public String subject() {
    return "the power supply";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    Battery battery = pc.facts().battery();
    if (!battery.onBattery()) {
      return List.of();
    }
    boolean low = battery.percent() >= 0 && battery.percent() < TOO_LOW;
    String charge = battery.percent() < 0 ? "" : " (" + battery.percent() + " %)";
    return List.of(
        new Finding(
            "on-battery",
            low ? Severity.BLOCKS_REPAIR : Severity.WARNING,
            "The PC runs on battery"
                + charge
                + ". Plug it in"
                + (low ? " before the repair." : "; a repair can take an hour."),
            "on battery" + charge,
            Optional.empty()));
  }
}
