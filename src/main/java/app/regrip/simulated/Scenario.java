package app.regrip.simulated;

import app.regrip.text.Message;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case of real life: what is wrong with a pretend PC when it is new.
 *
 * <p>Scenarios are data. {@code pc.json} describes a healthy PC, and each scenario is a JSON merge
 * patch (RFC 7396) over it: it names what differs, and null takes something away.
 */
public final class Scenario {

  /** The name of the one that needs every rung of the ladder. */
  public static final String DEFAULT = "handle-invalid";

  private static final String FOLDER = "/app/regrip/scenarios/";
  private static final Gson GSON = new Gson();

  private final String name;
  private final JsonObject changes;

  private Scenario(String name, JsonObject changes) {
    this.name = name;
    this.changes = changes;
  }

  /** Empty where there is none of that name. */
  public static Optional<Scenario> named(String name) {
    return names().contains(name) ? Optional.of(parse(read(name))) : Optional.empty();
  }

  /** The default first. */
  public static List<Scenario> all() {
    return names().stream().map(name -> parse(read(name))).toList();
  }

  static Scenario parse(String json) {
    JsonObject object = GSON.fromJson(json, JsonObject.class);
    return new Scenario(object.get("name").getAsString(), object.getAsJsonObject("changes"));
  }

  public String name() {
    return name;
  }

  /** One plain sentence: what is wrong and what fixes it. */
  public Message description() {
    return Message.of("simulated.scenario." + name);
  }

  /** The whole PC, with what is wrong in it. */
  Blueprint blueprint() {
    JsonObject pc = GSON.fromJson(read("pc"), JsonObject.class);
    return GSON.fromJson(merge(pc, changes), Blueprint.class);
  }

  @Override
  public String toString() {
    return name;
  }

  private static JsonObject merge(JsonObject target, JsonObject patch) {
    for (Map.Entry<String, JsonElement> change : patch.entrySet()) {
      String key = change.getKey();
      JsonElement value = change.getValue();
      if (value.isJsonNull()) {
        target.remove(key);
      } else if (value.isJsonObject()) {
        boolean deeper = target.has(key) && target.get(key).isJsonObject();
        JsonObject below = deeper ? target.getAsJsonObject(key) : new JsonObject();
        target.add(key, merge(below, value.getAsJsonObject()));
      } else {
        target.add(key, value.deepCopy());
      }
    }
    return target;
  }

  private static List<String> names() {
    return Arrays.asList(GSON.fromJson(read("index"), String[].class));
  }

  private static String read(String name) {
    try (InputStream resource = Scenario.class.getResourceAsStream(FOLDER + name + ".json")) {
      if (resource == null) {
        throw new IllegalStateException("the scenario " + name + " is listed but not there");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
