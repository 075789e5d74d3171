package app.regrip.storage;

import app.regrip.errors.HResult;
import app.regrip.text.Message;
import app.regrip.text.MessageJson;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * How Regrip writes JSON everywhere: records as objects, sealed interfaces with a {@code type}
 * field, {@link HResult} as {@code "0x80070006"}, instants in ISO-8601, an empty Optional as an
 * absent field, {@link Message} as {@link MessageJson} has it.
 */
public final class Json {

  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .disableHtmlEscaping()
          .registerTypeAdapterFactory(new SealedTypes())
          .registerTypeAdapterFactory(new Optionals())
          .registerTypeAdapter(HResult.class, new HResults().nullSafe())
          .registerTypeAdapter(Instant.class, new Instants().nullSafe())
          .registerTypeAdapter(Message.class, new MessageJson())
          .create();

  private Json() {}

  public static Gson gson() {
    return GSON;
  }

  private static final class HResults extends TypeAdapter<HResult> {
    @Override
    public void write(JsonWriter out, HResult value) throws IOException {
      out.value(value.hex());
    }

    @Override
    public HResult read(JsonReader in) throws IOException {
      String text = in.nextString();
      try {
        return new HResult(Integer.parseUnsignedInt(text.substring(2), 16));
      } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
        throw new JsonParseException("not an error number: " + text, e);
      }
    }
  }

  private static final class Instants extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(value.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      if (in.peek() != JsonToken.STRING) {
        throw new JsonParseException("a time is text such as 2026-11-22T10:00:00Z");
      }
      String text = in.nextString();
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw new JsonParseException("not a time: " + text, e);
      }
    }
  }
}
