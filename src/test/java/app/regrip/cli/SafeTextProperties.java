package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SafeTextProperties {

  @Property
  void asciiStaysPrintable(@ForAll String anything) {
    assertThat(new SafeText(StandardCharsets.US_ASCII).of(anything)).matches("[\\x20-\\x7E]*");
  }

  @Property
  void noControlCharacterPasses(@ForAll String anything) {
    String safe = new SafeText(StandardCharsets.UTF_8).of(anything);

    assertThat(safe.codePoints().noneMatch(Character::isISOControl)).isTrue();
    assertThat(new String(safe.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(safe);
  }

  @Property
  void whatIsSafeStaysAsItIs(@ForAll String anything) {
    SafeText safe = new SafeText(StandardCharsets.UTF_8);

    assertThat(safe.of(safe.of(anything))).isEqualTo(safe.of(anything));
  }
}
