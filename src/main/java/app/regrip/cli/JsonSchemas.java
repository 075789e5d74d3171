package app.regrip.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What {@link JsonShapes} print, as JSON schemas (draft 2020-12): a file for each in the folder
 * {@code schemas}, and {@code common.json} for what several of them refer to.
 */
final class JsonSchemas {

  /** By the command that prints them; where it prints several, also by what asks for them. */
  static final List<String> NAMES =
      List.of(
          "analyze",
          "diagnose",
          "doctor",
          "explain",
          "fix",
          "history",
          "history-machine",
          "history-windows",
          "report",
          "report-file",
          "selftest",
          "selftest-file",
          "status",
          "watch");

  private static final String DEFINITIONS = "$defs";
  private static final String HERE = "#/" + DEFINITIONS + "/";
  private static final Gson READABLE =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private JsonSchemas() {}

  /** The schema of that name, whole in itself. */
  static JsonObject named(String name) {
    JsonObject schema = read(name);
    JsonObject own =
        schema.has(DEFINITIONS) ? schema.getAsJsonObject(DEFINITIONS) : new JsonObject();
    JsonObject whole = new JsonObject();
    JsonObject common = read("common").getAsJsonObject(DEFINITIONS);
    own.entrySet().forEach(definition -> whole.add(definition.getKey(), definition.getValue()));
    addReferred(schema, common, whole);
    schema.add(DEFINITIONS, whole);
    return schema;
  }

  /** As it is printed. */
  static String text(String name) {
    return READABLE.toJson(named(name));
  }

  /** The command line that prints such a document. */
  static String title(String name) {
    return read(name).get("title").getAsString();
  }

  private static void addReferred(JsonElement element, JsonObject common, JsonObject whole) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> addReferred(each, common, whole));
    } else if (element.isJsonObject()) {
      for (Map.Entry<String, JsonElement> field : element.getAsJsonObject().entrySet()) {
        if (field.getKey().equals("$ref") && field.getValue() instanceof JsonPrimitive to) {
          add(to.getAsString().substring(HERE.length()), common, whole);
        } else {
          addReferred(field.getValue(), common, whole);
        }
      }
    }
  }

  private static void add(String name, JsonObject common, JsonObject whole) {
    if (!whole.has(name)) {
      whole.add(name, common.get(name));
      addReferred(common.get(name), common, whole);
    }
  }

  private static JsonObject read(String name) {
    try (InputStream file = JsonSchemas.class.getResourceAsStream("schemas/" + name + ".json");
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
