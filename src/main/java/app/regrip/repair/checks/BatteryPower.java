package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.Battery;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
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
  public List<Finding> look(Pc pc) throws PcException {
    Battery battery = pc.facts().battery();
    if (!battery.onBattery()) {
      return List.of();
    }
    boolean known = battery.percent() >= 0;
    boolean low = known && battery.percent() < TOO_LOW;
    return List.of(
        new Finding(
            "on-battery",
            low ? Severity.BLOCKS_REPAIR : Severity.WARNING,
            low
                ? Message.of("repair.finding.on-battery.low", battery.percent())
                : known
                    ? Message.of("repair.finding.on-battery", battery.percent())
                    : Message.of("repair.finding.on-battery.charge-unknown"),
            known
                ? Message.of("repair.finding.on-battery.seen", battery.percent())
                : Message.of("repair.finding.on-battery.seen-without-charge"),
            Optional.empty()));
  }
}
