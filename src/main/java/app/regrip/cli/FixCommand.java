package app.regrip.cli;

import app.regrip.pc.RepairSource;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.Preview;
import app.regrip.repair.Verdict;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fix}: tells what a fix will do, asks, does it, and says whether it helped. */
@Command(
    name = "fix",
    description = {"${bundle:cli.help.fix}", "${bundle:cli.help.fix.exit}"},
    sortOptions = false)
final class FixCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "${bundle:cli.help.label.name}",
      description = "${bundle:cli.help.fix.name}")
  private String name;

  @Option(
      names = "--source",
      paramLabel = "E[:INDEX]",
      description = "${bundle:cli.help.fix.source}")
  private String source;

  @Option(names = "--with-catroot2", description = "${bundle:cli.help.fix.with-catroot2}")
  private boolean withCatroot2;

  @Option(names = "--managed", description = "${bundle:cli.help.fix.managed}")
  private boolean managed;

  @Option(
      names = {"-y", "--yes"},
      description = "${bundle:cli.help.fix.yes}")
  private boolean yes;

  @Mixin private JsonOption json;
  private final CommandContext context;

  FixCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    FixRequest request = request();
    try (Session session = context.open(false)) {
      Snapshot now = session.now();
      if (now.isRepairing()) {
        if (!json.isOn()) {
          context.printer().line(Message.of("cli.fix.running-already"));
        }
        return follow(session, () -> {});
      }
      Preview preview = session.preview(request);
      show(now, preview);
      if (preview.refusal().isPresent()) {
        return ExitCode.FAILING;
      }
      if (!yes && !isAgreed()) {
        return ExitCode.FAILING;
      }
      return follow(session, () -> session.repair(request));
    }
  }

  private FixRequest request() {
    Fix fix = Fix.named(name).orElseThrow(this::noSuchFix);
    return new FixRequest(
        fix,
        Optional.ofNullable(source).map(this::source),
        withCatroot2,
        Optional.empty(),
        managed);
  }

  private RepairSource source(String text) {
    return RepairSource.parse(text)
        .orElseThrow(() -> new UsageException(Message.of("cli.mistyped.source", text)));
  }

  private UsageException noSuchFix() {
    List<String> names = Arrays.stream(Fix.values()).map(Fix::commandName).toList();
    return new UsageException(
        Message.sentences(
            Message.of("cli.mistyped.fix", name),
            NearMisses.hint(name, names),
            Message.of("cli.mistyped.there-are", String.join(", ", names))));
  }

  private void show(Snapshot now, Preview preview) {
    if (json.isOn()) {
      context.json().print(context.shapes().plan(now.pcName(), preview));
      return;
    }
    context.printer().line(Style.FAINT, now.pcName());
    context.planPage().show(preview);
    preview.refusal().ifPresent(context.planPage()::refusal);
  }

  private boolean isAgreed() {
    if (json.isOn() || !context.printer().terminal().interactive()) {
      throw new UsageException(Message.of("cli.fix.nobody-to-ask"));
    }
    context.printer().blank();
    if (managed && !isAdministratorsWish()) {
      return false;
    }
    if (context.printer().agrees(Message.of("cli.ask.continue"))) {
      return true;
    }
    context.printer().line(Message.of("cli.fix.nothing-changed"));
    return false;
  }

  /** A word, because a habit answers "y" to anything. */
  private boolean isAdministratorsWish() {
    String answer = context.printer().ask(Message.of("cli.fix.managed-question"));
    boolean wished = context.printer().isOneOf(answer, Message.of("cli.fix.managed-word"));
    if (!wished) {
      context.printer().line(Message.of("cli.fix.nothing-changed"));
    }
    return wished;
  }

  private int follow(Session session, Runnable start) throws InterruptedException {
    return json.isOn()
        ? context
            .follower()
            .follow(
                session,
                start,
                new RepairNarrator(new JsonNarration(context.json())),
                this::concludeInJson)
        : context.tellRepair(session, start);
  }

  private int concludeInJson(Verdict verdict) {
    context.json().print(context.shapes().verdict(verdict));
    return ExitCode.of(verdict);
  }
}
