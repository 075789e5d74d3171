package app.regrip.windows.wua;

import java.time.Instant;
import java.util.Optional;

/**
 * When Automatic Updates last succeeded (IAutomaticUpdatesResults). Windows 10 and newer often look
 * for updates by another path, so either may be empty or months old where all is well.
 */
public record AutomaticUpdateDates(
    Optional<Instant> lastSearchSuccess, Optional<Instant> lastInstallSuccess) {}
