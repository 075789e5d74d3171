package app.regrip.repair;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The fixes there are, gentlest first. This list is closed: the elevated helper is given one of
 * these names and nothing else tells it what to do.
 */
public enum Fix {
  TROUBLESHOOTER("troubleshooter"),
  /** Takes away policies that keep a home PC from updating itself. */
  POLICY("policy"),
  SHARE_PROCESS("share-process"),
  BITS("bits"),
  /** Sets the downloaded updates aside and nothing else: history and hidden updates stay. */
  DOWNLOADS("downloads"),
  RESET("reset"),
  DISM("dism"),
  SFC("sfc"),
  /** Repairs nothing: deletes for good what earlier repairs have set aside. */
  COPIES("copies"),
  /**
   * "Repair it for me": the ladder of the others, one rung at a time, until it is proven that
   * updates work.
   */
  ALL("all");

  /**
   * The rungs of {@link #ALL}, gentlest first. The troubleshooter is not one: it needs the user;
   * and policies and copies are taken away only by who asks for that.
   */
  public static final List<Fix> LADDER = List.of(SHARE_PROCESS, BITS, DOWNLOADS, RESET, DISM, SFC);

  private final String commandName;

  Fix(String commandName) {
    this.commandName = commandName;
  }

  /** Its name on the command line, in journals and in the helper's arguments. */
  public String commandName() {
    return commandName;
  }

  public static Optional<Fix> named(String commandName) {
    return Arrays.stream(values()).filter(f -> f.commandName.equals(commandName)).findFirst();
  }

  /** The rung above this one; empty at the top and for what is not on the ladder. */
  public Optional<Fix> next() {
    int rung = LADDER.indexOf(this);
    return rung < 0 || rung == LADDER.size() - 1
        ? Optional.empty()
        : Optional.of(LADDER.get(rung + 1));
  }

  /** Whether an administrator's rights, and so the helper, are needed. */
  public boolean needsElevation() {
    return this != TROUBLESHOOTER;
  }
}
