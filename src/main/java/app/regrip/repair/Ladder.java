package app.regrip.repair;

import app.regrip.errors.Family;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the fixes of "Repair it for me": what the diagnosis found a cause for first, then what
 * fits the phase that failed and its error, gentlest first.
 */
final class Ladder {

  /** A search walks through the update database, which the reset makes anew. */
  private static final List<Fix> FOR_A_SEARCH = List.of(Fix.RESET, Fix.BITS, Fix.DISM, Fix.SFC);

  /** BITS fetches the files, and the folder Download holds them. */
  private static final List<Fix> FOR_A_DOWNLOAD =
      List.of(Fix.BITS, Fix.DOWNLOADS, Fix.RESET, Fix.DISM, Fix.SFC);

  /** Installing is servicing, which stands on the component store. */
  private static final List<Fix> FOR_AN_INSTALLATION =
      List.of(Fix.DISM, Fix.SFC, Fix.DOWNLOADS, Fix.RESET);

  private static final List<Fix> FOR_NOTHING_KNOWN =
      List.of(Fix.BITS, Fix.RESET, Fix.DISM, Fix.SFC);

  private Ladder() {}

  /** One fix and why it is its turn, for the user. */
  record Rung(Fix fix, Message why) {}

  /**
   * @param failed what the repair is for, where that is known
   */
  static List<Rung> rungs(List<Finding> findings, Optional<Failure> failed) {
    Map<Fix, Message> whys = new LinkedHashMap<>();
    for (Fix fix : Fix.LADDER) {
      causes(findings)
          .filter(cause -> cause.fix().equals(Optional.of(fix)))
          .findFirst()
          .ifPresent(cause -> whys.put(fix, cause.text()));
    }
    for (Fix fix : order(failed)) {
      whys.putIfAbsent(
          fix,
          !whys.isEmpty()
              ? Message.of("repair.why.still-failed")
              : failed.map(Ladder::whyFirst).orElse(Message.of("repair.why.no-cause")));
    }
    List<Rung> rungs = new ArrayList<>();
    whys.forEach((fix, why) -> rungs.add(new Rung(fix, why)));
    return rungs;
  }

  /** Whether something is wrong that a fix is known for, whatever an update check says. */
  static boolean knowsACause(List<Finding> findings) {
    return causes(findings).anyMatch(cause -> cause.severity() == Severity.CAUSE);
  }

  private static Stream<Finding> causes(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.severity() == Severity.CAUSE || f.severity() == Severity.WARNING)
        .filter(f -> f.fix().filter(Fix.LADDER::contains).isPresent());
  }

  private static List<Fix> order(Optional<Failure> failed) {
    if (failed.isEmpty()) {
      return FOR_NOTHING_KNOWN;
    }
    return switch (Family.of(failed.get().code())) {
      case STORE_DAMAGED, SOURCE_MISSING, SERVICING -> FOR_AN_INSTALLATION;
      case DOWNLOAD_JOB, DELIVERY -> FOR_A_DOWNLOAD;
      case UPDATE_STORE -> FOR_A_SEARCH;
      default ->
          switch (failed.get().operation()) {
            case DOWNLOAD -> FOR_A_DOWNLOAD;
            case INSTALL -> FOR_AN_INSTALLATION;
            default -> FOR_A_SEARCH;
          };
    };
  }

  private static Message whyFirst(Failure failed) {
    return switch (order(Optional.of(failed)).get(0)) {
      case DISM -> Message.of("repair.why.installing-failed");
      case BITS -> Message.of("repair.why.downloading-failed");
      default -> Message.of("repair.why.checking-failed");
    };
  }
}
