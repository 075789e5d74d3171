/**
 * The acts of the fixes. Each can be cut off at any instant and called again, and undoes what it
 * did from what it noted before.
 */
package app.regrip.repair.steps;
