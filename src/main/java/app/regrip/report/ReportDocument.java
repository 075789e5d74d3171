package app.regrip.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a report says, as one JSON document with secrets taken out. The page shows such a document
 * and nothing else, so that nothing can be on the page that was not redacted.
 */
public final class ReportDocument {

  /** Grows when a field changes its meaning; added fields do not change it. */
  static final int SCHEMA = 1;

  /** Fields that hold a word of a closed list, a number or a moment: a name in them is none. */
  private static final Set<String> CLOSED =
      Set.of(
          "type",
          "status",
          "kind",
          "state",
          "verdict",
          "reason",
          "result",
          "severity",
          "fix",
          "id",
          "operation",
          "at",
          "since",
          "last",
          "createdAt",
          "startedAt",
          "watchingUntil",
          "snoozedUntil",
          "hex",
          "symbol",
          "aliases",
          "component",
          "meaning",
          "runId",
          "Regrip",
          "Operating system",
          "Java");

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private final JsonObject content;

  private ReportDocument(JsonObject content) {
    this.content = content;
  }

  /** Redacts what was read; {@code parts} stay in their order. */
  public static ReportDocument of(JsonObject parts, Redaction redaction) {
    JsonObject content = content(parts, redaction);
    JsonObject removed = new JsonObject();
    redaction
        .removed()
        .forEach(
            (kind, count) -> {
              JsonObject counts = new JsonObject();
              counts.addProperty("what", kind.words().english());
              counts.addProperty("names", count.names());
              counts.addProperty("places", count.places());
              removed.add(kind.name().toLowerCase(Locale.ROOT), counts);
            });
    content.add("removed", removed);
    return new ReportDocument(content);
  }

  /**
   * The same in another language, by the same redaction; what was removed is counted once.
   *
   * @param parts those of this document, in other words
   */
  public ReportDocument said(JsonObject parts, Redaction redaction) {
    JsonObject said = content(parts, redaction);
    said.add("removed", content.get("removed"));
    return new ReportDocument(said);
  }

  private static JsonObject content(JsonObject parts, Redaction redaction) {
    JsonObject content = new JsonObject();
    content.addProperty("schema", SCHEMA);
    content.addProperty("type", "regrip-report");
    redacted(parts, redaction).entrySet().forEach(e -> content.add(e.getKey(), e.getValue()));
    return content;
  }

  JsonObject content() {
    return content;
  }

  /** With line breaks, for people; ends in one. */
  public String json() {
    return GSON.toJson(content) + "\n";
  }

  private static JsonObject redacted(JsonObject object, Redaction redaction) {
    JsonObject result = new JsonObject();
    for (Map.Entry<String, JsonElement> field : object.entrySet()) {
      boolean keep = CLOSED.contains(field.getKey()) && !field.getValue().isJsonObject();
      result.add(field.getKey(), keep ? field.getValue() : redacted(field.getValue(), redaction));
    }
    return result;
  }

  private static JsonElement redacted(JsonElement element, Redaction redaction) {
    if (element instanceof JsonObject object) {
      return redacted(object, redaction);
    } else if (element instanceof JsonArray array) {
      JsonArray result = new JsonArray();
      array.forEach(e -> result.add(redacted(e, redaction)));
      return result;
    }
    return element instanceof JsonPrimitive primitive && primitive.isString()
        ? new JsonPrimitive(redaction.redact(primitive.getAsString()))
        : element;
  }
}
