/** The Windows Update agent (WUA), asked by COM. */
package app.regrip.windows.wua;
