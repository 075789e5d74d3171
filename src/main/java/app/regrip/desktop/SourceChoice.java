package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.pc.RepairSource;
import java.util.Optional;
import java.util.Vector;
import java.util.stream.IntStream;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

/** Where DISM takes intact files from: Windows Update, or an image on an attached drive. */
final class SourceChoice {

  private static final char FIRST_DRIVE = 'D';
  private static final char LAST_DRIVE = 'Z';

  private final JComboBox<String> place = new JComboBox<>(places());
  private final JSpinner index = new JSpinner(new SpinnerNumberModel(1, 1, 99, 1));
  private final JPanel view;

  SourceChoice(Runnable changed) {
    JLabel placeLabel = new JLabel(text("preview.source"));
    placeLabel.setLabelFor(place);
    JLabel indexLabel = new JLabel(text("preview.source.index"));
    indexLabel.setLabelFor(index);
    place.setName("source");
    place.addActionListener(
        event -> {
          index.setEnabled(place.getSelectedIndex() > 0);
          changed.run();
        });
    index.setEnabled(false);
    index.addChangeListener(event -> changed.run());
    view =
        Parts.column(
            6,
            Parts.buttons(placeLabel, place, indexLabel, index),
            Words.muted(text("preview.source.words")));
  }

  JPanel view() {
    return view;
  }

  Optional<RepairSource> chosen() {
    int drive = place.getSelectedIndex() - 1;
    return drive < 0
        ? Optional.empty()
        : Optional.of(new RepairSource((char) (FIRST_DRIVE + drive), (Integer) index.getValue()));
  }

  private static Vector<String> places() {
    Vector<String> places = new Vector<>();
    places.add(text("preview.source.update"));
    IntStream.rangeClosed(FIRST_DRIVE, LAST_DRIVE)
        .forEach(drive -> places.add(text("preview.source.drive", (char) drive)));
    return places;
  }
}
