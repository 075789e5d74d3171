package app.regrip.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Message} in JSON: {@code {"key", "args", "text"}}, with the English text for whoever
 * reads the file. What is the same in every language, and what older versions wrote, is plain text.
 * What a newer version says in its own way, by a key, a gap or a kind of argument that there is not
 * here, is read as its English text.
 */
public final class MessageJson implements JsonSerializer<Message>, JsonDeserializer<Message> {

  public static final String KEY = "key";

  /** Of what it says in English. */
  public static final String TEXT = "text";

  private static final String ARGUMENTS = "args";
  private static final String AT = "at";

  @Override
  public JsonElement serialize(Message message, Type type, JsonSerializationContext context) {
    if (message.isEmpty() || message.key().equals(Message.AS_IS)) {
      return new JsonPrimitive(message.english());
    }
    JsonObject json = keyAndArguments(message);
    json.addProperty(TEXT, message.english());
    return json;
  }

  @Override
  public Message deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
    if (json.isJsonPrimitive()) {
      return Message.asIs(json.getAsString());
    }
    if (!json.isJsonObject()) {
      throw new JsonParseException("no message: " + json);
    }
    JsonObject object = json.getAsJsonObject();
    Optional<Message> message = sayable(object);
    return message.isEmpty() && object.get(TEXT) instanceof JsonPrimitive text
        ? Message.asIs(text.getAsString())
        : message.orElseThrow(() -> new JsonParseException("no message: " + json));
  }

  /** Empty where it can't be said here; better found out now than by a face that wants to. */
  private static Optional<Message> sayable(JsonObject json) {
    try {
      Message message = message(json);
      message.english();
      return Optional.of(message).filter(m -> isKnown(m) || !json.has(TEXT));
    } catch (RuntimeException notOfThisVersion) {
      return Optional.empty();
    }
  }

  private static JsonObject keyAndArguments(Message message) {
    JsonObject json = new JsonObject();
    json.addProperty(KEY, message.key());
    if (!message.arguments().isEmpty()) {
      JsonArray arguments = new JsonArray();
      message.arguments().forEach(argument -> arguments.add(written(argument)));
      json.add(ARGUMENTS, arguments);
    }
    return json;
  }

  private static JsonElement written(Object argument) {
    if (argument instanceof Message nested) {
      return keyAndArguments(nested);
    } else if (argument instanceof Instant at) {
      JsonObject moment = new JsonObject();
      moment.addProperty(AT, at.toString());
      return moment;
    } else if (argument instanceof Number number) {
      return new JsonPrimitive(number);
    }
    return new JsonPrimitive((String) argument);
  }

  private static Message message(JsonObject json) {
    List<Object> arguments = new ArrayList<>();
    if (json.has(ARGUMENTS)) {
      json.getAsJsonArray(ARGUMENTS).forEach(argument -> arguments.add(read(argument)));
    }
    return new Message(json.get(KEY).getAsString(), arguments);
  }

  private static Object read(JsonElement json) {
    if (json instanceof JsonPrimitive value) {
      return value.isNumber() ? number(value.getAsString()) : value.getAsString();
    } else if (json instanceof JsonObject object && object.has(KEY)) {
      return message(object);
    } else if (json instanceof JsonObject object && object.has(AT)) {
      return Instant.parse(object.get(AT).getAsString());
    }
    throw new JsonParseException("no argument of a message: " + json);
  }

  private static Object number(String digits) {
    return digits.matches("-?[0-9]+") ? (Object) Long.valueOf(digits) : Double.valueOf(digits);
  }

  private static boolean isKnown(Message message) {
    return Translator.ENGLISH.knows(message.key())
        && message.arguments().stream()
            .allMatch(a -> !(a instanceof Message nested) || isKnown(nested));
  }
}
