package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.Explanation;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import app.regrip.update.Headline;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One number, one answer: from {@code explain}, from {@code analyze} and from the alert. */
class EveryErrorTest {

  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @Test
  void anUpdateThatFailedWithIt() {
    for (ErrorName name : catalog.all()) {
      HResult code = name.code();
      if (!code.isFailure()) {
        continue;
      }
      LogFinding finding = failedToInstall(code);
      Explanation explained = Explanation.of(code, catalog);
      assertThat(finding.text().english())
          .as(code.hex())
          .contains(catalog.headline(code).english(), explained.advice().english());
      Optional<String> fix = finding.fix().map(Fix::commandName);
      assertThat(fix.map(EveryErrorTest::cause))
          .as(code.hex())
          .isEqualTo(catalog.known(code).fix());
      assertThat(alert(code)).contains(catalog.headline(code).english());
    }
  }

  @Test
  void aDismThatFailedWithIt() {
    for (ErrorName name : catalog.all()) {
      HResult code = name.code();
      if (code.isFailure() && code.code() != 740) {
        LogFinding finding =
            of("Deployment Image Servicing and Management tool\n\nError: " + code.hex() + "\n");
        Family family = catalog.known(code).family();
        assertThat(finding.id())
            .as(code.hex())
            .isEqualTo(
                switch (family) {
                  case RESTART_NEEDED -> "restart-needed";
                  case SOURCE_MISSING -> "source-missing";
                  case NOT_APPLICABLE -> "refused";
                  default -> "dism-failed";
                });
        if (family != Family.RESTART_NEEDED) {
          assertThat(finding.fix().map(Fix::commandName).map(EveryErrorTest::cause))
              .as(code.hex())
              .isEqualTo(catalog.known(code).fix());
        }
      }
    }
  }

  @Test
  void everyFixOfTheTablesIsOne() {
    for (ErrorName name : catalog.all()) {
      catalog
          .known(name.code())
          .fix()
          .ifPresent(fix -> assertThat(Fix.named(fix)).as(fix).isPresent());
    }
  }

  /** The known cause of 0x80070006 goes before the ladder that holds it. */
  private static String cause(String fix) {
    return fix.equals(Fix.SHARE_PROCESS.commandName()) ? Fix.ALL.commandName() : fix;
  }

  private String alert(HResult code) {
    return new Headline(catalog, ZoneOffset.UTC)
        .of(new UpdateStatus.Failing(Operation.INSTALL, code, "KB5000001", NOW, NOW, 1), NOW)
        .english();
  }

  private LogFinding failedToInstall(HResult code) {
    return of(
        """
        <Event><System><Provider Name="Microsoft-Windows-WindowsUpdateClient"/><EventID>20</EventID>
        <TimeCreated SystemTime="2026-03-04T09:12:33.1Z"/><EventRecordID>7</EventRecordID>
        <Channel>System</Channel></System><EventData><Data Name="errorCode">%s</Data>
        <Data Name="updateTitle">KB5000001</Data>
        <Data Name="serviceGuid">{9482f4b4-e343-43b6-b170-9a65bc822c77}</Data></EventData></Event>
        """
            .formatted(code.hex()));
  }

  private LogFinding of(String text) {
    Analysis analysis = new Analysis(catalog);
    analysis.read("log", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return analysis.result().findings().get(0);
  }
}
