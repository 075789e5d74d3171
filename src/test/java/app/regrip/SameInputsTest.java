package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Two properties that were tried apart have met the same. */
class SameInputsTest {

  private static final List<String> FIRST = new ArrayList<>();
  private static final List<String> SECOND = new ArrayList<>();

  @Property(tries = 20)
  void first(@ForAll String input) {
    FIRST.add(input);
  }

  @Property(tries = 20)
  void second(@ForAll String input) {
    SECOND.add(input);
  }

  @AfterContainer
  static void theyWereTheSame() {
    if (!SameInputs.wantsNew()) {
      assertThat(FIRST).isNotEmpty().isEqualTo(SECOND);
    }
  }
}
