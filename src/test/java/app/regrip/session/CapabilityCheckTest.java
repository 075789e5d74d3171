package app.regrip.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog;
import app.regrip.session.Capability.State;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.text.Message;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapabilityCheckTest {

  @TempDir Path folder;

  @Test
  void onAPcThatIsAllThereNothingIsMissing() throws Exception {
    assertThat(examine("healthy").values())
        .extracting(Capability::state)
        .doesNotContain(State.MISSING);
  }

  @Test
  void aServiceThatIsNotInstalledIsNamed() throws Exception {
    Capability services = examine("missing-service").get("Services");
    assertThat(services.state()).isEqualTo(State.LIMITED);
    assertThat(services.says().english()).startsWith("Not installed: ");
  }

  @Test
  void anOrganisationThatManagesUpdatesIsSaid() throws Exception {
    assertThat(examine("managed-by-wsus").get("Update policy").says().english())
        .contains("organisation");
  }

  @Test
  void whatCannotBeReadIsMissingAndTheRestIsStillLookedAt() throws Exception {
    PcException denied = new PcException(Message.asIs("The log did not open"), HResult.ofWin32(5));
    Map<String, Capability> found = byName(withoutUpdateLog(open("healthy"), denied));
    Capability events = found.get("Update events");
    assertThat(events.state()).isEqualTo(State.MISSING);
    assertThat(events.says())
        .hasToString(
            "The log did not open: " + ErrorCatalog.load().headline(denied.code()).english() + ".");
    assertThat(found.get("Services").state()).isEqualTo(State.WORKS);
  }

  private static Pc withoutUpdateLog(Pc pc, PcException why) {
    UpdateLog broken =
        (UpdateLog)
            Proxy.newProxyInstance(
                UpdateLog.class.getClassLoader(),
                new Class<?>[] {UpdateLog.class},
                (proxy, method, args) -> {
                  throw why;
                });
    return (Pc)
        Proxy.newProxyInstance(
            Pc.class.getClassLoader(),
            new Class<?>[] {Pc.class},
            (proxy, method, args) ->
                method.getName().equals("updateLog") ? broken : method.invoke(pc, args));
  }

  private Map<String, Capability> examine(String scenario) throws Exception {
    return byName(open(scenario));
  }

  private Map<String, Capability> byName(Pc pc) {
    return new CapabilityCheck(pc, Clock.systemUTC(), ErrorCatalog.load())
        .run().stream().collect(Collectors.toMap(c -> c.name().english(), c -> c));
  }

  private SimulatedPc open(String scenario) throws Exception {
    return SimulatedPc.open(
        folder, Scenario.named(scenario).orElseThrow(), Speed.DEFAULT, Clock.systemUTC());
  }
}
