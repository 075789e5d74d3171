/**
 * The face of Regrip on a desktop: an icon in the notification area, an alert, and one window. It
 * draws {@link app.regrip.session.Snapshot}s and calls {@link app.regrip.session.Session}, and is
 * the only package that may know AWT and Swing.
 */
package app.regrip.desktop;
