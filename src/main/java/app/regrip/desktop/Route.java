package app.regrip.desktop;

import app.regrip.repair.FixRequest;

/** A place in the window. */
sealed interface Route {

  /** What Regrip is; seen once. */
  record Welcome() implements Route {}

  record Status() implements Route {}

  /** What a fix would do, before it is started. */
  record Preview(FixRequest request) implements Route {}

  /** The repair that runs, or the last one. */
  record Repair() implements Route {}

  record History() implements Route {}

  record Help(HelpTopic topic) implements Route {}

  record Settings() implements Route {}

  /** Whether to quit while a repair runs. */
  record Quit() implements Route {}
}
