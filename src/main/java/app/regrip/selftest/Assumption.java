package app.regrip.selftest;

import app.regrip.text.Message;

/**
 * One thing that Regrip takes for granted of Windows and that only a real one can show. The pages
 * "Unverified on Windows" and "Open questions" have the same, one line each.
 *
 * @param id stays its own for good: {@code U} or {@code S} and a number, e.g. {@code U08}
 * @param name a few words with hyphens, e.g. {@code event-place-lost}
 * @param statement what has to be so; one sentence
 */
public record Assumption(String id, String name, Message statement) {}
