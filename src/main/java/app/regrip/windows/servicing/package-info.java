/**
 * DISM and System File Checker: starting them with an environment of our own, hearing what they
 * print while they print it, and seeing whether they still work.
 */
package app.regrip.windows.servicing;
