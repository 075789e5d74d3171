package app.regrip.windows.toast;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Bar;
import app.regrip.pc.Notifications.Button;
import app.regrip.pc.Notifications.Notification;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ToastXmlTest {

  private static final Notification ALERT =
      new Notification(
          "update-failure",
          "Windows Update needs help",
          "KB1 & KB2 <failed> \"again\"",
          Action.DETAILS,
          List.of(new Button("Fix it", Action.FIX), new Button("Snooze", Action.SNOOZE)),
          Optional.empty(),
          false);

  @Test
  void anAlertIsTwoTextsAndItsButtons() {
    assertThat(ToastXml.of(ALERT))
        .isEqualTo(
            "<toast activationType=\"protocol\" launch=\"regrip:details\"><visual>"
                + "<binding template=\"ToastGeneric\"><text>Windows Update needs help</text>"
                + "<text>KB1 &amp; KB2 &lt;failed&gt; &quot;again&quot;</text></binding></visual>"
                + "<actions>"
                + "<action activationType=\"protocol\" content=\"Fix it\" arguments=\"regrip:fix\"/>"
                + "<action activationType=\"protocol\" content=\"Snooze\" arguments=\"regrip:snooze\"/>"
                + "</actions></toast>");
  }

  @Test
  void aQuietOneWithABarNamesItsValuesAndMakesNoSound() {
    Notification progress =
        new Notification(
            "repair",
            "Repairing",
            "",
            Action.OPEN,
            List.of(),
            Optional.of(new Bar("DISM", OptionalDouble.of(0.623), "62.3 %", "Repairing")),
            true);
    assertThat(ToastXml.of(progress))
        .contains(
            "<progress title=\"{title}\" value=\"{value}\" valueStringOverride=\"{shown}\""
                + " status=\"{status}\"/>")
        .contains("<audio silent=\"true\"/>")
        .doesNotContain("<actions>");
  }

  @Test
  void thereAreNeverMoreButtonsThanWindowsShows() {
    Notification many =
        new Notification(
            "t",
            "",
            "",
            Action.OPEN,
            Collections.nCopies(7, new Button("Fix it", Action.FIX)),
            Optional.empty(),
            false);
    assertThat(ToastXml.of(many).split("<action ", -1)).hasSize(1 + ToastXml.MOST_BUTTONS);
  }

  @Test
  void aBarWithoutAFigureRunsToAndFro() {
    Bar unknown = new Bar("DISM", OptionalDouble.empty(), "", "Step 2 of 7\r\nnext");
    assertThat(ToastValues.of(unknown))
        .containsEntry("value", "indeterminate")
        .containsEntry("status", "Step 2 of 7 next");
    assertThat(ToastValues.of(new Bar("", OptionalDouble.of(7), "", "")))
        .containsEntry("value", "1.000");
    assertThat(ToastValues.of(new Bar("", OptionalDouble.of(0.623), "", "")))
        .containsEntry("value", "0.623");
  }
}
