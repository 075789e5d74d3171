package app.regrip.helper;

import app.regrip.repair.RepairEvent;
import app.regrip.selftest.Answer;
import app.regrip.storage.Json;
import app.regrip.text.Message;
import app.regrip.text.MessageJson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One {@link RepairEvent} as one line of JSON, at most {@link #LONGEST} bytes of UTF-8: what the
 * helper writes and nothing else. A line that is none is dropped by the reader, never guessed at.
 */
public final class EventLine {

  public static final int LONGEST = 16 * 1024;

  private static final int LONGEST_SAID = 1000;
  private static final int LONGEST_IN_ENGLISH = 1500;

  private EventLine() {}

  /** Without a line end. */
  public static String of(RepairEvent event) {
    String line = Json.gson().toJson(fitting(event), RepairEvent.class);
    return fits(line)
        ? line
        : Json.gson().toJson(inEnglish(Json.gson().fromJson(line, JsonElement.class)));
  }

  private static boolean fits(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }

  /**
   * The same with each message as the reader of a file has it, which takes half the room or less:
   * better the end of a repair in English than an end that nobody hears of.
   */
  private static JsonElement inEnglish(JsonElement json) {
    if (json instanceof JsonObject object) {
      if (object.has(MessageJson.KEY)
          && object.get(MessageJson.TEXT) instanceof JsonPrimitive text) {
        return new JsonPrimitive(printable(text.getAsString(), LONGEST_IN_ENGLISH));
      }
      object.entrySet().forEach(field -> field.setValue(inEnglish(field.getValue())));
    } else if (json instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, inEnglish(array.get(i)));
      }
    }
    return json;
  }

  /** What a program or Windows has said may be of any length. */
  private static RepairEvent fitting(RepairEvent event) {
    if (event instanceof RepairEvent.Said said) {
      return new RepairEvent.Said(fitting(said.line(), LONGEST_SAID));
    }
    if (event instanceof RepairEvent.Answered answered) {
      Answer answer = answered.answer();
      return new RepairEvent.Answered(
          answered.id(), answer.saying(fitting(answer.seen(), LONGEST_SAID / 2)));
    }
    return event;
  }

  /** Its words go over the line twice, in English too. */
  private static Message fitting(Message message, int longest) {
    int each = longest / Math.max(1, message.arguments().size());
    return new Message(
        message.key(),
        message.arguments().stream()
            .map(
                argument ->
                    argument instanceof Message nested
                        ? fitting(nested, each)
                        : argument instanceof String text
                            ? (Object) printable(text, each)
                            : argument)
            .toList());
  }

  /** Empty where the line is too long, no JSON, or no event of this version. */
  public static Optional<RepairEvent> read(String line) {
    if (!fits(line)) {
      return Optional.empty();
    }
    try {
      JsonElement event = printable(Json.gson().fromJson(line, JsonElement.class));
      return Optional.ofNullable(Json.gson().fromJson(event, RepairEvent.class));
    } catch (RuntimeException e) {
      // Gson throws more than its own exceptions, and so do records that refuse their values.
      return Optional.empty();
    }
  }

  /** The same without control characters in its texts, which JSON can carry as escapes. */
  private static JsonElement printable(JsonElement json) {
    if (json instanceof JsonObject object) {
      object.entrySet().forEach(field -> field.setValue(printable(field.getValue())));
    } else if (json instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, printable(array.get(i)));
      }
    } else if (json instanceof JsonPrimitive text && text.isString()) {
      return new JsonPrimitive(text.getAsString().replaceAll("[\\p{Cntrl}&&[^\n]]", " "));
    }
    return json;
  }

  private static String printable(String text, int longest) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
  }
}
