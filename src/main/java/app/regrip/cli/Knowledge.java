package app.regrip.cli;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.Explanation;
import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis;
import app.regrip.report.Secret;
import app.regrip.session.PcChoice;
import app.regrip.text.Message;
import app.regrip.update.Headline;
import app.regrip.update.UpdateStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the commands know besides the session.
 *
 * @param scenarios of the pretend PC, asked for only when they are needed
 * @param pretends whether such a choice leads to a pretend PC, on which nothing can be lost
 * @param analyses begins to read logs
 * @param version of Regrip
 * @param names of this computer and its user, which no report may tell
 */
public record Knowledge(
    ErrorCatalog catalog,
    Supplier<List<NamedScenario>> scenarios,
    Predicate<PcChoice> pretends,
    Supplier<Analysis> analyses,
    String version,
    Supplier<Map<Secret, List<String>>> names) {

  /** What this error number means. */
  Explanation explain(HResult code) {
    return Explanation.of(code, catalog);
  }

  /** The state of Windows Update in one line. */
  Message headline(UpdateStatus status, Instant now) {
    return new Headline(catalog, ZoneId.systemDefault()).of(status, now);
  }
}
