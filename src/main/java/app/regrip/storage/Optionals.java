package app.regrip.storage;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * Writes Optionals as their value or nothing; a record's absent Optional is read back as empty and
 * never as null.
 */
final class Optionals implements TypeAdapterFactory {

  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() == Optional.class && type.getType() instanceof ParameterizedType p) {
      return asAdapterOf(
          type, optional(gson.getAdapter(TypeToken.get(p.getActualTypeArguments()[0]))));
    }
    if (type.getRawType().isRecord() && hasOptional(type.getRawType())) {
      return withoutNulls(gson.getDelegateAdapter(this, type), type);
    }
    return null;
  }

  private static <E> TypeAdapter<Optional<E>> optional(TypeAdapter<E> element) {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, Optional<E> value) throws IOException {
        if (value == null || value.isEmpty()) {
          out.nullValue();
        } else {
          element.write(out, value.get());
        }
      }

      @Override
      public Optional<E> read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
          in.nextNull();
          return Optional.empty();
        }
        return Optional.of(element.read(in));
      }
    };
  }

  private static boolean hasOptional(Class<?> record) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getType() == Optional.class) {
        return true;
      }
    }
    return false;
  }

  private static <T> TypeAdapter<T> withoutNulls(TypeAdapter<T> delegate, TypeToken<T> type) {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        delegate.write(out, value);
      }

      @Override
      public T read(JsonReader in) throws IOException {
        T read = delegate.read(in);
        return read == null ? null : RecordDefaults.withEmptyOptionals(read, type.getRawType());
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <T> TypeAdapter<T> asAdapterOf(TypeToken<T> type, TypeAdapter<?> adapter) {
    return (TypeAdapter<T>) adapter;
  }
}
