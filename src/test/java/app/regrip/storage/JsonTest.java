package app.regrip.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.errors.HResult;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

  sealed interface Animal {
    record Cat(String name, Optional<HResult> code) implements Animal {}

    record Dog(Instant born, List<String> tricks) implements Animal {}
  }

  @Test
  void sealedTypesComeBackAsWhatTheyWere() {
    List<Animal> animals =
        List.of(
            new Animal.Cat("Tom", Optional.of(HResult.INVALID_HANDLE)),
            new Animal.Cat("Kit", Optional.empty()),
            new Animal.Dog(Instant.parse("2026-01-05T10:00:00Z"), List.of("sit")));
    for (Animal animal : animals) {
      assertThat(Json.gson().fromJson(Json.gson().toJson(animal, Animal.class), Animal.class))
          .isEqualTo(animal);
    }
    assertThat(Json.gson().toJson(animals.get(0), Animal.class))
        .isEqualTo("{\"type\":\"Cat\",\"name\":\"Tom\",\"code\":\"0x80070006\"}");
  }

  @Test
  void anythingElseIsRefused() {
    for (String text :
        List.of(
            "{\"type\":\"Elephant\"}",
            "{\"name\":\"Tom\"}",
            "[]",
            "{",
            "{\"type\":\"java.lang.String\"}",
            "{\"type\":\"Cat\",\"code\":\"seven\"}",
            "{\"type\":\"Dog\",\"born\":5}")) {
      assertThatThrownBy(() -> Json.gson().fromJson(text, Animal.class))
          .as(text)
          .isInstanceOf(JsonParseException.class);
    }
  }
}
