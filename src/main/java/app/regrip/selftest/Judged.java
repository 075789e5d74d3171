package app.regrip.selftest;

/** One assumption with what this PC says to it. */
public record Judged(Assumption assumption, Answer answer) {}
