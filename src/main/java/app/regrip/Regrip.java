package app.regrip;

import app.regrip.session.PcChoice;

/** The one program. */
public final class Regrip {
  private Regrip() {}

  static Folders folders(PcChoice choice) {
    return Folders.of(choice.dataFolder(), System.getenv(), System.getProperty("user.home"));
  }

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(HelperRole.NAME)) {
      System.exit(HelperRole.run(java.util.List.of(args).subList(1, args.length)));
    }
  }
}
