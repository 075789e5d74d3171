package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis;
import app.regrip.report.Secret;
import app.regrip.selftest.Judged;
import app.regrip.session.Capability;
import app.regrip.session.PcChoice;
import app.regrip.session.Session;
import app.regrip.session.Sessions;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateStatus;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Runs command lines against a {@link FakeSession} and keeps what they print. */
final class Bench {

  static final List<NamedScenario> SCENARIOS =
      List.of(
          new NamedScenario("handle-invalid", Message.asIs("the whole ladder is needed")),
          new NamedScenario("healthy", Message.asIs("100 % fine")));

  static final UpdateStatus FAILING =
      new UpdateStatus.Failing(
          UpdateEvent.Operation.INSTALL,
          HResult.INVALID_HANDLE,
          "Cumulative Update (KB5000001)",
          FakeSession.NOW.minusSeconds(7200),
          FakeSession.NOW.minusSeconds(60),
          3);

  final FakeSession session = new FakeSession();

  /** What is opened instead of {@link #session}, where it is set. */
  Optional<Session> real = Optional.empty();

  final AtomicReference<PcChoice> opened = new AtomicReference<>();

  /** Is given what Ctrl+C would do. */
  Consumer<Runnable> onInterrupt = politely -> {};

  List<Capability> capabilities = List.of();
  Optional<Sessions.CannotOpenException> cannotOpen = Optional.empty();
  Optional<ToIntFunction<PcChoice>> desktop = Optional.empty();
  Map<Secret, List<String>> names = Map.of();
  List<Judged> judged = List.of();
  boolean askedElevated;
  boolean watching;
  boolean pretends = true;
  boolean interactive;
  boolean live;
  boolean colours;
  String typed = "";
  Translator translator = new Translator(Locale.ENGLISH, ZoneOffset.UTC);
  Charset charset = StandardCharsets.UTF_8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  int run(String... args) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, charset),
            new PrintStream(err, true, charset),
            new BufferedReader(new StringReader(typed)),
            charset,
            interactive,
            live,
            colours,
            80);
    Knowledge knowledge =
        new Knowledge(
            ErrorCatalog.load(),
            () -> SCENARIOS,
            choice -> pretends,
            () -> new Analysis(ErrorCatalog.load()),
            "1.2.3",
            () -> names);
    Clock clock = Clock.fixed(FakeSession.NOW, ZoneOffset.UTC);
    return new CommandLineInterface(
            new OneSession(), knowledge, terminal, clock, translator, this::onInterrupt, desktop)
        .run(args);
  }

  String out() {
    return out.toString(charset).replace(System.lineSeparator(), "\n");
  }

  String err() {
    return err.toString(charset).replace(System.lineSeparator(), "\n");
  }

  /** The printed lines, read back as JSON; fails where one of them is anything else. */
  List<JsonObject> json() {
    List<JsonObject> lines =
        out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(lines).allSatisfy(line -> assertThat(line.get("format").getAsInt()).isEqualTo(1));
    return lines;
  }

  private final class OneSession implements Sessions {

    @Override
    public Session open(PcChoice choice, boolean watch) throws CannotOpenException {
      if (cannotOpen.isPresent()) {
        throw cannotOpen.get();
      }
      opened.set(choice);
      watching = watch;
      return real.orElse(session);
    }

    @Override
    public List<Judged> selfTest(PcChoice choice, boolean elevated, Consumer<Judged> each)
        throws CannotOpenException {
      if (cannotOpen.isPresent()) {
        throw cannotOpen.get();
      }
      askedElevated = elevated;
      judged.forEach(each);
      return judged;
    }

    @Override
    public List<Capability> examine(PcChoice choice) throws CannotOpenException {
      if (cannotOpen.isPresent()) {
        throw cannotOpen.get();
      }
      return capabilities;
    }
  }

  private Interrupts.Registration onInterrupt(Runnable politely) {
    onInterrupt.accept(politely);
    return () -> {};
  }
}
