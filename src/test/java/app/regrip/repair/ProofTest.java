package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.errors.KnownError;
import app.regrip.pc.UpdateAgent.SearchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @Test
  void whatIsOnlyInTheWayProvesNothing() {
    for (ErrorName name : catalog.all()) {
      KnownError known = catalog.known(name.code());
      if (name.code().isFailure()) {
        boolean silent =
            known.isTransient()
                || known.family().isAboutTheConnection()
                || known.family() == Family.POLICY
                || known.family() == Family.RESTART_NEEDED;
        assertThat(Proof.of(SearchResult.failed(name.code())).result() == stillFailing())
            .as(name.code().hex())
            .isEqualTo(!silent);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x8024001F,
        0x80240438,
        0x80244004,
        0x80246005,
        0x80070035,
        0x8024001B,
        0x80240051,
        0x80248000,
        0x800706BE,
        0x8007045B,
        0x800705B4
      })
  void aNumberOfTheNetworkOrOfABusyServiceNeverBlamesTheFix(int number) {
    assertThat(Proof.of(SearchResult.failed(new HResult(number))).result())
        .isEqualTo(Proof.Result.CANNOT_TELL);
  }

  private static Proof.Result stillFailing() {
    return Proof.Result.STILL_FAILING;
  }
}
