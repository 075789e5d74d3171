package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.errors.HResult;
import app.regrip.helper.HelperArguments.RefusedException;
import app.regrip.pc.RepairSource;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RecoveryChoice;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelperArgumentsTest {

  private static final String RUN = "3f0e8c1a-7c52-4b7e-9c53-0123456789ab";
  private static final String ID = "6f8d2a41-93be-4c57-a0d4-1e7b25c90f36";
  private static final List<Failure> FAILURES =
      List.of(
          Failure.ofSearch(HResult.INVALID_HANDLE),
          new Failure(Operation.DOWNLOAD, new HResult(6), Optional.of(UUID.fromString(ID))),
          new Failure(Operation.INSTALL, new HResult(0x800F0922), Optional.empty()));

  private static final String REST = " --run " + RUN + " --parent 4711";

  @ParameterizedTest
  @EnumSource(value = Fix.class, mode = EnumSource.Mode.EXCLUDE, names = "TROUBLESHOOTER")
  void everyOrderComesBackAsItWasGiven(Fix fix) throws RefusedException {
    List<HelperArguments> orders = new ArrayList<>();
    orders.add(new HelperArguments.Start(FixRequest.of(fix), RUN, 4711));
    orders.add(
        new HelperArguments.Start(
            new FixRequest(fix, RepairSource.parse("E:12"), true), RUN, 4711));
    for (Failure failure : FAILURES) {
      orders.add(new HelperArguments.Start(FixRequest.of(fix).because(failure), RUN, 4711));
    }
    orders.add(
        new HelperArguments.Start(
            new FixRequest(fix, Optional.empty(), false, Optional.empty(), true), RUN, 4711));
    for (RecoveryChoice choice : RecoveryChoice.values()) {
      orders.add(new HelperArguments.Recover(choice, RUN, 4711));
    }
    orders.add(new HelperArguments.StartServices(RUN, 4711));
    orders.add(new HelperArguments.SelfTest(RUN, 4711));
    for (HelperArguments order : orders) {
      assertThat(HelperArguments.parse(order.toCommandLine())).isEqualTo(order);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--fix reset",
        "--fix reset --run " + RUN,
        "--fix reset --parent 4711",
        "--fix format-c" + REST,
        "--fix RESET" + REST,
        "--fix troubleshooter" + REST,
        "--fix reset --fix dism" + REST,
        "--fix reset --recover undo" + REST,
        "--fix reset extra" + REST,
        "--fix reset --setenv opt" + REST,
        "--fix reset --source C:\\temp\\evil.wim" + REST,
        "--fix reset --source \\\\server\\share" + REST,
        "--fix reset --source E:0" + REST,
        "--fix reset --source E:100" + REST,
        "--fix reset --source" + REST,
        "--selftest",
        "--recover undo --managed" + REST,
        "--fix reset --managed yes" + REST,
        "--selftest all" + REST,
        "--selftest --fix reset" + REST,
        "--selftest --recover undo" + REST,
        "--selftest --source E:1" + REST,
        "--selftest --with-catroot2" + REST,
        "--recover purge" + REST,
        "--recover undo --source E:1" + REST,
        "--recover undo --with-catroot2" + REST,
        "--fix reset --run ..\\..\\Windows --parent 4711",
        "--fix reset --run ../../etc --parent 4711",
        "--fix reset --run 3F0E8C1A-7C52-4B7E-9C53-0123456789AB --parent 4711",
        "--fix reset --run 1-1-1-1-1 --parent 4711",
        "--fix reset --run " + RUN + " --parent 0",
        "--fix reset --run " + RUN + " --parent -5",
        "--fix reset --run " + RUN + " --parent 99999999999999999999",
        "--fix reset --run " + RUN + " --parent 4711 --parent 4712",
        "--fix reset --run " + RUN + " --parent +4711",
        "--fix reset --run " + RUN + " --parent 04711",
        "--fix reset --run " + RUN + " --parent 4294967296",
        "--fix reset --run " + RUN + " --parent ٤٧١١",
        "--fix reset --source e:1" + REST,
        "--fix reset --source E:01" + REST,
        "--parent 4711 --run " + RUN + " --fix reset",
        "--fix reset --with-catroot2 --with-catroot2" + REST,
        "--fix reset --failed download" + REST,
        "--fix reset --failed uninstall --code 80070006" + REST,
        "--fix reset --failed other --code 80070006" + REST,
        "--fix reset --failed Download --code 80070006" + REST,
        "--fix reset --failed download --code 0x80070006" + REST,
        "--fix reset --failed download --code 800F0922" + REST,
        "--fix reset --failed download --code 6" + REST,
        "--fix reset --failed download --code 080070006" + REST,
        "--fix reset --failed download --code" + REST,
        "--fix reset --code 80070006" + REST,
        "--fix reset --update " + ID + REST,
        "--fix reset --code 80070006 --update " + ID + REST,
        "--fix reset --failed search --code 80070006 --update " + ID + REST,
        "--fix reset --failed download --code 80070006 --update {" + ID + "}" + REST,
        "--fix reset --failed download --code 80070006 --update 6F8D2A41-93BE-4C57-A0D4-1E7B25C90F36"
            + REST,
        "--fix reset --failed download --code 80070006 --update 1-1-1-1-1" + REST,
        "--fix reset --failed download --code 80070006 --update KB5990101" + REST,
        "--fix reset --code 80070006 --failed download" + REST,
        "--recover finish --failed download --code 80070006" + REST,
        "--selftest --failed download --code 80070006" + REST,
      })
  void anythingElseIsRefusedAsAWhole(String line) {
    List<String> arguments = line.isBlank() ? List.of() : List.of(line.strip().split(" +"));

    assertThatThrownBy(() -> HelperArguments.parse(arguments)).isInstanceOf(RefusedException.class);
  }
}
