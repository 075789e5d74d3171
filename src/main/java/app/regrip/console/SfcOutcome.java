package app.regrip.console;

import java.util.List;

/**
 * How a run of the System File Checker ended.
 *
 * @param restartNeeded whether repairs take effect, or can start, only after a restart
 * @param lines the text it wrote, of the progress only the last line; the newest ones where there
 *     were many
 */
public record SfcOutcome(SfcVerdict verdict, boolean restartNeeded, List<String> lines) {}
