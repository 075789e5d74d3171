package app.regrip.cli;

import app.regrip.text.Message;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/**
 * What picocli asks for the words of {@code --help}: {@code ${bundle:cli.help.…}} in a description.
 */
final class HelpTexts extends ResourceBundle {

  private final Printer printer;

  HelpTexts(Printer printer) {
    this.printer = printer;
  }

  /** picocli formats what it prints, so a percent sign is doubled. */
  @Override
  protected Object handleGetObject(String key) {
    return printer.printable(Message.of(key)).replace("%", "%%");
  }

  /** None that picocli would look up by itself. */
  @Override
  public Enumeration<String> getKeys() {
    return Collections.emptyEnumeration();
  }
}
