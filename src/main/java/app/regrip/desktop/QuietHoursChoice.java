package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import java.awt.event.ItemEvent;
import java.time.LocalTime;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;

/** Whether there are hours in which nothing is shown unasked, and which. */
final class QuietHoursChoice {

  private static final int STEP_MINUTES = 30;

  private final JCheckBox on = new JCheckBox(text("settings.quiet.on"));
  private final JComboBox<LocalTime> from;
  private final JComboBox<LocalTime> to;
  private final Consumer<Optional<QuietHours>> chosen;
  private final Card view;

  /**
   * @param chosen is told of every change
   */
  QuietHoursChoice(Optional<QuietHours> now, Consumer<Optional<QuietHours>> chosen) {
    QuietHours hours = now.orElse(QuietHours.USUAL);
    this.chosen = chosen;
    this.from = times(hours.from(), "settings.quiet.from");
    this.to = times(hours.to(), "settings.quiet.to");
    on.setSelected(now.isPresent());
    on.setMnemonic(text("settings.quiet.on.key").charAt(0));
    on.addActionListener(event -> changed());
    listen(from, to);
    listen(to, from);
    enable();
    view =
        Card.of(
            TextBlock.heading(text("settings.quiet")),
            on,
            Ui.panel(
                new Row(8, 4, true),
                new JLabel(text("settings.quiet.from")),
                from,
                new JLabel(text("settings.quiet.to")),
                to,
                Ui.column(0)),
            TextBlock.muted(text("settings.quiet.words")));
  }

  Card view() {
    return view;
  }

  private static JComboBox<LocalTime> times(LocalTime now, String key) {
    TreeSet<LocalTime> all = new TreeSet<>();
    for (int minute = 0; minute < 24 * 60; minute += STEP_MINUTES) {
      all.add(LocalTime.MIDNIGHT.plusMinutes(minute));
    }
    all.add(now);
    JComboBox<LocalTime> box = new JComboBox<>(all.toArray(LocalTime[]::new));
    box.setSelectedItem(now);
    box.getAccessibleContext().setAccessibleName(text(key));
    return box;
  }

  /** Hours that end when they begin would be none, so the other end gives way. */
  private void listen(JComboBox<LocalTime> box, JComboBox<LocalTime> other) {
    box.addItemListener(
        event -> {
          if (event.getStateChange() != ItemEvent.SELECTED) {
            return;
          }
          if (time(box).equals(time(other))) {
            other.setSelectedIndex((other.getSelectedIndex() + 1) % other.getItemCount());
          } else {
            changed();
          }
        });
  }

  private void changed() {
    enable();
    chosen.accept(
        on.isSelected() ? Optional.of(new QuietHours(time(from), time(to))) : Optional.empty());
  }

  private void enable() {
    from.setEnabled(on.isSelected());
    to.setEnabled(on.isSelected());
  }

  private static LocalTime time(JComboBox<LocalTime> box) {
    return (LocalTime) box.getSelectedItem();
  }
}
