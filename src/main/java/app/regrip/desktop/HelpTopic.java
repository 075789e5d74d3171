package app.regrip.desktop;

/** The questions the help page answers, in its order. */
enum HelpTopic {
  HANDLE,
  DELETE,
  DISM,
  ASIDE,
  PROFESSIONAL
}
