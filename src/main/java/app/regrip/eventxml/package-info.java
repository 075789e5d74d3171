/**
 * One event of a Windows log, in XML as Windows' own export has it: read without a parser of the
 * JDK, whose classes take 4 MB of a tray that runs for weeks.
 */
package app.regrip.eventxml;
