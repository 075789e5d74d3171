package app.regrip.desktop;

import app.regrip.update.Alert;
import java.util.function.Predicate;

/** Alerts that wait while the user is not to be disturbed, and come once after, if still true. */
final class PatientToast implements Toast {

  private static final String ALERT = "alert";

  private final Toast toast;
  private final HeldBack heldBack;
  private final Predicate<Alert> stillTrue;

  PatientToast(Toast toast, HeldBack heldBack, Predicate<Alert> stillTrue) {
    this.toast = toast;
    this.heldBack = heldBack;
    this.stillTrue = stillTrue;
  }

  @Override
  public void show(Alert alert) {
    if (!heldBack.keeps(ALERT, () -> afterwards(alert))) {
      toast.show(alert);
    }
  }

  private void afterwards(Alert alert) {
    if (stillTrue.test(alert)) {
      toast.show(alert);
    }
  }

  @Override
  public void hide() {
    heldBack.drop(ALERT);
    toast.hide();
  }
}
