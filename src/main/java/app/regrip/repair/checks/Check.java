package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.text.Message;
import java.util.List;

/** One look at the PC that changes nothing and needs no elevation. */
public interface Check {

  /** Stable, for programs: {@code unknown-} and this is the finding where it could not look. */
  String id();

  /** What it looks at, in plain words: "the services of Windows Update". */
  default Message subject() {
    return Message.of("repair.check." + id() + ".subject");
  }

  /** Empty where all is well. */
  List<Finding> look(Pc pc) throws PcException;
}
