package app.regrip.cli;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Finding;
import app.regrip.report.Redaction;
import app.regrip.report.ReportDocument;
import app.regrip.report.ReportFile;
import app.regrip.report.Secret;
import app.regrip.session.Case;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: what is known, in one file for somebody who helps. */
@Command(
    name = "report",
    description = {"${bundle:cli.help.report}", "${bundle:cli.help.report.replaced}"},
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("'regrip-report-'uuuuMMdd-HHmm'.zip'", Locale.ROOT);

  @Option(
      names = "--output",
      paramLabel = "${bundle:cli.help.label.file}",
      description = "${bundle:cli.help.report.output}")
  private Path output;

  @Option(names = "--force", description = "${bundle:cli.help.force}")
  private boolean force;

  @Mixin private JsonOption json;
  private final CommandContext context;

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Instant now = context.clock().instant();
    Path file =
        output != null ? output : Path.of(STAMP.format(now.atZone(context.clock().getZone())));
    Redaction redaction = new Redaction(context.knowledge().names().get());
    Known known;
    try (Session session = context.open(false)) {
      known = Known.of(session);
    }
    ReportDocument document = ReportDocument.of(parts(known, context.shapes(), now), redaction);
    Map<Secret, Redaction.Removed> removed = redaction.removed();
    ReportDocument said = document.said(parts(known, context.shapesInWords(), now), redaction);
    write(
        file,
        ReportFile.zip(
            document, said, context.printer().translator(), now, context.clock().getZone()));
    if (json.isOn()) {
      context
          .json()
          .print(
              new JsonShapes.Report(
                  file.toAbsolutePath().toString(), removed(removed, Message::english)));
    } else {
      tell(file, removed);
    }
    return ExitCode.FINE;
  }

  /** Read once, and told twice. */
  private record Known(
      Snapshot now,
      List<Case> cases,
      List<UpdateHistoryEntry> windowsHistory,
      List<Finding> findings) {

    static Known of(Session session) {
      return new Known(
          session.now(), session.cases(), session.keptWindowsHistory(), session.diagnose());
    }
  }

  private JsonObject parts(Known known, JsonShapes shapes, Instant now) {
    Gson gson = new Gson();
    JsonObject parts = new JsonObject();
    parts.addProperty("createdAt", now.toString());
    parts.add("status", gson.toJsonTree(shapes.status(known.now())));
    parts.add("history", gson.toJsonTree(shapes.cases(known.cases())));
    parts.add(
        "windowsHistory",
        gson.toJsonTree(
            shapes.windowsHistory(known.now().pcName(), known.windowsHistory()).updates()));
    parts.add(
        "findings",
        gson.toJsonTree(
            shapes.diagnosis(known.now().pcName(), known.findings(), ExitCode.FINE).findings()));
    parts.add("versions", Versions.of(context.knowledge()));
    return parts;
  }

  private void write(Path file, byte[] zip) {
    OpenOption[] options =
        force
            ? new OpenOption[] {}
            : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      Files.write(file, zip, options);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          Message.of("cli.mistyped.file-is-there", file.toString(), "--force", "--output"));
    } catch (IOException e) {
      throw new UsageException(
          Message.of("cli.report.not-written", file.toString(), String.valueOf(e.getMessage())));
    }
  }

  private void tell(Path file, Map<Secret, Redaction.Removed> removed) {
    Printer printer = context.printer();
    printer.line(Style.GOOD, "✓ ", Message.of("cli.report.here", file.toAbsolutePath().toString()));
    printer.line(
        Style.PLAIN, "  ", Message.of("cli.report.contents", ReportFile.PAGE, ReportFile.DOCUMENT));
    printer.line(
        Style.PLAIN,
        "  ",
        removed.isEmpty()
            ? Message.of("cli.report.nothing-replaced")
            : Message.of("cli.report.replaced", removed(removed, printer::say)));
    printer.line(Style.PLAIN, "  ", Message.of("cli.report.not-sent"));
  }

  private static String removed(
      Map<Secret, Redaction.Removed> removed, Function<Message, String> words) {
    return removed.entrySet().stream()
        .map(e -> words.apply(removed(e.getKey(), e.getValue())))
        .collect(Collectors.joining(", "));
  }

  private static Message removed(Secret kind, Redaction.Removed removed) {
    return Message.of("cli.report.removed", kind.words(), removed.places());
  }
}
