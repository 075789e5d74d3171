package app.regrip.evidence;

/**
 * What could not be read.
 *
 * @param line from 1; 0 where it concerns the file as a whole
 */
public record Problem(String what, long line) {}
