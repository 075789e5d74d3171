package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.pc.RepairSource;
import app.regrip.pc.SystemPages;
import app.regrip.pc.UpdateFolders.Size;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.FixText;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.session.PastRepair;
import app.regrip.session.RepairProgress;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.AlertChoice;
import app.regrip.update.UpdateStatus;
import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JRootPane;
import javax.swing.JScrollBar;
import javax.swing.JSpinner;
import javax.swing.SwingUtilities;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The pages, made and laid out without a display. */
class PagesTest {

  private static final Dimension SMALLEST = new Dimension(640 - 172, 480);
  private static final Dimension USUAL = new Dimension(920 - 172, 700);

  private final RecordedActions actions = new RecordedActions();
  private final FakeSession session = new FakeSession(Scenes.at(Scenes.working()));
  private final List<SystemPages.Page> opened = new ArrayList<>();
  private final DesktopOptions options =
      Scenes.options(new Scenes.Remembered(ThemeChoice.LIGHT), opened::add);

  @BeforeEach
  void look() throws Exception {
    onEventThread(() -> new Theme(() -> ThemeChoice.LIGHT, () -> false).apply());
  }

  @Test
  void quittingInARepairIsAskedAndStayingIsWhatEnterDoes() throws Exception {
    Snapshot repairing = Scenes.with(Scenes.atDism());
    QuitPage[] asking = new QuitPage[1];
    Container page = show(() -> asking[0] = new QuitPage(actions), repairing);
    assertThat(words(page)).contains(Texts.text("settings.quit.repairing"));
    assertThat(asking[0].defaultButton())
        .hasValueSatisfying(
            button -> assertThat(button.getText()).isEqualTo("Keep Regrip running"));
    assertThat(asking[0].defaultButton().get().getAccessibleContext().getAccessibleDescription())
        .contains(Texts.text("quit.title"), Texts.text("settings.quit.repairing"));
    press(page, "Keep Regrip running");
    press(page, "Quit all the same");
    assertThat(actions.asked).containsExactly("go " + new Route.Repair(), "quit all the same");
    onEventThread(() -> asking[0].show(Scenes.with(Scenes.ended(Verdict.Kind.PROVEN))));
    assertThat(words(page))
        .contains(Texts.text("settings.quit.words"))
        .doesNotContain(Texts.text("settings.quit.repairing"));
  }

  /** "Just now" is not what it was five minutes ago. */
  @Test
  void whatIsSaidOfTimesGrowsOldWithThem() throws Exception {
    SetClock clock = new SetClock();
    Snapshot proven = Scenes.at(new UpdateStatus.Repaired(clock.instant()));
    StatusPage[] status = new StatusPage[1];
    Container page =
        show(
            () ->
                status[0] =
                    new StatusPage(new FakeSession(proven), actions, with(clock, () -> false)),
            proven);
    assertThat(words(page)).anyMatch(w -> w.endsWith("proven just now"));
    clock.advance(Duration.ofMinutes(5));
    onEventThread(status[0]::tick);
    assertThat(words(page))
        .anyMatch(w -> w.endsWith("proven 5 minutes ago"))
        .noneMatch(w -> w.contains("just now"));
  }

  @Test
  void whereNothingMayMoveTheBarsStandStillAndSaySo() throws Exception {
    DesktopOptions moving = with(Scenes.CLOCK, () -> false);
    DesktopOptions still = with(Scenes.CLOCK, () -> true);
    Snapshot starting = Scenes.with(RepairProgress.starting("run-1", Fix.ALL, Scenes.NOW));
    FakeSession asked = new FakeSession(Scenes.checking());
    for (Function<DesktopOptions, Page> made :
        List.<Function<DesktopOptions, Page>>of(
            chosen -> new StatusPage(asked, actions, chosen),
            chosen -> new RepairPage(fix -> Optional.empty(), actions, chosen),
            chosen -> new PreviewPage(asked, actions, chosen, FixRequest.of(Fix.ALL)))) {
      onEventThread(
          () -> {
            BusyBar bar = find(made.apply(moving), asked.now(), starting);
            assertThat(bar.isIndeterminate()).isTrue();
            assertThat(bar.isStringPainted()).isFalse();
            bar = find(made.apply(still), asked.now(), starting);
            assertThat(bar.isIndeterminate()).isFalse();
            assertThat(bar.isStringPainted()).isTrue();
            assertThat(bar.getString()).isEqualTo("At work");
          });
    }
  }

  /** Once it is known how far the work is, the bar says that and nothing else. */
  @Test
  void aBarThatStandsStillGoesOnWithTheWork() throws Exception {
    onEventThread(
        () -> {
          RepairPage page =
              new RepairPage(fix -> Optional.empty(), actions, with(Scenes.CLOCK, () -> true));
          page.show(Scenes.with(RepairProgress.starting("run-1", Fix.ALL, Scenes.NOW)));
          page.show(Scenes.with(Scenes.atDism()));
          BusyBar bar = find(page.view(), BusyBar.class);
          assertThat(bar.isStringPainted()).isFalse();
          assertThat(bar.getPercentComplete()).isBetween(0.62, 0.63);
        });
  }

  private static BusyBar find(Page page, Snapshot checking, Snapshot starting) {
    page.show(page instanceof RepairPage ? starting : checking);
    return find(page.view(), BusyBar.class);
  }

  private DesktopOptions with(Clock clock, BooleanSupplier reducesMotion) {
    return new DesktopOptions(
        new Wording(ErrorCatalog.load(), clock, ZoneOffset.UTC),
        options.version(),
        options.preferences(),
        options.systemIsDark(),
        options.openPage(),
        options.hasPage(),
        options.restartPretendPc(),
        options.notifications(),
        options.quietTime(),
        reducesMotion,
        options.iconClicks(),
        options.selfTest(),
        options.releases(),
        options.quit(),
        clock);
  }

