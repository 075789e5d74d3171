package app.regrip.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A report as a page that needs nothing but itself: no script, no picture and no font from
 * elsewhere, which its own content security policy also forbids.
 */
final class ReportPage {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private static final Map<String, String> SEVERITIES =
      Map.of(
          "cause", "Cause",
          "blocks-repair", "Blocks repair",
          "warning", "Warning",
          "info", "Good to know",
          "unknown", "Not readable");

  private final JsonObject report;
  private final ZoneId zone;
  private final StringBuilder html = new StringBuilder();

  ReportPage(ReportDocument document, ZoneId zone) {
    this.report = document.content();
    this.zone = zone;
  }

  String html() {
    JsonObject status = report.getAsJsonObject("status");
    html.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Windows Update report</title>
        <style>
        """);
    html.append(css()).append("</style>\n</head>\n<body>\n<main>\n");
    header(status);
    status(status);
    cases();
    windowsHistory();
    findings();
    versions();
    removed();
    html.append("</main>\n</body>\n</html>\n");
    return html.toString();
  }

  private void header(JsonObject status) {
    tag("p", "eyebrow", "Windows Update report");
    html.append("<header class=\"").append(Html.text(string(status, "status"))).append("\">\n");
    tag("h1", "", string(status, "headline"));
    tag("p", "lead", string(status, "pc") + " · made " + moment(string(report, "createdAt")));
    html.append("</header>\n");
  }

  private void status(JsonObject status) {
    html.append("<dl class=\"facts\">\n");
    if (status.has("code")) {
      JsonObject code = status.getAsJsonObject("code");
      fact("Error", string(code, "hex") + " " + string(code, "symbol"));
      fact("Also written", string(code, "signed") + ", " + string(code, "unsigned"));
      fact("Meaning", string(code, "meaning"));
    }
    fact("What failed", operation(string(status, "operation")));
    fact("Update", string(status, "title"));
    fact(status.has("code") ? "Failing since" : "Since", moment(string(status, "since")));
    fact("Seen last", moment(string(status, "last")));
    fact("Times", string(status, "count"));
    fact("Why", string(status, "why"));
    fact("Watched until", moment(string(status, "watchingUntil")));
    if (status.has("interrupted")) {
      fact("Interrupted", string(status.getAsJsonObject("interrupted"), "words"));
    }
    fact("Note", string(status, "notice"));
    html.append("</dl>\n");
  }

  private void cases() {
    tag("h2", "", "What happened");
    List<JsonObject> cases = objects(report, "history");
    if (cases.isEmpty()) {
      tag("p", "none", "Regrip has seen no trouble with Windows Update here.");
    }
    for (JsonObject one : cases) {
      JsonObject code = one.getAsJsonObject("code");
      html.append("<section class=\"case\">\n<h3><code>");
      html.append(Html.text(string(code, "hex"))).append("</code> ");
      html.append(Html.text(string(code, "symbol")));
      html.append(" <span class=\"chip\">").append(Html.text(string(one, "state")));
      html.append("</span></h3>\n<ol class=\"timeline\">\n");
      entries(objects(one, "entries"));
      html.append("</ol>\n</section>\n");
    }
  }

  private void windowsHistory() {
    List<JsonObject> kept = objects(report, "windowsHistory");
    if (kept.isEmpty()) {
      return;
    }
    tag("h2", "", "What Windows listed before a reset");
    html.append("<ol class=\"timeline\">\n");
    for (JsonObject update : kept) {
      String error =
          update.has("code")
              ? " with "
                  + string(update.getAsJsonObject("code"), "hex")
                  + " "
                  + string(update.getAsJsonObject("code"), "symbol")
              : "";
      html.append("<li>");
      tag("time", "", moment(string(update, "at")));
      tag("p", "", string(update, "title"));
      tag("p", "muted", string(update, "result").replace('-', ' ') + error);
      html.append("</li>\n");
    }
    html.append("</ol>\n");
  }

  /** Failures in a row that say the same are one line. */
  private void entries(List<JsonObject> entries) {
    int next;
    for (int i = 0; i < entries.size(); i = next) {
      next = i + 1;
      while (next < entries.size() && isSameFailure(entries.get(i), entries.get(next))) {
        next++;
      }
      entry(entries.get(i), next - i, entries.get(next - 1));
    }
  }

  private static boolean isSameFailure(JsonObject a, JsonObject b) {
    return string(a, "kind").equals("failed")
        && Stream.of("kind", "operation", "code", "title")
            .allMatch(field -> string(a, field).equals(string(b, field)));
  }

  private void entry(JsonObject entry, int times, JsonObject last) {
    String kind = string(entry, "kind");
    String mark = kind.equals("tried") ? kind + " " + string(entry, "verdict") : kind;
    html.append("<li class=\"").append(Html.text(mark)).append("\"><time>");
    html.append(Html.text(moment(string(entry, "at")))).append("</time><div>");
    html.append(Html.text(words(kind, entry)));
    if (times > 1) {
      html.append(", ").append(times).append(" times in a row, last ");
      html.append(Html.text(moment(string(last, "at"))));
    }
    String more = string(entry, kind.equals("failed") ? "title" : "words");
    if (!more.isBlank() && !kind.equals("closed")) {
      html.append("<small>").append(Html.text(more)).append("</small>");
    }
    html.append("</div></li>\n");
  }

  private static String words(String kind, JsonObject entry) {
    return switch (kind) {
      case "failed" ->
          "Failed: " + operation(string(entry, "operation")) + " (" + string(entry, "code") + ")";
      case "tried" ->
          "Repair “" + string(entry, "fix") + "”: " + string(entry, "verdict").replace('-', ' ');
      case "came-back" ->
          "Came back (" + string(entry, "code") + "), time " + string(entry, "recurrence");
      default -> "Closed: " + string(entry, "words");
    };
  }

  private static String operation(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "search" -> "looking for updates";
      case "download" -> "downloading";
      case "install" -> "installing";
      case "uninstall" -> "uninstalling";
      case "other" -> "an update task";
      default -> name;
    };
  }

  private void findings() {
    tag("h2", "", "What a look at the PC found");
    List<JsonObject> findings = objects(report, "findings");
    if (findings.isEmpty()) {
      tag("p", "none", "Nothing that stands out.");
      return;
    }
    html.append("<table>\n<thead><tr><th>Weight</th><th>Finding</th></tr></thead>\n<tbody>\n");
    for (JsonObject finding : findings) {
      String severity = string(finding, "severity");
      html.append("<tr class=\"")
          .append(Html.text(severity))
          .append("\"><td><span class=\"chip\">");
      html.append(Html.text(SEVERITIES.getOrDefault(severity, severity)));
      html.append("</span></td><td>").append(Html.text(string(finding, "text")));
      if (!string(finding, "evidence").isBlank()) {
        html.append("<small><code>").append(Html.text(string(finding, "evidence")));
        html.append("</code></small>");
      }
      html.append("</td></tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private void versions() {
    tag("h2", "", "Versions");
    html.append("<dl class=\"facts\">\n");
    report
        .getAsJsonObject("versions")
        .entrySet()
        .forEach(e -> fact(e.getKey(), e.getValue().getAsString()));
    html.append("</dl>\n");
  }

  private void removed() {
    tag("h2", "", "What was removed");
    JsonObject removed = report.getAsJsonObject("removed");
    tag(
        "p",
        "",
        removed.size() == 0
            ? "Nothing in this report looked like a name, an address or a secret."
            : "These were replaced before the report was written; the same name is always the same"
                + " placeholder, such as USER-1.");
    html.append("<dl class=\"facts\">\n");
    for (String kind : removed.keySet()) {
      JsonObject counts = removed.getAsJsonObject(kind);
      fact(
          string(counts, "what"),
          count(counts, "names", " name") + " in " + count(counts, "places", " place"));
    }
    html.append("</dl>\n");
    tag(
        "p",
        "none",
        "Regrip sent this report to nobody. Read it before you pass it on: what no pattern"
            + " recognises is still in it.");
  }

  private static List<JsonObject> objects(JsonObject object, String field) {
    return StreamSupport.stream(object.getAsJsonArray(field).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private void fact(String name, String value) {
    if (!value.isBlank()) {
      html.append("<div><dt>").append(Html.text(name)).append("</dt><dd>");
      html.append(Html.text(value)).append("</dd></div>\n");
    }
  }

  private void tag(String tag, String style, String text) {
    html.append('<').append(tag);
    if (!style.isEmpty()) {
      html.append(" class=\"").append(style).append('"');
    }
    html.append('>').append(Html.text(text)).append("</").append(tag).append(">\n");
  }

  /** In the zone of the PC, which helps to put it beside other logs. */
  private String moment(String iso) {
    return iso.isBlank() ? "" : MOMENT.format(Instant.parse(iso).atZone(zone));
  }

  private static String count(JsonObject object, String field, String one) {
    int count = object.get(field).getAsInt();
    return count + one + (count == 1 ? "" : "s");
  }

  private static String string(JsonObject object, String field) {
    return object.has(field) ? object.get(field).getAsString() : "";
  }

  private static String css() {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
