/** The Windows Runtime and COM by hand: strings, objects, and the tables of their methods. */
package app.regrip.windows.winrt;
