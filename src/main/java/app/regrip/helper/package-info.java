/**
 * The process that repairs, and both ends of its protocol: arguments of a closed list in, one JSON
 * line for each event out, and one word, {@code cancel}. It knows no screen.
 */
package app.regrip.helper;
