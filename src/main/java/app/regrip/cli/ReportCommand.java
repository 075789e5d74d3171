package app.regrip.cli;

import app.regrip.report.Redaction;
import app.regrip.report.ReportDocument;
import app.regrip.report.ReportFile;
import app.regrip.report.Secret;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Translator;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: what is known, in one file for somebody who helps. */
@Command(
    name = "report",
    description = {
      "Write what is known into one file, for somebody who helps you.",
      "Names, addresses and secrets are replaced; nothing is sent anywhere."
    },
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("'regrip-report-'uuuuMMdd-HHmm'.zip'", Locale.ROOT);

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write it there; without this, regrip-report-DATE-TIME.zip in this folder.")
  private Path output;

  @Option(names = "--force", description = "Replace the file where it is there already.")
  private boolean force;

  @Mixin private JsonOption json;
  private final CommandContext context;
  private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Instant now = context.clock().instant();
    Path file =
        output != null ? output : Path.of(STAMP.format(now.atZone(context.clock().getZone())));
    Redaction redaction = new Redaction(context.knowledge().names().get());
    try (Session session = context.open(false)) {
      ReportDocument document = ReportDocument.of(parts(session, now), redaction);
      write(
          file,
          ReportFile.zip(
              document, document, Translator.ofThisProcess(), now, context.clock().getZone()));
    }
    if (json.isOn()) {
      context
          .json()
          .print(new JsonShapes.Report(file.toAbsolutePath().toString(), removed(redaction)));
    } else {
      tell(file, redaction);
    }
    return ExitCode.FINE;
  }

  private JsonObject parts(Session session, Instant now) {
    Snapshot snapshot = session.now();
    JsonShapes shapes = context.shapes();
    JsonObject parts = new JsonObject();
    parts.addProperty("createdAt", now.toString());
    parts.add("status", gson.toJsonTree(shapes.status(snapshot)));
    parts.add("history", gson.toJsonTree(shapes.cases(session.cases())));
    parts.add(
        "windowsHistory",
        gson.toJsonTree(
            shapes.windowsHistory(snapshot.pcName(), session.keptWindowsHistory()).updates()));
    parts.add(
        "findings",
        gson.toJsonTree(
            shapes.diagnosis(snapshot.pcName(), session.diagnose(), ExitCode.FINE).findings()));
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
      throw new Mistyped(
          file + " is there already. Replace it with --force, or choose another with --output.");
    } catch (IOException e) {
      throw new Mistyped("The report could not be written to " + file + ": " + e.getMessage());
    }
  }

  private void tell(Path file, Redaction redaction) {
    Screen screen = context.screen();
    screen.line(Style.GOOD, "✓ ", "The report is here: " + file.toAbsolutePath());
    screen.line(
        Style.PLAIN,
        "  ",
        "In it: status, history with repairs, findings and versions, as a page to read ("
            + ReportFile.PAGE
            + ") and as JSON ("
            + ReportFile.DOCUMENT
            + ").");
    screen.line(
        Style.PLAIN,
        "  ",
        redaction.removed().isEmpty()
            ? "Nothing in it looked like a name, an address or a secret."
            : "Replaced in it: " + removed(redaction) + ".");
    screen.line(Style.PLAIN, "  ", "Nothing was sent. Read it before you pass it on.");
  }

  private static String removed(Redaction redaction) {
    return redaction.removed().entrySet().stream()
        .map(e -> words(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String words(Secret kind, Redaction.Removed removed) {
    return kind.words().english() + " (" + removed.places() + ")";
  }
}
