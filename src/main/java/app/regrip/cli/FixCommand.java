package app.regrip.cli;

import app.regrip.pc.RepairSource;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.Preview;
import app.regrip.repair.Verdict;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
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
    description = {
      "Repair Windows Update. Shows what will be done and asks before it begins.",
      "Exit code 0: proven to work again, 1: it did not help, 3: not certain yet."
    },
    sortOptions = false)
final class FixCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "Which fix; \"all\" is the usual one.")
  private String name;

  @Option(
      names = "--source",
      paramLabel = "E[:INDEX]",
      description =
          "Let DISM take intact files from Windows installation media on drive E, image INDEX.")
  private String source;

  @Option(
      names = "--with-catroot2",
      description =
          "When resetting, set the signature cache aside too. Some programs may not start until"
              + " Windows has built it again.")
  private boolean withCatroot2;

  @Option(
      names = "--managed",
      description =
          "Repair although an organisation manages the updates of this PC. For its administrators;"
              + " the policies stay as they are.")
  private boolean managed;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
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
          context.screen().line("A repair is running already. Here is how it goes.");
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
        .orElseThrow(
            () ->
                new Mistyped(
                    "\""
                        + text
                        + "\" is no place to take files from. Give the letter of the drive with the"
                        + " installation media, and the number of the image if it is not the first:"
                        + " --source=E or --source=E:3"));
  }

  private Mistyped noSuchFix() {
    List<String> names = Arrays.stream(Fix.values()).map(Fix::commandName).toList();
    return new Mistyped(
        "There is no fix \""
            + name
            + "\"."
            + NearMisses.hint(name, names)
            + " There are: "
            + String.join(", ", names)
            + ".");
  }

  private void show(Snapshot now, Preview preview) {
    if (json.isOn()) {
      context.json().print(context.shapes().plan(now.pcName(), preview));
      return;
    }
    context.screen().line(Style.FAINT, now.pcName());
    context.planPage().show(preview);
    preview.refusal().ifPresent(why -> context.planPage().refusal(why.english()));
  }

  private boolean isAgreed() {
    if (json.isOn() || !context.screen().terminal().interactive()) {
      throw new Mistyped(
          "Nothing was changed: nobody is here to be asked. To go ahead without a question, add"
              + " --yes.");
    }
    context.screen().blank();
    if (managed && !isAdministratorsWish()) {
      return false;
    }
    if (context.screen().agrees("Continue?")) {
      return true;
    }
    context.screen().line("Nothing was changed.");
    return false;
  }

  /** A word, because a habit answers "y" to anything. */
  private boolean isAdministratorsWish() {
    boolean wished =
        context
            .screen()
            .answers(
                "An organisation manages the updates of this PC. If you administer it and want to"
                    + " repair it all the same, type the word \"managed\":",
                "managed");
    if (!wished) {
      context.screen().line("Nothing was changed.");
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
