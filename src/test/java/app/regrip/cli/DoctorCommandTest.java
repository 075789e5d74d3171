package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.session.Capability;
import app.regrip.session.Capability.State;
import app.regrip.text.Message;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  private final Bench bench = new Bench();

  @Test
  void whatIsMissingIsSaidWithItsReasonAndInTheExitCode() {
    bench.capabilities =
        List.of(
            new Capability(Message.asIs("Services"), State.WORKS, Message.asIs("All installed.")),
            new Capability(
                Message.asIs("Antivirus"), State.LIMITED, Message.asIs("Windows names none.")),
            new Capability(
                Message.asIs("Update events"),
                State.MISSING,
                Message.asIs("The log did not open.")));
    assertThat(bench.run("doctor")).isEqualTo(1);
    assertThat(bench.out().lines())
        .containsExactly(
            "works    Services",
            "         All installed.",
            "limited  Antivirus",
            "         Windows names none.",
            "missing  Update events",
            "         The log did not open.");
  }

  @Test
  void whatIsOnlyLimitedIsNoReasonToWorry() {
    bench.capabilities =
        List.of(new Capability(Message.asIs("Antivirus"), State.LIMITED, Message.asIs("None.")));
    assertThat(bench.run("doctor")).isZero();
  }

  @Test
  void asJson() {
    bench.capabilities =
        List.of(
            new Capability(Message.asIs("Push of new events"), State.MISSING, Message.asIs("No.")));
    assertThat(bench.run("doctor", "--json")).isEqualTo(1);
    JsonObject doctor = bench.json().get(0);
    assertThat(doctor.get("type").getAsString()).isEqualTo("doctor");
    assertThat(doctor.get("exitCode").getAsInt()).isEqualTo(1);
    JsonObject capability = doctor.getAsJsonArray("capabilities").get(0).getAsJsonObject();
    assertThat(capability.get("name").getAsString()).isEqualTo("Push of new events");
    assertThat(capability.get("state").getAsString()).isEqualTo("missing");
    assertThat(capability.get("says").getAsString()).isEqualTo("No.");
  }
}
