package app.regrip.pc;

/**
 * Whether the user is not to be disturbed now: a film, a game or a presentation fills the screen,
 * or nobody is there to see it. Cheap, and asked whenever something is about to be shown.
 */
@FunctionalInterface
public interface QuietTime {

  boolean isNow();
}
