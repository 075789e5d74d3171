/** What is so on this PC: its version, battery, protection, pending restarts, and whose it is. */
package app.regrip.windows.facts;
