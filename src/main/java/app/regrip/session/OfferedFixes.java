package app.regrip.session;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Fix;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.RunStore;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The single fixes that have something to do on a PC: what is not there can't be taken away. */
final class OfferedFixes {

  /** Each one, whatever the PC is like. */
  static final List<Fix> ALL = Stream.of(Fix.values()).filter(fix -> fix != Fix.ALL).toList();

  private final Pc pc;
  private final KeptCopies copies;

  OfferedFixes(Pc pc, RunStore runs) {
    this.pc = pc;
    this.copies = new KeptCopies(pc.updateFolders(), runs);
  }

  List<Fix> now() {
    return ALL.stream().filter(this::hasSomethingToDo).toList();
  }

  private boolean hasSomethingToDo(Fix fix) {
    try {
      return switch (fix) {
        case POLICY ->
            !pc.updatePolicies().switchedOn().isEmpty()
                && !pc.updatePolicies().owner().isOrganisation();
        case COPIES -> !copies.isEmpty();
        default -> true;
      };
    } catch (IOException | PcException e) {
      return false;
    }
  }
}
