package app.regrip.windows.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.PcFacts.LoggedFailure;
import app.regrip.text.Message;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Failures of BITS and DISM out of their events. */
class FailureEventTest {

  @Test
  void readsAFailedDownloadJob() {
    String xml =
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
            + "<EventID>61</EventID><TimeCreated SystemTime='2026-11-20T10:15:30.1234567Z'/>"
            + "</System><EventData><Data Name='name'>WU Client Download</Data>"
            + "<Data Name='hr'>2147942406</Data></EventData></Event>";
    assertThat(FailureEvent.read(xml))
        .contains(
            new LoggedFailure(
                Instant.parse("2026-11-20T10:15:30.1234567Z"),
                "BITS",
                HResult.INVALID_HANDLE,
                Message.of("windows.failed.download-job", "WU Client Download")));
    assertThat(FailureEvent.read(xml.replace("2147942406", "0"))).isEmpty();
    assertThat(FailureEvent.read(xml.replace("2147942406", "-"))).isEmpty();
    assertThat(FailureEvent.read(xml.substring(0, 200))).isEmpty();
  }

  @Test
  void readsAFailedPackage() {
    String xml =
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
            + "<EventID>3</EventID><Level>0</Level>"
            + "<TimeCreated SystemTime='2026-11-20T10:15:30.1234567Z'/></System><UserData>"
            + "<CbsPackageChangeState xmlns='http://manifests.microsoft.com/win/2004/08/windows/"
            + "setup_provider'><PackageIdentifier>KB5020683</PackageIdentifier>"
            + "<ErrorCode>0x800f0984</ErrorCode></CbsPackageChangeState></UserData></Event>";
    LoggedFailure failure = FailureEvent.read(xml).orElseThrow();
    assertThat(failure.code()).isEqualTo(new HResult(0x800F0984));
    assertThat(failure.source()).isEqualTo("DISM");
    assertThat(failure.what()).hasToString("Package KB5020683");
  }
}
