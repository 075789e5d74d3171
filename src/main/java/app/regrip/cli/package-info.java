/**
 * The face of Regrip in a terminal: one small class per command, words for people, JSON lines for
 * programs.
 *
 * <p>A command opens a session, asks it, and draws what it says. It draws in one thread only, and
 * everything that comes from the PC passes through {@link app.regrip.cli.SafeText} on its way to
 * the screen, so that no update's title can move the cursor or hide a line.
 *
 * <p>The screen has the translator: what is drawn is handed to it as a {@link
 * app.regrip.text.Message}, and becomes words of the user's language there. What programs read is
 * English.
 */
package app.regrip.cli;
