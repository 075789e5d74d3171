/** Keeping the PC awake, and a shutdown waiting, for as long as a repair runs. */
package app.regrip.windows.power;
