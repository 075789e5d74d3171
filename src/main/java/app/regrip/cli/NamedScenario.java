package app.regrip.cli;

import app.regrip.text.Message;

/**
 * A case of real life that the pretend PC can be in.
 *
 * @param name what {@code --simulate=} takes
 * @param description one line that says what is wrong with such a PC
 */
public record NamedScenario(String name, Message description) {}
