package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications.Bar;
import app.regrip.pc.Notifications.Notification;
import app.regrip.repair.RepairEvent.RunEnded;
import app.regrip.repair.RepairEvent.StepProgressed;
import app.regrip.repair.Verdict;
import app.regrip.session.RepairProgress;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairToastTest {

  private static final boolean OPEN = true;
  private static final boolean CLOSED = false;

  private final FakeNotifications notifications = new FakeNotifications();
  private final List<Runnable> toDo = new ArrayList<>();
  private NoticeChoice choice = NoticeChoice.ALL;
  private final RepairToast toast = new RepairToast(notifications, () -> choice, toDo::add);

  @Test
  void aRepairWithTheWindowClosedIsShownWithStepAndFigure() {
    at(Scenes.atDism(), CLOSED);
    Notification shown = notifications.shown.get(0);
    Bar bar = shown.bar().orElseThrow();
    assertThat(shown.tag()).isEqualTo(RepairToast.TAG);
    assertThat(shown.title()).isEqualTo("Repairing Windows Update");
    assertThat(bar.title()).isEqualTo("Repair the component store (DISM)");
    assertThat(bar.fraction().orElseThrow()).isEqualTo(0.623);
    assertThat(bar.shown()).isEqualTo("62.3 %");
    assertThat(bar.status()).startsWith("Step 3 of 3: ");
  }

  @Test
  void afterThatOnlyItsBarMoves() {
    at(Scenes.atDism(), CLOSED);
    at(Scenes.atDism().after(new StepProgressed(80, Message.NONE)), CLOSED);
    assertThat(notifications.shown).hasSize(1);
    assertThat(notifications.bars).extracting(Bar::shown).containsExactly("80.0 %");
  }

  @Test
  void ofManyFiguresAtOnceTheNewestIsShown() {
    at(Scenes.atDism(), CLOSED);
    for (int percent = 63; percent <= 70; percent++) {
      toast.show(
          Scenes.with(Scenes.atDism().after(new StepProgressed(percent, Message.NONE))), CLOSED);
    }
    assertThat(toDo).hasSize(1);
    doIt();
    assertThat(notifications.bars).extracting(Bar::shown).containsExactly("70.0 %");
  }

  @Test
  void whileTheWindowIsOpenItSaysNothingAndIsTakenAway() {
    at(Scenes.atDism(), OPEN);
    assertThat(notifications.shown).isEmpty();
    assertThat(notifications.removed).isEmpty();
    at(Scenes.atDism(), CLOSED);
    at(Scenes.atDism(), OPEN);
    assertThat(notifications.removed).containsExactly(RepairToast.TAG);
    at(Scenes.atDism(), CLOSED);
    assertThat(notifications.shown).hasSize(2);
  }

  @Test
  void aRepairThatWasFoundCutOffIsToldOnce() {
    for (int i = 0; i < 2; i++) {
      toast.show(Scenes.interrupted(false), CLOSED);
      doIt();
    }
    assertThat(notifications.shown)
        .extracting(Notification::title)
        .containsExactly("A repair was interrupted");
    toast.show(Scenes.interrupted(false), OPEN);
    doIt();
    assertThat(notifications.removed).containsExactly(RepairToast.TAG);
  }

  @Test
  void itEndsAsTheResultOnce() {
    at(Scenes.atDism(), CLOSED);
    RepairProgress ended = endOf(Scenes.atDism());
    at(ended, CLOSED);
    at(ended, CLOSED);
    assertThat(notifications.shown).hasSize(2);
    Notification result = notifications.shown.get(1);
    assertThat(result.tag()).isEqualTo(RepairToast.TAG);
    assertThat(result.title()).isEqualTo("Updates work again");
    assertThat(result.bar()).isEmpty();
    assertThat(result.quiet()).isFalse();
  }

  @Test
  void theResultIsSaidInTheLanguageOfThisProcess() {
    at(Scenes.atDism(), CLOSED);
    Verdict verdict = Scenes.ended(Verdict.Kind.PROVEN).verdict().orElseThrow();
    Message words = Message.of("repair.verdict.proven");
    Message next = Message.of("repair.verdict.keeps-watching");
    Speaking.in(
        Locale.GERMAN,
        () ->
            at(
                Scenes.atDism()
                    .after(
                        new RunEnded(
                            new Verdict(
                                verdict.kind(), words, next, verdict.code(), verdict.nextFix()))),
                CLOSED));
    Translator german = new Translator(Locale.GERMAN, ZoneOffset.UTC);
    assertThat(notifications.shown.get(1).text())
        .isEqualTo(german.say(words) + " " + german.say(next))
        .isNotEqualTo(words.english() + " " + next.english());
  }

  @Test
  void oneThatWasSweptAwayStaysAwayUntilTheResult() {
    at(Scenes.atDism(), CLOSED);
    notifications.swept = true;
    at(Scenes.atDism().after(new StepProgressed(80, Message.NONE)), CLOSED);
    at(Scenes.atDism().after(new StepProgressed(81, Message.NONE)), CLOSED);
    assertThat(notifications.shown).hasSize(1);
    at(endOf(Scenes.atDism()), CLOSED);
    assertThat(notifications.shown).hasSize(2);
  }

  @Test
  void aResultSeenInTheWindowIsNotToldAgain() {
    at(Scenes.atDism(), OPEN);
    at(endOf(Scenes.atDism()), OPEN);
    at(endOf(Scenes.atDism()), CLOSED);
    assertThat(notifications.shown).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FAILURES, PROVEN, 0",
    "FAILURES, STILL_FAILING, 1",
    "FAILURES, CALL_A_PROFESSIONAL, 1",
    "FAILURES, RESTART_NEEDED, 1",
    "NOTHING, STILL_FAILING, 0"
  })
  void whoWantsToHearLessIsToldLess(NoticeChoice less, Verdict.Kind end, int told) {
    choice = less;
    at(Scenes.atDism(), CLOSED);
    at(Scenes.atDism().after(new StepProgressed(80, Message.NONE)), CLOSED);
    assertThat(notifications.shown).isEmpty();
    at(Scenes.atDism().after(new RunEnded(Scenes.ended(end).verdict().orElseThrow())), CLOSED);
    assertThat(notifications.shown).hasSize(told);
  }

  @ParameterizedTest
  @CsvSource({"FAILURES, 1", "NOTHING, 0"})
  void aRepairThatWasCutOffIsAFailure(NoticeChoice less, int told) {
    choice = less;
    toast.show(Scenes.interrupted(false), CLOSED);
    doIt();
    assertThat(notifications.shown).hasSize(told);
  }

  @Test
  void aBarGoesWhereItIsNoLongerWanted() {
    at(Scenes.atDism(), CLOSED);
    choice = NoticeChoice.FAILURES;
    at(Scenes.atDism().after(new StepProgressed(80, Message.NONE)), CLOSED);
    assertThat(notifications.removed).containsExactly(RepairToast.TAG);
    assertThat(notifications.bars).isEmpty();
  }

  @Test
  void anOldResultIsNoNews() {
    at(endOf(Scenes.atDism()), CLOSED);
    assertThat(notifications.shown).isEmpty();
  }

  @Test
  void aSystemThatRefusesIsNotAskedAgainForThisRepairUntilItEnds() {
    notifications.refusing = true;
    at(Scenes.atDism(), CLOSED);
    notifications.refusing = false;
    at(Scenes.atDism().after(new StepProgressed(80, Message.NONE)), CLOSED);
    assertThat(notifications.shown).isEmpty();
    at(endOf(Scenes.atDism()), CLOSED);
    assertThat(notifications.shown).hasSize(1);
  }

  @Test
  void whenRegripLeavesNoBarIsLeftStanding() {
    at(Scenes.atDism(), CLOSED);
    toast.leave();
    assertThat(notifications.removed).containsExactly(RepairToast.TAG);
  }

  @Test
  void whenRegripLeavesAResultStays() {
    at(Scenes.atDism(), CLOSED);
    at(endOf(Scenes.atDism()), CLOSED);
    toast.leave();
    assertThat(notifications.removed).isEmpty();
  }

  private static RepairProgress endOf(RepairProgress running) {
    Verdict verdict = Scenes.ended(Verdict.Kind.PROVEN).verdict().orElseThrow();
    return running.after(new RunEnded(verdict));
  }

  private void at(RepairProgress repair, boolean window) {
    toast.show(Scenes.with(repair), window);
    doIt();
  }

  private void doIt() {
    List.copyOf(toDo).forEach(Runnable::run);
    toDo.clear();
  }
}
