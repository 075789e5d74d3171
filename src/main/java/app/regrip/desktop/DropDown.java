package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import java.awt.event.ItemEvent;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.swing.JComboBox;

/** One of several, each with its words at {@code key.CONSTANT}; called as the words at the key. */
final class DropDown<E extends Enum<E>> extends JComboBox<DropDown.Choice<E>> {

  /** What can be chosen, and what it is called. */
  record Choice<E>(E value, String words) {

    @Override
    public String toString() {
      return words;
    }
  }

  DropDown(String key, E[] all, E now, Consumer<E> chosen) {
    Arrays.stream(all).map(each -> new Choice<>(each, text(key, each))).forEach(this::addItem);
    setSelectedIndex(now.ordinal());
    getAccessibleContext().setAccessibleName(text(key));
    addItemListener(
        event -> {
          if (event.getStateChange() == ItemEvent.SELECTED) {
            chosen.accept(getItemAt(getSelectedIndex()).value());
          }
        });
  }
}