  @Test
  void statusSaysWhatIsWrongAndWhatItMeans() throws Exception {
    Snapshot failing = Scenes.at(Scenes.failing());
    Container page = show(() -> status(failing), failing);
    assertThat(words(page))
        .contains("Windows Update fails", "Repair it for me")
        .anyMatch(w -> w.contains("0x80070006 The handle is invalid"))
        .anyMatch(w -> w.contains("-2147024890, 2147942406"))
        .anyMatch(w -> w.contains("today at 14:12") && w.contains("3 times"));
  }

  @Test
  void whatIsNotKnownIsNotCalledGood() throws Exception {
    Snapshot unknown = Scenes.at(Scenes.unknown());
    assertThat(words(show(() -> status(unknown), unknown)))
        .contains("Not known yet")
        .noneMatch(w -> w.contains("works"));
  }

  @Test
  void statusOffersUndoAndFinishAfterAnInterruption() throws Exception {
    Snapshot cut = Scenes.interrupted(false);
    Container page = show(() -> status(cut), cut);
    assertThat(words(page)).contains("A repair was interrupted at step 3 of 7");
    press(page, "Finish it");
    press(page, "Undo it");
    assertThat(actions.asked).as("one is asked before").containsExactly("recover FINISH");
    press(page, "No, leave it");
    press(page, "Undo it");
    press(page, "Yes, put it back");
    assertThat(actions.asked).containsExactly("recover FINISH", "recover UNDO");
  }

  @Test
  void aNewerRegripIsARowThatOpensItsPage() throws Exception {
    Snapshot working = Scenes.at(Scenes.working());
    List<String> shown = new ArrayList<>();
    DesktopOptions newer = Scenes.withNewer(() -> shown.add("the page"));
    Container page = show(() -> new StatusPage(new FakeSession(working), actions, newer), working);
    assertThat(words(page))
        .contains("Regrip 1.3.0 is there")
        .anyMatch(w -> w.startsWith("This is Regrip 1.0."));
    press(page, "Open the page");
    assertThat(shown).containsExactly("the page");
    assertThat(words(show(() -> status(working), working))).noneMatch(w -> w.contains("is there"));
  }

  @Test
  void lookingForNewVersionsIsSwitchedInTheSettings() throws Exception {
    Snapshot working = Scenes.at(Scenes.working());
    Scenes.Remembered mine = new Scenes.Remembered(ThemeChoice.LIGHT);
    Container page = show(() -> settings(Scenes.options(mine, opened::add)), working);
    assertThat(words(page))
        .anyMatch(w -> w.startsWith("Looking is one question to " + Scenes.RELEASES));
    choose(page, "Look for them once a day");
    choose(page, "Don't look for them");
    assertThat(actions.asked).containsExactly("new versions true", "new versions false");

    mine.newVersionsAreSetByPolicy = true;
    page = show(() -> settings(Scenes.options(mine, opened::add)), working);
    assertThat(words(page))
        .contains("Don't look for them", "Your organisation has decided this for this PC.")
        .doesNotContain("Look for them once a day");
    assertThat(dropDowns(page))
        .extracting(box -> box.getAccessibleContext().getAccessibleName())
        .doesNotContain("New versions of Regrip");
  }

  @Test
  void watchingAndSnoozingAreTold() throws Exception {
    Snapshot proven = Scenes.proven();
    assertThat(words(show(() -> status(proven), proven)))
        .anyMatch(w -> w.contains("Tuesday 10 March at 14:32"))
        .anyMatch(w -> w.startsWith("Alerts are snoozed until today at 18:32"));
  }

