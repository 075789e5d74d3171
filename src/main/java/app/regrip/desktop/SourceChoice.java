package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.pc.RepairSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

/** Where DISM takes intact files from: Windows Update, or an image on a drive that has one. */
final class SourceChoice {

  private final JComboBox<String> place = new JComboBox<>();
  private final JSpinner index = new JSpinner(new SpinnerNumberModel(1, 1, 99, 1));
  private final TextBlock words = TextBlock.muted(text("preview.source.none"));
  private final Runnable changed;
  private final JPanel choice;
  private final JPanel view;
  private List<RepairSource> sources = List.of();

  SourceChoice(Runnable changed) {
    this.changed = changed;
    JLabel placeLabel = new JLabel(text("preview.source"));
    placeLabel.setLabelFor(place);
    JLabel indexLabel = new JLabel(text("preview.source.index"));
    indexLabel.setLabelFor(index);
    place.setName("source");
    place.addItem(text("preview.source.update"));
    place.addActionListener(event -> chose());
    index.setEnabled(false);
    index.addChangeListener(event -> changed.run());
    ((JSpinner.DefaultEditor) index.getEditor())
        .getTextField()
        .getAccessibleContext()
        .setAccessibleName(text("preview.source.index"));
    choice = Ui.buttons(placeLabel, place, indexLabel, index);
    choice.setVisible(false);
    view = Ui.column(6, choice, words);
  }

  JPanel view() {
    return view;
  }

  /**
   * Offers the drives that have files, once they are known.
   *
   * @param choose whether the first of them is to be used: without it the last repair failed
   */
  void offer(List<RepairSource> found, boolean choose) {
    sources = new ArrayList<>(found);
    sources.forEach(source -> place.addItem(text("preview.source.drive", source.drive())));
    choice.setVisible(!sources.isEmpty());
    words.setWords(text(sources.isEmpty() ? "preview.source.none" : "preview.source.words"));
    if (choose && !sources.isEmpty()) {
      place.setSelectedIndex(1);
    }
  }

  Optional<RepairSource> chosen() {
    int drive = place.getSelectedIndex() - 1;
    return drive < 0
        ? Optional.empty()
        : Optional.of(new RepairSource(sources.get(drive).drive(), (Integer) index.getValue()));
  }

  private void chose() {
    int drive = place.getSelectedIndex() - 1;
    index.setEnabled(drive >= 0);
    if (drive >= 0 && !index.getValue().equals(sources.get(drive).index())) {
      index.setValue(sources.get(drive).index());
    } else {
      changed.run();
    }
  }
}
