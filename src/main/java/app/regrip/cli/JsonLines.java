package app.regrip.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * What programs read: one JSON object a line, each with {@code "format": 1} and a {@code "type"},
 * the rest as in {@link JsonShapes}.
 *
 * <p>The promise: within a format, fields and types are added and never renamed or removed; a field
 * that does not apply is left out; the text is ASCII (other characters as JSON escapes), so that no
 * terminal's charset can damage it.
 */
final class JsonLines {

  private static final int FORMAT = 1;

  private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();
  private final Printer printer;

  JsonLines(Printer printer) {
    this.printer = printer;
  }

  void print(JsonShapes.Shape shape) {
    print(shape, gson);
  }

  /** With null for what does not apply. */
  void printWithNulls(JsonShapes.Shape shape) {
    print(shape, gson.newBuilder().serializeNulls().create());
  }

  private void print(JsonShapes.Shape shape, Gson gson) {
    JsonObject line = new JsonObject();
    line.addProperty("format", FORMAT);
    line.addProperty("type", shape.type());
    for (Map.Entry<String, JsonElement> field :
        gson.toJsonTree(shape).getAsJsonObject().entrySet()) {
      line.add(field.getKey(), field.getValue());
    }
    printer.raw(ascii(gson.toJson(line)));
  }

  private static String ascii(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    for (char c : json.toCharArray()) {
      if (c >= ' ' && c <= '~') {
        escaped.append(c);
      } else {
        escaped.append(String.format("\\u%04x", (int) c));
      }
    }
    return escaped.toString();
  }
}
