package app.regrip.storage;

import com.google.gson.JsonParseException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** Remakes a record that was read from a file with a field missing. */
final class RecordDefaults {

  private RecordDefaults() {}

  @SuppressWarnings("unchecked")
  static <T> T withEmptyOptionals(T record, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        components[i].getAccessor().setAccessible(true);
        Object value = components[i].getAccessor().invoke(record);
        values[i] =
            value == null && components[i].getType() == Optional.class ? Optional.empty() : value;
        types[i] = components[i].getType();
      }
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (T) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new JsonParseException("not a whole " + type.getSimpleName(), e);
    }
  }
}
