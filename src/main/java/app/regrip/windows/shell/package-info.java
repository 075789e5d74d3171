/** Regrip among Windows' other programs: identity, start with Windows, session, power, colours. */
package app.regrip.windows.shell;
