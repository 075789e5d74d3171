/**
 * What Regrip takes for granted of Windows, as a list, and how a Windows is asked about it. Knows
 * no Windows: the questions come from where the calls are.
 */
package app.regrip.selftest;
