/**
 * One event of a Windows log, in XML as Windows' own export has it: read without a parser of the
 * JDK, whose classes alone take more memory than all else a watching tray knows of events.
 */
package app.regrip.eventxml;
