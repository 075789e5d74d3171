package app.regrip.repair.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.regrip.console.DismOutcome;
import app.regrip.console.DismVerdict;
import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.pc.PcFacts;
import app.regrip.pc.Programs;
import app.regrip.pc.SystemPages;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepFailedException.Reaction;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DismFailuresTest {

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @Test
  void eachNumberIsAnsweredByItsFamily() {
    for (ErrorName name : catalog.all()) {
      HResult code = name.code();
      if (code.isFailure() && code.code() != 87 && code.code() != 740) {
        StepFailedException failure = failure(code);
        Family family = catalog.known(code).family();
        assertThat(failure.reaction()).as("%s, %s", code, family).isEqualTo(reaction(family));
        assertThat(failure.code().isPresent() || family == Family.STORE_BEYOND_REPAIR).isTrue();
      }
    }
  }

  @Test
  void whatExplainAdvisesIsWhatTheRepairAdvises() {
    for (ErrorName name : catalog.all()) {
      HResult code = name.code();
      String advice = catalog.known(code).advice().english().toLowerCase(Locale.ROOT);
      String next = code.isFailure() ? failure(code).next().english().toLowerCase(Locale.ROOT) : "";
      switch (catalog.known(code).family()) {
        case RESTART_NEEDED -> both(code, "restart", advice, code.isFailure() ? next : "restart");
        case SOURCE_MISSING -> both(code, "source", advice, next);
        case NETWORK, SERVER -> both(code, "internet connection", advice, next);
        case DISK_FULL -> both(code, "free", advice, next);
        case DISK_FAULT -> both(code, "chkdsk", advice, next);
        default -> {}
      }
    }
  }

  @Test
  void aPolicyIsNotAMissingSource() {
    StepFailedException policy = failure(new HResult(0x800F0954));
    assertThat(policy).hasMessageContaining("policy");
    assertThat(policy.next().english()).contains("asks no server", "ISO");
    assertThat(failure(new HResult(0x800F081F)).getMessage()).doesNotContain("policy");
  }

  private static void both(HResult code, String word, String advice, String next) {
    assertThat(advice).as(code.hex()).contains(word);
    assertThat(next).as(code.hex()).contains(word);
  }

  private static Reaction reaction(Family family) {
    return switch (family) {
      case RESTART_NEEDED -> Reaction.RESTART_FIRST;
      case STORE_BEYOND_REPAIR, DISK_FAULT -> Reaction.CALL_A_PROFESSIONAL;
      case SOURCE_MISSING,
          POLICY,
          NETWORK,
          SERVER,
          SECURE_CONNECTION,
          PAUSED,
          BUSY,
          INTERRUPTED,
          DISK_FULL ->
          Reaction.ASK_THE_USER;
      default -> Reaction.TRY_NEXT_FIX;
    };
  }

  private static StepFailedException failure(HResult code) {
    DismOutcome outcome =
        new DismOutcome(DismVerdict.FAILED, Optional.of(code), false, List.of("Error"));
    StepContext context =
        new StepContext(
            pcWithoutMedia(), Clock.systemUTC(), wait -> {}, new Cancellation(), event -> {});
    return catchThrowableOfType(
        StepFailedException.class,
        () -> RestoreHealth.stopOnTrouble(context, outcome, Optional.empty()));
  }

  private static Pc pcWithoutMedia() {
    Programs programs = answering(Programs.class, List.of());
    SystemPages pages = answering(SystemPages.class, false);
    PcFacts facts =
        answering(PcFacts.class, new PcFacts.WindowsVersion("Windows 10 Home", 19045, 1));
    return (Pc)
        Proxy.newProxyInstance(
            Pc.class.getClassLoader(),
            new Class<?>[] {Pc.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "programs" -> programs;
                  case "systemPages" -> pages;
                  case "facts" -> facts;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static <T> T answering(Class<T> port, Object answer) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> answer));
  }
}
