package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.session.UpdateCheck;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;

/** When Windows was last asked for updates from here, and what it answered. */
final class CheckLine {

  private final Times times;
  private final Wording wording;
  private final TextBlock words = TextBlock.muted("");
  private final BusyBar bar;
  private final Readable view;

  CheckLine(Times times, DesktopOptions options) {
    this.times = times;
    this.wording = options.wording();
    this.bar = new BusyBar(options.reducesMotion());
    this.view = new Readable(new Column(6), words, bar);
    bar.getAccessibleContext().setAccessibleName(text("status.checking"));
    view.setVisible(false);
  }

  JComponent view() {
    return view;
  }

  void show(UpdateCheck check) {
    boolean newAnswer = bar.isVisible() && !check.running() && view.isVisible();
    bar.setVisible(check.running());
    bar.busy(check.running());
    words.setWords(said(check));
    view.setVisible(!words.getText().isEmpty());
    if (newAnswer && view.isShowing()) {
      view.getAccessibleContext()
          .firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, null, words.getText());
    }
    view.revalidate();
  }

  private String said(UpdateCheck check) {
    if (check.running()) {
      return text("status.checking");
    }
    if (check.endedAt().isEmpty() || check.result().isEmpty()) {
      return "";
    }
    String at = times.moment(check.endedAt().get());
    return check.result().get().isFailure()
        ? text("status.checked.failed", at, wording.error(check.result().get()))
        : text("status.checked.worked", at, check.waiting());
  }
}
