package app.regrip.storage;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a value of a sealed interface as the object of its record plus {@code "type":"<simple
 * name>"}. The permitted types are the only ones that are ever read: a closed list, so a hostile
 * line can't name a class.
 */
final class SealedTypes implements TypeAdapterFactory {

  private static final String TYPE = "type";

  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> token) {
    Class<?> sealed = token.getRawType();
    if (!sealed.isInterface() || !sealed.isSealed()) {
      return null;
    }
    Map<String, TypeAdapter<?>> adapters = new LinkedHashMap<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      adapters.put(permitted.getSimpleName(), gson.getAdapter(permitted));
    }
    TypeAdapter<JsonElement> elements = gson.getAdapter(JsonElement.class);
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        JsonObject object = new JsonObject();
        object.addProperty(TYPE, value.getClass().getSimpleName());
        toTree(adapters.get(value.getClass().getSimpleName()), value)
            .getAsJsonObject()
            .entrySet()
            .forEach(e -> object.add(e.getKey(), e.getValue()));
        elements.write(out, object);
      }

      @Override
      @SuppressWarnings("unchecked")
      public T read(JsonReader in) throws IOException {
        if (!(elements.read(in) instanceof JsonObject object) || !object.has(TYPE)) {
          throw new JsonParseException("expected an object with a type");
        }
        TypeAdapter<?> adapter = adapters.get(object.get(TYPE).getAsString());
        if (adapter == null) {
          throw new JsonParseException("unknown type " + object.get(TYPE));
        }
        return (T) adapter.fromJsonTree(object);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <V> JsonElement toTree(TypeAdapter<?> adapter, V value) {
    return ((TypeAdapter<V>) adapter).toJsonTree(value);
  }
}
