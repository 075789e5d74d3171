package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import java.awt.event.ItemEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JComboBox;

/** One of several; called as the words at its key. */
final class DropDown<E> extends JComboBox<DropDown.Choice<E>> {

  /** What can be chosen, and what it is called. */
  record Choice<E>(E value, String words) {

    @Override
    public String toString() {
      return words;
    }
  }

  DropDown(String key, List<Choice<E>> all, E now, Consumer<E> chosen) {
    all.forEach(this::addItem);
    all.stream().filter(choice -> choice.value().equals(now)).forEach(this::setSelectedItem);
    getAccessibleContext().setAccessibleName(text(key));
    addItemListener(
        event -> {
          if (event.getStateChange() == ItemEvent.SELECTED) {
            chosen.accept(getItemAt(getSelectedIndex()).value());
          }
        });
  }

  /** Each with its words at {@code key.CONSTANT}. */
  static <E extends Enum<E>> DropDown<E> of(String key, E[] all, E now, Consumer<E> chosen) {
    return new DropDown<>(
        key,
        Arrays.stream(all).map(each -> new Choice<>(each, text(key, each))).toList(),
        now,
        chosen);
  }

  /** Numbers, each in the words at {@code key.choice}; what is set now is one. 0 comes last. */
  static DropDown<Integer> of(String key, List<Integer> usual, int now, Consumer<Integer> chosen) {
    List<Choice<Integer>> all =
        Stream.concat(usual.stream(), Stream.of(now))
            .distinct()
            .sorted(Comparator.comparing(number -> number == 0 ? Integer.MAX_VALUE : number))
            .map(number -> new Choice<>(number, text(key + ".choice", number)))
            .toList();
    return new DropDown<>(key, all, now, chosen);
  }
}
