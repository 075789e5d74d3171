package app.regrip.desktop;

/** Which colours the window has. */
public enum ThemeChoice {
  /** Those of the system, where they can be known; light elsewhere. */
  SYSTEM,
  LIGHT,
  DARK,
  CONTRAST
}