  @Test
  void previewTellsAllBeforeAnythingIsDone() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
    Container page = preview(session, Fix.RESET);
    assertThat(words(page))
        .contains("Set the folder SoftwareDistribution\\DataStore aside")
        .contains("Usually 2 to 15 minutes.")
        .contains("Updates that were being downloaded are downloaded again.")
        .noneMatch(w -> w.contains("Type = 0x10"));
    press(page, "Technical details");
    assertThat(words(page)).anyMatch(w -> w.contains("Type = 0x10"));
    press(page, "Also set the signature cache aside (catroot2)");
    Layouts.settle(page);
    press(page, "Continue");
    assertThat(actions.asked)
        .containsExactly("start " + new FixRequest(Fix.RESET, Optional.empty(), true));
  }

  @Test
  void permissionIsAnnouncedWhereWindowsWillAskForIt() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
    DesktopOptions real =
        Scenes.options(new Scenes.Remembered(ThemeChoice.LIGHT), opened::add, Optional.empty());
    Supplier<Page> onARealPc =
        () -> new PreviewPage(session, actions, real, FixRequest.of(Fix.BITS));
    String announcement = "Windows asks for your permission first.";
    assertThat(words(show(onARealPc, Scenes.at(Scenes.failing())))).contains(announcement);
    assertThat(words(preview(session, Fix.BITS))).contains("On a real PC, " + announcement);
    assertThat(words(preview(session, Fix.TROUBLESHOOTER)))
        .noneMatch(w -> w.endsWith(announcement));
  }

  @Test
  void aRefusalLeavesNothingToContinue() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
    session.refuse("Windows is installing updates just now. Try again in half an hour.");
    Container page = preview(session, Fix.RESET);
    assertThat(words(page))
        .contains("Windows is installing updates just now. Try again in half an hour.")
        .doesNotContain("Continue")
        .noneMatch(w -> w.contains("Windows asks for your permission"));
    assertThat(drawings(page)).contains("finding-warning").doesNotContain("status-attention");
  }

  @Test
  void theWayToReinstallWindowsIsReadStepByStep() throws Exception {
    Message ask = Message.of("repair.verdict.call-a-professional.next");
    Message media = Message.of("repair.reinstall.media", "Windows 11");
    Message iso = Message.of("repair.reinstall.iso");
    Verdict verdict =
        new Verdict(
            Verdict.Kind.CALL_A_PROFESSIONAL,
            Message.of("repair.verdict.call-a-professional"),
            ask.then(Message.sentences(media, iso)),
            Optional.empty(),
            Optional.empty());
    Case.Entry.Tried tried = new Case.Entry.Tried(Scenes.NOW, "run-1", Fix.ALL, verdict);
    Snapshot ended = Scenes.with(Scenes.begun().after(new RepairEvent.RunEnded(verdict)));
    Snapshot later = Scenes.at(Scenes.failing()).with(ended.check(), Optional.of(tried), false);
    for (Container page :
        List.of(
            show(() -> new RepairPage(fix -> Optional.empty(), actions, options), ended),
            show(() -> new StatusPage(new FakeSession(later), actions, options), later))) {
      assertThat(words(page)).contains(Texts.say(ask), Texts.say(media), Texts.say(iso));
    }
  }

  private static List<String> drawings(Container parent) {
    List<String> names = new ArrayList<>();
    for (Component child : parent.getComponents()) {
      if (child instanceof JLabel label && label.getIcon() instanceof FlatSVGIcon icon) {
        names.add(icon.getName().replaceAll(".*/|\\.svg", ""));
      }
      if (child instanceof Container container) {
        names.addAll(drawings(container));
      }
    }
    return names;
  }

  @Test
  void repairShowsTheRunningStepAndItsPercent() throws Exception {
    Snapshot dism = Scenes.with(Scenes.atDism());
    Container page = show(() -> new RepairPage(fix -> Optional.empty(), actions, options), dism);
    assertThat(words(page))
        .contains("Repair the component store (DISM RestoreHealth)", "62.3 %", "Running for 12:00")
        .anyMatch(w -> w.startsWith("DISM often stands at 62.3 %"))
        .anyMatch(w -> w.startsWith("This step must run to its end."));
    press(page, "Cancel the repair");
    assertThat(actions.asked).containsExactly("cancel");
  }

  @Test
  void whatItTookTheLastTimeIsTold() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
    session.lastTook = Optional.of(Duration.ofMinutes(22));
    String told = "The last time, it took 22 minutes on this PC.";
    assertThat(words(preview(session, Fix.DISM))).contains(told);
    Container running =
        show(
            () -> new RepairPage(session::lastTook, actions, options),
            Scenes.with(Scenes.atDism()));
    awaitWords(running, told);
  }

  @Test
  void everyVerdictLeadsSomewhere() throws Exception {
    for (Verdict.Kind kind : Verdict.Kind.values()) {
      Snapshot ended = Scenes.with(Scenes.ended(kind));
      Container page = show(() -> new RepairPage(fix -> Optional.empty(), actions, options), ended);
      assertThat(words(page))
          .contains(Texts.text("verdict", kind), "Show the history")
          .doesNotContain("Cancel the repair");
    }
  }

  @Test
  void stillFailingOffersTheNextFix() throws Exception {
    Snapshot failing = Scenes.with(Scenes.ended(Verdict.Kind.STILL_FAILING));
    press(
        show(() -> new RepairPage(fix -> Optional.empty(), actions, options), failing),
        "Next: Check system files (SFC)");
    assertThat(actions.asked).containsExactly("preview SFC");
  }

  @Test
  void theErrorBehindAResultIsWrittenInAllItsWays() throws Exception {
    Snapshot failing = Scenes.with(Scenes.ended(Verdict.Kind.STILL_FAILING));
    assertThat(
            words(show(() -> new RepairPage(fix -> Optional.empty(), actions, options), failing)))
        .anyMatch(w -> w.contains("0x80070006") && w.contains("-2147024890, 2147942406"));
  }

  @Test
  void thePageThatInstallsWindowsAnewIsOfferedOnlyWhereThereIsOne() throws Exception {
    Snapshot end = Scenes.with(Scenes.ended(Verdict.Kind.CALL_A_PROFESSIONAL));
    DesktopOptions older =
        Scenes.options(
            new Scenes.Remembered(ThemeChoice.LIGHT), opened::add, Optional.empty(), false);
    Container without = show(() -> new RepairPage(fix -> Optional.empty(), actions, older), end);
    Container with = show(() -> new RepairPage(fix -> Optional.empty(), actions, options), end);

    awaitWords(with, "Open Recovery in Settings");
    press(with, "Open Recovery in Settings");
    assertThat(opened).containsExactly(SystemPages.Page.SETTINGS_RECOVERY);

    assertThat(words(without))
        .contains("Open support.microsoft.com")
        .doesNotContain("Open Recovery in Settings");
  }

  @Test
  void aButtonThatComesLateHasALetterToo() throws Exception {
    Snapshot end = Scenes.with(Scenes.ended(Verdict.Kind.CALL_A_PROFESSIONAL));
    JRootPane window = new JRootPane();
    SwingUtilities.invokeAndWait(
        () -> {
          RepairPage page = new RepairPage(fix -> Optional.empty(), actions, options);
          page.show(end);
          window.getContentPane().add(page.view());
          Mnemonics.giveOut(window.getContentPane());
        });
    Layouts.settle(window.getContentPane());

    List<AbstractButton> late = new ArrayList<>();
    collect(window.getContentPane(), "Open Recovery in Settings", late);
    assertThat(late).singleElement().satisfies(b -> assertThat(b.getMnemonic()).isNotZero());
  }

  @Test
  void theEndOfTheLadderPointsToPeople() throws Exception {
    Snapshot end = Scenes.with(Scenes.ended(Verdict.Kind.CALL_A_PROFESSIONAL));
    press(
        show(() -> new RepairPage(fix -> Optional.empty(), actions, options), end),
        "Open support.microsoft.com");
    assertThat(opened).containsExactly(SystemPages.Page.MICROSOFT_SUPPORT);
  }

  @Test
  void historyIsALineOfTime() throws Exception {
    FakeSession session = new FakeSession(Scenes.proven());
    Container page = show(() -> new HistoryPage(session, actions, options), Scenes.proven());
    assertThat(words(page))
        .containsSubsequence(
            "Tried: Reset the update components",
            "Updates work again",
            "Tried: Restart BITS",
            "Done, but updates still fail",
            "Windows could not install an update: Cumulative Update for Windows 11 (KB5000001)");
  }

  @Test
  void behindEachMarkOfTheLineStandsWhatWasDone() throws Exception {
    FakeSession session = new FakeSession(Scenes.proven());
    Container page = show(() -> new HistoryPage(session, actions, options), Scenes.proven());
    Timeline line = find(page, Timeline.class);
    assertThat(words(line.getParent()))
        .containsSubsequence(
            "The last 90 days",
            "Today: one proof that updates work",
            "Tried: Reset the update components",
            "Updates work again");
    onEventThread(
        () -> line.getAccessibleContext().getAccessibleValue().setCurrentAccessibleValue(1));
    assertThat(words(line.getParent()))
        .containsExactly(
            "The last 90 days",
            "Wednesday 11 February: one failure",
            "Cumulative Update (KB5000001)",
            "Failed Wednesday 11 February at 14:32 with 0x80070006 The handle is invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void behindARepairStandItsStepsEachFixAStopOfTheKeyboard(Locale language) throws Exception {
    FakeSession session = new FakeSession(Scenes.proven());
    Speaking speaking = new Speaking(language);
    speaking.beforeAll(null);
    try {
      Container page = show(() -> new HistoryPage(session, actions, options), Scenes.proven());
      Timeline line = find(page, Timeline.class);
      onEventThread(
          () -> line.getAccessibleContext().getAccessibleValue().setCurrentAccessibleValue(4));
      assertThat(line.selection().kind()).isEqualTo(TimelineMark.Kind.REPAIR);
      List<Readable> stops = new ArrayList<>();
      collect(line.getParent(), stops);
      Readable fix = stops.get(stops.size() - 1);
      assertThat(fix.isFocusable()).isTrue();
      List<Message> steps = Scenes.steps(Fix.BITS);
      assertThat(fix.words())
          .startsWith(Texts.say(FixText.of(Fix.BITS).title()))
          .containsSubsequence(
              Texts.say(steps.get(0)),
              Texts.text("step", StepState.SKIPPED),
              Texts.say(steps.get(1)),
              Texts.text("step", StepState.DONE));
      assertThat(fix.words().get(fix.words().size() - 1)).contains("0x80070006");
    } finally {
      speaking.afterAll(null);
    }
  }

  private static void collect(Container parent, List<Readable> found) {
    for (Component child : parent.getComponents()) {
      if (child instanceof Readable part) {
        found.add(part);
      }
      if (child instanceof Container container) {
        collect(container, found);
      }
    }
  }

  @Test
  void whereTheStepsAreNotKeptThatIsSaidPlainly() throws Exception {
    FakeSession session = new FakeSession(Scenes.proven());
    Message why = Message.of("session.notice.steps-not-kept");
    session.pastRepair = new PastRepair(List.of(), Optional.of(why));
    Container page = show(() -> new HistoryPage(session, actions, options), Scenes.proven());
    Timeline line = find(page, Timeline.class);
    onEventThread(
        () -> line.getAccessibleContext().getAccessibleValue().setCurrentAccessibleValue(4));
    assertThat(words(line.getParent())).endsWith(Texts.say(why));
    onEventThread(
        () -> line.getAccessibleContext().getAccessibleValue().setCurrentAccessibleValue(5));
    assertThat(words(line.getParent())).as("a proof is no repair").doesNotContain(Texts.say(why));
  }

  @Test
  void whatIsToBeTriedAgainLaterOffersThatAtOnce() throws Exception {
    Snapshot later = Scenes.with(Scenes.ended(Verdict.Kind.NOT_PROVEN_YET, Optional.of(Fix.RESET)));
    RepairPage[] made = new RepairPage[1];
    Container page =
        show(() -> made[0] = new RepairPage(fix -> Optional.empty(), actions, options), later);
    assertThat(made[0].defaultButton()).map(JButton::getText).contains(Texts.text("status.check"));
    press(page, Texts.text("status.check"));
    assertThat(actions.asked).containsExactly("check", "go " + new Route.Status());
  }

  @Test
  void whatIsCompleteOnlyAfterARestartOffersOne() throws Exception {
    Snapshot proven = Scenes.with(Scenes.ended(Verdict.Kind.PROVEN));
    Container page = show(() -> new RepairPage(fix -> Optional.empty(), actions, options), proven);
    assertThat(words(page)).doesNotContain(Texts.text("restart.pretend"));
    Snapshot due = proven.with(proven.check(), Optional.empty(), true);
    page = show(() -> new RepairPage(fix -> Optional.empty(), actions, options), due);
    assertThat(words(page)).containsOnlyOnce(Texts.text("restart.pretend"));
    Snapshot needed = Scenes.with(Scenes.ended(Verdict.Kind.RESTART_NEEDED));
    page = show(() -> new RepairPage(fix -> Optional.empty(), actions, options), needed);
    assertThat(words(page)).containsOnlyOnce(Texts.text("restart.pretend"));
  }

  @Test
  void whereNothingHappenedLatelyThereIsNoLine() throws Exception {
    FakeSession session = new FakeSession(Scenes.proven());
    session.keptWindowsHistory = List.of();
    session.forgetCases();
    Container page = show(() -> new HistoryPage(session, actions, options), Scenes.proven());
    assertThat(find(page, Timeline.class)).isNull();
    assertThat(words(page)).contains(Texts.text("history.none"));
  }

  private static <C> C find(Container root, Class<C> kind) {
    for (Component child : root.getComponents()) {
      C found =
          kind.isInstance(child)
              ? kind.cast(child)
              : child instanceof Container container ? find(container, kind) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Test
  void whatWindowsListedBeforeAResetCanBeRead() throws Exception {
    FakeSession session = new FakeSession(Scenes.proven());
    assertThat(words(show(() -> new HistoryPage(session, actions, options), Scenes.proven())))
        .containsSubsequence(
            "What Windows listed before a reset",
            "Security Update (KB5000009)",
            "Cumulative Update (KB5000001)",
            "Definition Update (KB2267602)")
        .anyMatch(w -> w.startsWith("Waited for a restart"))
        .anyMatch(w -> w.startsWith("Failed") && w.contains("with 0x80070006"))
        .anyMatch(w -> w.startsWith("Installed"));
  }

  @Test
  void onlyFixesThatHaveSomethingToDoAreOffered() throws Exception {
    Snapshot two = Scenes.proven().with(List.of(Fix.BITS, Fix.SFC));

    Container page = show(() -> status(two), two);

    assertThat(words(page)).contains("Restart BITS", "Check system files (SFC)");
    assertThat(words(page)).doesNotContain("Take away policies that hold updates back");
  }

  @Test
  void whatIsKeptCanBeDeletedFromTheHistory() throws Exception {
    FakeSession session = new FakeSession(Scenes.proven());
    session.keptCopies = new KeptCopies.Total(3, new Size(1_500_000_000L, false));

    Container page = show(() -> new HistoryPage(session, actions, options), Scenes.proven());

    assertThat(words(page)).anyMatch(w -> w.contains("3 folders") && w.contains("at least 1.5 GB"));
    assertThat(words(page))
        .as("what happened comes before what is left of it")
        .containsSubsequence(
            Texts.text("timeline.title", TimelineMark.DAYS), Texts.text("history.copies"));
    press(page, "Delete them");
    assertThat(actions.asked).containsExactly("preview COPIES");
  }

  @Test
  void aRepairWhoseWorkStandsCanBeTakenBack() throws Exception {
    Snapshot proven = Scenes.proven();
    Snapshot undoable =
        proven.with(
            Optional.of(Fix.RESET), Optional.of(Message.asIs("The history can't be read.")));
    FakeSession session = new FakeSession(undoable);
    Container history = show(() -> new HistoryPage(session, actions, options), undoable);
    press(history, "Take it back");
    assertThat(actions.asked).isEmpty();
    press(history, "Yes, take it back");
    assertThat(actions.asked).containsExactly("recover UNDO");
    assertThat(words(show(() -> status(undoable), undoable)))
        .contains("The history can't be read.");
  }

  @Test
  void anEmptyHistorySaysSo() throws Exception {
    FakeSession session = new FakeSession(Scenes.proven());
    session.forgetCases();
    Container page = show(() -> new HistoryPage(session, actions, options), Scenes.proven());
    assertThat(words(page)).anyMatch(w -> w.startsWith("No trouble so far."));
  }

  @Test
  void helpAnswersEveryQuestion() throws Exception {
    Container page =
        show(() -> new HelpPage(options, HelpTopic.PROFESSIONAL), Scenes.at(Scenes.working()));
    assertThat(words(page))
        .anyMatch(w -> w.contains("a handle"))
        .anyMatch(w -> w.contains("62.3 %"))
        .anyMatch(w -> w.contains("WSUS"));
  }

  @Test
  void theSelfTestShowsWhatWindowsAnswered() throws Exception {
    Container page =
        show(() -> new HelpPage(options, HelpTopic.HANDLE), Scenes.at(Scenes.working()));
    assertThat(words(page)).doesNotContain("Win32 5");
    press(page, "Ask this Windows");
    awaitWords(page, "Win32 5");
    assertThat(words(page))
        .contains("U01 held", "U01 did not hold", "U01 could not be asked", "look at the icon");
  }

  @Test
  void nothingIsClippedAtAnySize() throws Exception {
    FakeSession session = new FakeSession(Scenes.proven());
    for (Dimension size : List.of(SMALLEST, USUAL)) {
      for (Snapshot snapshot :
          List.of(
              Scenes.at(Scenes.failing()),
              Scenes.interrupted(true),
              Scenes.proven(),
              Scenes.with(Scenes.atDism()),
              Scenes.with(Scenes.ended(Verdict.Kind.CALL_A_PROFESSIONAL)))) {
        List<Supplier<Page>> pages =
            List.of(
                () -> status(snapshot),
                () -> new RepairPage(fix -> Optional.empty(), actions, options),
                () -> new PreviewPage(session, actions, options, FixRequest.of(Fix.ALL)),
                () -> new HistoryPage(session, actions, options),
                () -> new HelpPage(options, HelpTopic.HANDLE),
                () -> settings(options));
        for (Supplier<Page> page : pages) {
          Container view = show(page, snapshot);
          onEventThread(
              () -> {
                Layouts.layOut(view, UIScale.scale(size));
                assertInsideParents(view);
              });
        }
      }
    }
  }

  @Test
  void whenWindowsWasLastAskedIsSaid() throws Exception {
    assertThat(words(show(() -> status(Scenes.checking()), Scenes.checking())))
        .anyMatch(w -> w.startsWith("Windows is checking for updates."));
    assertThat(words(show(() -> status(Scenes.checked()), Scenes.checked())))
        .contains("Last checked today at 14:02: it worked. 2 updates are waiting.");
    assertThat(words(show(() -> status(Scenes.afterwards()), Scenes.afterwards())))
        .anyMatch(w -> w.startsWith("Last checked today at 14:32: it failed with 0x80070006"));
  }

  @Test
  void statusRemembersThatAllWasTried() throws Exception {
    Container page = show(() -> status(Scenes.afterwards()), Scenes.afterwards());
    assertThat(words(page))
        .contains("Regrip has done all it can", "Repair it for me, today at 13:32.");
    press(page, "When to call a professional");
    assertThat(actions.asked).hasSize(1);
  }

  @Test
  void aRestartThatMakesTheRepairCompleteIsAskedForUntilItComes() throws Exception {
    Snapshot proven = Scenes.proven();
    Snapshot due = proven.with(proven.check(), Scenes.afterwards().lastRepair(), true);
    assertThat(words(show(() -> status(due), due)))
        .contains("Restart this PC to make the repair complete", "Restart the pretend PC");
    assertThat(TrayStatus.of(due, Scenes.wording()).line())
        .isEqualTo("Restart this PC to finish the repair");
  }

  @Test
  void aRepairThatWasCutOffIsTakenUpWhereItsEndIsShown() throws Exception {
    Snapshot cut = Scenes.interrupted(false);
    Snapshot ended =
        new Snapshot(
            cut.pcName(),
            cut.status(),
            Optional.of(Scenes.ended(Verdict.Kind.INTERRUPTED)),
            cut.interrupted(),
            Optional.empty(),
            Optional.empty());
    Container page = show(() -> new RepairPage(fix -> Optional.empty(), actions, options), ended);
    press(page, "Finish it");
    press(page, "Undo it");
    press(page, "Yes, put it back");
    assertThat(actions.asked).containsExactly("recover FINISH", "recover UNDO");
  }

  @Test
  void stepsThatNeverRanAreSaidNotToHave() throws Exception {
    RepairProgress cut =
        Scenes.after(
            Scenes.begun(),
            new RepairEvent.RungStarted(Fix.DISM, Message.NONE, Scenes.steps(Fix.DISM)),
            new RepairEvent.StepStarted(1, true),
            new RepairEvent.RunEnded(
                Scenes.ended(Verdict.Kind.INTERRUPTED).verdict().orElseThrow()));
    assertThat(
            words(
                show(
                    () -> new RepairPage(fix -> Optional.empty(), actions, options),
                    Scenes.with(cut))))
        .contains("Stopped", "Not begun")
        .doesNotContain("Running", "Waiting");
  }

  @Test
  void whatCannotBeStoppedFromHereOffersNoCancel() throws Exception {
    Snapshot followed = Scenes.with(Scenes.atDism().asFollowed());
    Container page =
        show(() -> new RepairPage(fix -> Optional.empty(), actions, options), followed);
    assertThat(words(page)).anyMatch(w -> w.startsWith("This repair was started by another"));
    press(page, "Cancel the repair");
    assertThat(actions.asked).isEmpty();
  }

  @Test
  void aDriveWithTheFilesThatLackedIsChosenAlready() throws Exception {
    Verdict lacking =
        new Verdict(
            Verdict.Kind.FAILED,
            Message.asIs("DISM could not get intact files."),
            Message.asIs("Drive E: has some."),
            Optional.of(new HResult(0x800F081F)),
            Optional.of(Fix.DISM));
    Snapshot failing = Scenes.at(Scenes.failing());
    Snapshot afterwards =
        failing.with(
            failing.check(),
            Optional.of(new Case.Entry.Tried(Scenes.NOW, "run-1", Fix.DISM, lacking)),
            false);
    FakeSession session = new FakeSession(afterwards);
    session.attach(new RepairSource('E', 3));
    Container page = preview(session, Fix.DISM);
    press(page, "Continue");
    assertThat(actions.asked)
        .containsExactly(
            "start " + new FixRequest(Fix.DISM, Optional.of(new RepairSource('E', 3)), false));
  }

  @Test
  void onlyDrivesThatHaveFilesAreOffered() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
    assertThat(words(preview(session, Fix.DISM))).doesNotContain("Take intact files from");
    session.attach(new RepairSource('E', 3));
    assertThat(words(preview(session, Fix.DISM))).contains("Take intact files from");
  }

  @Test
  void aRefusalShowsNoPlanThatCannotRun() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
    session.refuse("Windows waits for a restart.");
    assertThat(words(preview(session, Fix.ALL)))
        .contains("Look again")
        .doesNotContain("What will be done", "Options");
  }

  @Test
  void eachSettingOfAlertsIsChosenByItself() throws Exception {
    Container page = show(() -> settings(options), Scenes.at(Scenes.working()));
    choose(page, "Every failed update");
    choose(page, "Nothing");
    press(page, "Show nothing by itself every day");
    assertThat(actions.asked)
        .containsExactly(
            "alerts " + AlertPreferences.DEFAULT.with(AlertChoice.EVERY),
            "alerts " + AlertPreferences.DEFAULT.with(NoticeChoice.NOTHING),
            "alerts " + AlertPreferences.DEFAULT.with(Optional.of(QuietHours.USUAL)));
  }

  @Test
  void howOftenAndHowLongAreChosen() throws Exception {
    Scenes.Remembered mine = new Scenes.Remembered(ThemeChoice.LIGHT);
    mine.pollMinutes(7);
    Container page =
        show(() -> settings(Scenes.options(mine, opened::add)), Scenes.at(Scenes.working()));
    JComboBox<?> poll =
        dropDowns(page).stream()
            .filter(
                box ->
                    box.getAccessibleContext()
                        .getAccessibleName()
                        .equals(Texts.text("settings.poll")))
            .findFirst()
            .orElseThrow();
    assertThat(poll.getSelectedItem()).as("what the file says").hasToString("Every 7 minutes");
    choose(page, "Every 4 hours");
    choose(page, "90 days");
    assertThat(mine.pollMinutes()).isEqualTo(240);
    assertThat(mine.historyDays()).isEqualTo(90);
    assertThat(session.asked).containsExactly("refresh");

    mine.pollIsSetByPolicy = true;
    page = show(() -> settings(Scenes.options(mine, opened::add)), Scenes.at(Scenes.working()));
    assertThat(words(page)).contains("Every 4 hours", Texts.text("settings.policy"));
    assertThat(dropDowns(page))
        .noneMatch(box -> box.getItemAt(0).toString().equals("Every 5 minutes"));
  }

  @Test
  void deletingAsksFirstAndSaysHowItWent() throws Exception {
    Scenes.Remembered mine = new Scenes.Remembered(ThemeChoice.LIGHT);
    DesktopOptions options = Scenes.options(mine, opened::add);
    Container page = show(() -> settings(options), Scenes.at(Scenes.working()));
    assertThat(words(page)).doesNotContain(Texts.text("settings.forget.repairing"));
    press(page, "Delete history and logs");
    assertThat(words(page)).contains(Texts.text("settings.forget.ask"));
    assertThat(session.asked).isEmpty();
    press(page, "No, keep them");
    press(page, "Delete history and logs");
    press(page, "Yes, delete them");
    awaitWords(page, "Deleted.");
    assertThat(session.asked).containsExactly("forget");
    assertThat(mine.logsDeleted).isTrue();
    assertThat(words(page)).doesNotContain(Texts.text("settings.forget.ask"));
  }

  @Test
  void whileARepairRunsNothingIsDeleted() throws Exception {
    Scenes.Remembered mine = new Scenes.Remembered(ThemeChoice.LIGHT);
    DesktopOptions options = Scenes.options(mine, opened::add);
    Snapshot repairing = Scenes.with(Scenes.atDism());
    Container page = show(() -> settings(options), repairing);
    assertThat(words(page))
        .contains(Texts.text("settings.forget.repairing"))
        .doesNotContain("Delete history and logs");
    page = show(() -> settings(options), Scenes.at(Scenes.working()));
    session.play(repairing);
    press(page, "Delete history and logs");
    press(page, "Yes, delete them");
    awaitWords(page, Texts.text("settings.forget.not"));
    assertThat(mine.logsDeleted).as("it began meanwhile").isFalse();
  }

  private Page settings(DesktopOptions options) {
    return new SettingsPage(session, actions, options);
  }

  @Test
  void quietHoursNeverEndWhenTheyBegin() throws Exception {
    List<Optional<QuietHours>> chosen = new ArrayList<>();
    onEventThread(
        () -> {
          Card card = new QuietHoursChoice(Optional.of(QuietHours.USUAL), chosen::add).view();
          dropDowns(card).get(0).setSelectedItem(LocalTime.of(7, 0));
        });
    assertThat(chosen)
        .containsExactly(Optional.of(new QuietHours(LocalTime.of(7, 0), LocalTime.of(7, 30))));
  }

  @Test
  void whatAPolicyHasDecidedIsSaidAndNotOffered() throws Exception {
    Scenes.Remembered preferences = new Scenes.Remembered(ThemeChoice.LIGHT);
    preferences.alertsAreSetByPolicy = true;
    Container page =
        show(
            () -> settings(Scenes.options(preferences, opened -> {})), Scenes.at(Scenes.working()));
    assertThat(words(page))
        .contains("Your organisation has decided this for this PC.", "0x80070006 only");
    assertThat(dropDowns(page))
        .extracting(box -> box.getItemAt(0).toString())
        .doesNotContain("0x80070006 only");
  }

  @Test
  void theLibrariesThatAreUsedAreNamed() throws Exception {
    Container page = show(() -> settings(options), Scenes.at(Scenes.working()));
    String about = Texts.text("settings.about.words");
    assertThat(words(page)).contains("Regrip 1.0", about);
    NodeList dependencies =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File("pom.xml"))
            .getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String name = child(dependency, "artifactId").split("-")[0];
      boolean ofTheBuild =
          !dependency.getParentNode().getParentNode().getNodeName().equals("project");
      if (!ofTheBuild && !child(dependency, "scope").equals("test")) {
        assertThat(about).containsIgnoringCase(name);
      }
    }
  }

  private static String child(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  @Test
  void aFolderThatDoesNotOpenIsSaidToStay() throws Exception {
    Container page = show(() -> settings(options), Scenes.at(Scenes.working()));
    String trouble = "It did not open: no program opened it. It can be found by its name above.";
    assertThat(words(page)).contains("the data folder").doesNotContain(trouble);
    press(page, "Open the folder");
    awaitWords(page, trouble);
  }

  /** What is drawn does not grow with what is remembered. */
  @Test
  void aLongHistoryIsReadInParts() throws Exception {
    List<Case.Entry> many = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      many.add(
          new Case.Entry.Failed(
              Scenes.NOW.minusSeconds(3000 - i), HResult.INVALID_HANDLE, "INSTALL", "Update " + i));
    }
    FakeSession session = new FakeSession(Scenes.proven());
    session.remember(new Case(HResult.INVALID_HANDLE, Case.State.OPEN, many));
    Container page = show(() -> new HistoryPage(session, actions, options), Scenes.proven());
    assertThat(words(page))
        .hasSizeLessThan(200)
        .anyMatch(w -> w.endsWith("Update 2999"))
        .noneMatch(w -> w.endsWith("Update 0"));
    press(page, "Show 30 older ones");
    assertThat(words(page)).anyMatch(w -> w.endsWith("Update 2940"));
  }

  @Test
  void whatWindowsReportsAgainAndAgainIsOneLine() throws Exception {
    List<Case.Entry> same = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      same.add(
          new Case.Entry.Failed(
              Scenes.NOW.minusSeconds(600 - i * 60), HResult.INVALID_HANDLE, "SEARCH", ""));
    }
    FakeSession session = new FakeSession(Scenes.proven());
    session.remember(new Case(HResult.INVALID_HANDLE, Case.State.OPEN, same));
    assertThat(words(show(() -> new HistoryPage(session, actions, options), Scenes.proven())))
        .contains("5 times, first today at 14:22, last today at 14:26");
  }

  private Page status(Snapshot snapshot) {
    return new StatusPage(new FakeSession(snapshot), actions, options);
  }

  private Container preview(FakeSession session, Fix fix) throws Exception {
    return show(
        () -> new PreviewPage(session, actions, options, FixRequest.of(fix)),
        Scenes.at(Scenes.failing()));
  }

  private Container show(Supplier<Page> maker, Snapshot snapshot) throws Exception {
    Container[] view = new Container[1];
    onEventThread(
        () -> {
          Page page = maker.get();
          page.show(snapshot);
          view[0] = page.view();
        });
    Layouts.settle(view[0]);
    return view[0];
  }

  private static void assertInsideParents(Container parent) {
    for (Component child : parent.getComponents()) {
      if (!child.isVisible()) {
        continue;
      }
      if (child instanceof TextBlock
          || child instanceof AbstractButton
          || child instanceof JLabel) {
        String what = String.join(" ", words(parent));
        assertThat(child.getX() + child.getWidth())
            .as("right edge in: " + what)
            .isLessThanOrEqualTo(parent.getWidth());
        assertThat(child.getY() + child.getHeight())
            .as("lower edge in: " + what)
            .isLessThanOrEqualTo(parent.getHeight());
        assertThat(child.getHeight())
            .as("height in: " + what)
            .isGreaterThanOrEqualTo(HeightForWidth.of(child, child.getWidth()));
      }
      if (child instanceof Container container && !isOfOnePiece(child)) {
        assertInsideParents(container);
      }
    }
  }

  private static boolean isOfOnePiece(Component child) {
    return child instanceof JScrollBar
        || child instanceof JSpinner
        || child instanceof JComboBox<?>;
  }

  /** All that can be read on it, from top to bottom. */
  private static List<String> words(Container parent) {
    List<String> words = new ArrayList<>();
    for (Component child : parent.getComponents()) {
      if (child.isVisible()) {
        if (child instanceof TextBlock text) {
          words.add(text.getText());
        } else if (child instanceof AbstractButton button && button.getText() != null) {
          words.add(button.getText());
        } else if (child instanceof JLabel label && label.getText() != null) {
          words.add(label.getText());
        }
        if (child instanceof Container container) {
          words.addAll(words(container));
        }
      }
    }
    return words;
  }

  /** Chooses what is called so in the one list that has it. */
  private static void choose(Container page, String words) throws Exception {
    for (JComboBox<?> box : dropDowns(page)) {
      for (int i = 0; i < box.getItemCount(); i++) {
        if (words.equals(box.getItemAt(i).toString())) {
          int index = i;
          onEventThread(() -> box.setSelectedIndex(index));
          return;
        }
      }
    }
    throw new AssertionError("nothing is called " + words);
  }

  private static List<JComboBox<?>> dropDowns(Container parent) {
    List<JComboBox<?>> found = new ArrayList<>();
    for (Component child : parent.getComponents()) {
      if (child instanceof JComboBox<?> box) {
        found.add(box);
      } else if (child instanceof Container container) {
        found.addAll(dropDowns(container));
      }
    }
    return found;
  }

  private static void press(Container page, String words) throws Exception {
    List<AbstractButton> found = new ArrayList<>();
    collect(page, words, found);
    assertThat(found).as(words).hasSize(1);
    onEventThread(() -> found.get(0).doClick(0));
  }

  private static void collect(Container parent, String words, List<AbstractButton> found) {
    for (Component child : parent.getComponents()) {
      if (child instanceof AbstractButton button && words.equals(button.getText())) {
        found.add(button);
      } else if (child instanceof Container container) {
        collect(container, words, found);
      }
    }
  }

  private static void awaitWords(Container page, String awaited) throws Exception {
    boolean[] there = {false};
    for (int i = 0; !there[0] && i < 1000; i++) {
      Thread.sleep(10);
      onEventThread(() -> there[0] = words(page).contains(awaited));
    }
    assertThat(there[0]).as(awaited).isTrue();
  }

  private static void onEventThread(Runnable work) throws Exception {
    SwingUtilities.invokeAndWait(work);
  }
}
