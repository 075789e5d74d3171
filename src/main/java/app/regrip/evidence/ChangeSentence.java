package app.regrip.evidence;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.HResult;
import app.regrip.evidence.PackageChange.Cause;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Locale;
import java.util.Optional;

/** The story of one package in one sentence. */
final class ChangeSentence {

  private final ErrorCatalog catalog;

  ChangeSentence(ErrorCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * E.g. {@code KB5101010 could not be installed: its Container Installer failed (0x80070005 …), so
   * Windows rolled it back (0x800F0922 …)}. Without a full stop.
   */
  Message of(PackageChange failed) {
    Message subject =
        failed.name().isEmpty()
            ? Message.of("evidence.change.unnamed")
            : failed.name().atTheBeginning();
    Message what =
        Message.of(
            failed.operation() == Operation.UNINSTALL
                ? "evidence.change.not-removed"
                : "evidence.change.not-installed",
            subject);
    if (failed.cause().isEmpty()) {
      Message said = withError(what, failed.error());
      return failed.rolledBack() ? Message.of("evidence.change.rolled-back", said) : said;
    }
    return withError(
        Message.of(
            failed.rolledBack() ? "evidence.change.so-rolled-back" : "evidence.change.so-given-up",
            what,
            cause(failed.cause().get())),
        failed.error());
  }

  private Message withError(Message said, Optional<HResult> error) {
    return error
        .map(code -> Message.of("evidence.with-error", said, catalog.headline(code)))
        .orElse(said);
  }

  private Message cause(Cause cause) {
    if (cause instanceof Cause.Installer installer) {
      boolean named = installer.name().toLowerCase(Locale.ROOT).contains("installer");
      return withError(
          Message.of(
              named ? "evidence.cause.named-installer" : "evidence.cause.installer",
              installer.name()),
          code(installer));
    }
    if (cause instanceof Cause.Driver driver) {
      return withError(
          Message.of("evidence.cause.driver", driver.inf()), Optional.of(driver.code()));
    }
    if (cause instanceof Cause.Missing missing) {
      return Message.of("evidence.cause.missing", missing.what());
    }
    return Message.of("evidence.cause.permanent");
  }

  private Optional<HResult> code(Cause.Installer installer) {
    return installer.code().or(() -> catalog.findSymbol(installer.symbol()).map(ErrorName::code));
  }
}
