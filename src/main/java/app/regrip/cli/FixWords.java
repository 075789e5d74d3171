package app.regrip.cli;

import app.regrip.repair.Fix;

/** The fixes as a person meets them on the command line. */
final class FixWords {

  private FixWords() {}

  /** What it does, in one line for the help. */
  static String oneLine(Fix fix) {
    return switch (fix) {
      case TROUBLESHOOTER -> "open Microsoft's own troubleshooter";
      case POLICY -> "take away policies that hold a home PC's updates back";
      case SHARE_PROCESS -> "let Windows Update share a process again; seconds";
      case BITS -> "get the download service (BITS) going again; a minute";
      case RESET -> "reset the update components; set aside, not deleted";
      case DISM -> "repair the component store with DISM; 15 to 45 minutes";
      case SFC -> "check and repair system files with SFC; 5 to 30 minutes";
      case ALL -> "all but the first two, gentlest first, until it is proven";
    };
  }
}
