package app.regrip.cli;

import app.regrip.evidence.Analysis;
import app.regrip.report.Secret;
import app.regrip.session.PcChoice;
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
    Explainer explainer,
    Headlines headlines,
    Supplier<List<NamedScenario>> scenarios,
    Predicate<PcChoice> pretends,
    Supplier<Analysis> analyses,
    String version,
    Supplier<Map<Secret, List<String>>> names) {}
