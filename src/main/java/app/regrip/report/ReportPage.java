package app.regrip.report;

import app.regrip.text.Translator;
import app.regrip.update.UpdateEvent.Operation;
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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A report as a page that needs nothing but itself: no script, no picture and no font from
 * elsewhere, which its own content security policy also forbids.
 */
final class ReportPage {

  private static final String PREFIX = "report.";

  private final JsonObject report;
  private final ZoneId zone;
  private final Translator translator;
  private final DateTimeFormatter moments;
  private final StringBuilder html = new StringBuilder();

  /**
   * @param document in the language of the translator
   */
  ReportPage(ReportDocument document, ZoneId zone, Translator translator) {
    this.report = document.content();
    this.zone = zone;
    this.translator = translator;
    this.moments = DateTimeFormatter.ofPattern(text("moment"), translator.locale());
  }

  String html() {
    JsonObject status = report.getAsJsonObject("status");
    html.append("<!doctype html>\n<html lang=\"");
    html.append(Html.text(translator.locale().toLanguageTag()));
    html.append(
        """
        ">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        """);
    tag("title", "", text("title"));
    html.append("<style>\n").append(css()).append("</style>\n</head>\n<body>\n<main>\n");
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
    tag("p", "eyebrow", text("title"));
    html.append("<header class=\"").append(Html.text(string(status, "status"))).append("\">\n");
    tag("h1", "", string(status, "headline"));
    tag("p", "lead", text("made", string(status, "pc"), moment(string(report, "createdAt"))));
    html.append("</header>\n");
  }

  private void status(JsonObject status) {
    html.append("<dl class=\"facts\">\n");
    if (status.has("code")) {
      JsonObject code = status.getAsJsonObject("code");
      fact(text("fact.error"), string(code, "hex") + " " + string(code, "symbol"));
      fact(text("fact.also-written"), string(code, "signed") + ", " + string(code, "unsigned"));
      fact(text("fact.meaning"), string(code, "meaning"));
    }
    fact(text("fact.what-failed"), operation(string(status, "operation")));
    fact(text("fact.update"), string(status, "title"));
    fact(
        text(status.has("code") ? "fact.failing-since" : "fact.since"),
        moment(string(status, "since")));
    fact(text("fact.seen-last"), moment(string(status, "last")));
    fact(text("fact.times"), string(status, "count"));
    fact(text("fact.why"), string(status, "why"));
    fact(text("fact.watched-until"), moment(string(status, "watchingUntil")));
    if (status.has("interrupted")) {
      fact(text("fact.interrupted"), string(status.getAsJsonObject("interrupted"), "words"));
    }
    fact(text("fact.note"), string(status, "notice"));
    html.append("</dl>\n");
  }

  private void cases() {
    tag("h2", "", text("happened"));
    List<JsonObject> cases = objects(report, "history");
    if (cases.isEmpty()) {
      tag("p", "none", text("happened.none"));
    }
    for (JsonObject one : cases) {
      JsonObject code = one.getAsJsonObject("code");
      html.append("<section class=\"case\">\n<h3><code>");
      html.append(Html.text(string(code, "hex"))).append("</code> ");
      html.append(Html.text(string(code, "symbol")));
      html.append(" <span class=\"chip\">").append(Html.text(text("case." + string(one, "state"))));
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
    tag("h2", "", text("windows"));
    html.append("<ol class=\"timeline\">\n");
    for (JsonObject update : kept) {
      html.append("<li>");
      tag("time", "", moment(string(update, "at")));
      tag("p", "", string(update, "title"));
      tag("p", "muted", result(update));
      html.append("</li>\n");
    }
    html.append("</ol>\n");
  }

  private String result(JsonObject update) {
    String result = "windows." + string(update, "result");
    if (!update.has("code")) {
      return text(result);
    }
    JsonObject code = update.getAsJsonObject("code");
    return text(result, string(code, "hex"), string(code, "symbol"));
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
    String words = words(kind, entry);
    html.append(
        Html.text(
            times > 1 ? text("entry.in-a-row", words, times, moment(string(last, "at"))) : words));
    String more = string(entry, kind.equals("failed") ? "title" : "words");
    if (!more.isBlank() && !kind.equals("closed")) {
      html.append("<small>").append(Html.text(more)).append("</small>");
    }
    html.append("</div></li>\n");
  }

  private String words(String kind, JsonObject entry) {
    return switch (kind) {
      case "failed" ->
          text("entry.failed", operation(string(entry, "operation")), string(entry, "code"));
      case "tried" ->
          text("entry.tried", string(entry, "fix"), text("verdict." + string(entry, "verdict")));
      case "came-back" ->
          text("entry.came-back", string(entry, "code"), string(entry, "recurrence"));
      default -> text("entry.closed", string(entry, "words"));
    };
  }

  private String operation(String name) {
    return translator.say(Operation.inWords(name));
  }

  private void findings() {
    tag("h2", "", text("findings"));
    List<JsonObject> findings = objects(report, "findings");
    if (findings.isEmpty()) {
      tag("p", "none", text("findings.none"));
      return;
    }
    html.append("<table>\n<thead><tr><th>").append(Html.text(text("findings.weight")));
    html.append("</th><th>").append(Html.text(text("findings.finding")));
    html.append("</th></tr></thead>\n<tbody>\n");
    for (JsonObject finding : findings) {
      String severity = string(finding, "severity");
      html.append("<tr class=\"")
          .append(Html.text(severity))
          .append("\"><td><span class=\"chip\">");
      html.append(Html.text(text("severity." + severity)));
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
    tag("h2", "", text("versions"));
    html.append("<dl class=\"facts\">\n");
    report
        .getAsJsonObject("versions")
        .entrySet()
        .forEach(e -> fact(versionName(e.getKey()), e.getValue().getAsString()));
    html.append("</dl>\n");
  }

  private String versionName(String name) {
    return name.equals("Operating system") ? text("versions.system") : name;
  }

  private void removed() {
    tag("h2", "", text("removed"));
    JsonObject removed = report.getAsJsonObject("removed");
    tag("p", "", text(removed.size() == 0 ? "removed.none" : "removed.some"));
    html.append("<dl class=\"facts\">\n");
    for (String kind : removed.keySet()) {
      JsonObject counts = removed.getAsJsonObject(kind);
      fact(
          text("secret." + kind),
          text("removed.count", counts.get("names").getAsInt(), counts.get("places").getAsInt()));
    }
    html.append("</dl>\n");
    tag("p", "none", text("removed.read-it"));
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
    return iso.isBlank() ? "" : moments.format(Instant.parse(iso).atZone(zone));
  }

  private String text(String key, Object... arguments) {
    return translator.say(PREFIX + key, arguments);
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
