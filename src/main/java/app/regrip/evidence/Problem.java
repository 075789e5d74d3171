package app.regrip.evidence;

import app.regrip.text.Message;

/**
 * What could not be read.
 *
 * @param line from 1, or the number of a record; 0 where it concerns the file as a whole
 */
public record Problem(Message what, long line) {}
