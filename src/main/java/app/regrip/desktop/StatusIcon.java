package app.regrip.desktop;

/** The faces of the tray icon. Each has an outline of its own, so that none needs its colour. */
enum StatusIcon {
  OK("status-ok"),
  FAILING("status-failing"),
  UNKNOWN("status-unknown"),
  REPAIRING("status-repairing"),
  /** Something waits for the user: a restart, or a repair that was interrupted. */
  ATTENTION("status-attention");

  private final String drawing;

  StatusIcon(String drawing) {
    this.drawing = drawing;
  }

  /** The name of its drawing, see {@link Icons}. */
  String drawing() {
    return drawing;
  }
}
