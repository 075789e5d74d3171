package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.errors.KnownError;
import app.regrip.pc.UpdateAgent.SearchResult;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {

  /** On the way to a server or at it, or somebody else's to decide: nothing here is at fault. */
  private static final Set<Family> SILENT =
      EnumSet.of(
          Family.NETWORK,
          Family.SERVER,
          Family.SECURE_CONNECTION,
          Family.PAUSED,
          Family.POLICY,
          Family.RESTART_NEEDED);

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @Test
  void whatIsOnlyInTheWayProvesNothing() {
    for (ErrorName name : catalog.all()) {
      KnownError known = catalog.known(name.code());
      if (name.code().isFailure()) {
        boolean silent = known.isTransient() || SILENT.contains(known.family());
        assertThat(
                Proof.of(SearchResult.failed(name.code()), Optional.empty()).result()
                    == stillFailing())
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
    assertThat(Proof.of(SearchResult.failed(new HResult(number)), Optional.empty()).result())
        .isEqualTo(Proof.Result.CANNOT_TELL);
  }

  /** What had failed is named by its own number, and nothing is "gone" that was never asked. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SEARCH,   80070006, SEARCH,   80070006, The check for updates still fails with 0x80070006 The handle is invalid.
          SEARCH,   80248007, SEARCH,   80070006, '0x80248007 (store) is gone, but the check for updates now fails with 0x80070006 The handle is invalid.'
          DOWNLOAD, 80246007, DOWNLOAD, 80246007, The download still fails with 0x80246007 (job).
          DOWNLOAD, 80246007, SEARCH,   80248007, The download had failed with 0x80246007 (job); now the check for updates fails with 0x80248007 (store).
          DOWNLOAD, 80070006, SEARCH,   80070006, The download had failed with 0x80070006 The handle is invalid; now the check for updates fails with it too.
          INSTALL,  80073712, SEARCH,   80070006, The installation had failed with 0x80073712 (damage); now the check for updates fails with 0x80070006 The handle is invalid.
          """)
  void namesTheFailureThatWas(
      Operation had, String before, Operation asked, String now, String words) {
    Failure failure = new Failure(had, code(before), Optional.empty());

    assertThat(Proof.failed(asked, code(now), Optional.of(failure)).words().english())
        .isEqualTo(
            words
                .replace("0x80248007 (store)", catalog.headline(code("80248007")).english())
                .replace("0x80246007 (job)", catalog.headline(code("80246007")).english())
                .replace("0x80073712 (damage)", catalog.headline(code("80073712")).english()));
  }

  @Test
  void whereNothingIsKnownToHaveFailedNothingIsGone() {
    assertThat(Proof.failed(Operation.SEARCH, code("80248007"), Optional.empty()).words().english())
        .isEqualTo(
            "The check for updates fails with "
                + catalog.headline(code("80248007")).english()
                + ".");
  }

  private static HResult code(String hex) {
    return new HResult(HexFormat.fromHexDigits(hex));
  }

  private static Proof.Result stillFailing() {
    return Proof.Result.STILL_FAILING;
  }
}
