package app.regrip.console;

import app.regrip.errors.HResult;
import java.util.List;
import java.util.Optional;

/**
 * How a run of DISM ended.
 *
 * @param error the error printed, else the one it ended with
 * @param restartNeeded whether the PC must restart before the result counts
 * @param lines the text it wrote, without progress bars; the newest ones where there were many
 */
public record DismOutcome(
    DismVerdict verdict, Optional<HResult> error, boolean restartNeeded, List<String> lines) {}
