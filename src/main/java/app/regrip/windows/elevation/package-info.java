/**
 * How Regrip asks for an administrator's rights and what the elevated side does before it trusts
 * anything: both ends of the pipe, the program's folder, and the folder it writes into.
 */
package app.regrip.windows.elevation;
