/**
 * What Regrip gives away about a PC: a report for people who help, numbers for monitoring. Nothing
 * here reads a PC, opens a file or knows the command line.
 */
package app.regrip.report;
