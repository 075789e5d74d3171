package app.regrip.evidence;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.HResult;
import app.regrip.evidence.PackageChange.Cause;
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
  String of(PackageChange failed) {
    String subject = failed.name().isEmpty() ? "An update" : capitalised(failed.name());
    String what = failed.operation() == Operation.UNINSTALL ? "removed" : "installed";
    Optional<String> cause = failed.cause().map(this::cause);
    String error =
        failed.error().map(code -> " (" + catalog.headline(code).english() + ")").orElse("");
    String end = failed.rolledBack() ? "so Windows rolled it back" : "so Windows gave it up";
    return subject
        + " could not be "
        + what
        + cause
            .map(why -> ": " + why + ", " + end + error)
            .orElseGet(() -> error + (failed.rolledBack() ? ", and Windows rolled it back" : ""));
  }

  private String cause(Cause cause) {
    if (cause instanceof Cause.Installer installer) {
      boolean named = installer.name().toLowerCase(Locale.ROOT).contains("installer");
      return "its "
          + installer.name()
          + (named ? "" : " installer")
          + " failed"
          + code(installer).map(code -> " (" + catalog.headline(code).english() + ")").orElse("");
    }
    if (cause instanceof Cause.Driver driver) {
      return "its driver "
          + driver.inf()
          + " could not be installed ("
          + catalog.headline(driver.code()).english()
          + ")";
    }
    if (cause instanceof Cause.Missing missing) {
      return "the component store lacks " + missing.what();
    }
    return "it is a permanent part of Windows";
  }

  private Optional<HResult> code(Cause.Installer installer) {
    return installer.code().or(() -> catalog.findSymbol(installer.symbol()).map(ErrorName::code));
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
