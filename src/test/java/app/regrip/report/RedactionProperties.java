package app.regrip.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactionProperties {

  /** Of letters that no placeholder is made of. */
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("bfghjqwxz.$(+[äÖéж").ofMinLength(5).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "C:\\Users\\",
            "\\",
            "\\\\",
            "/home/",
            "@",
            ".example",
            "http://",
            "USER-1",
            "SERVER-2",
            "DOM",
            "sig=",
            "Bearer ",
            "S-1-5-21-1-2",
            "serial ",
            "192.168.1.2",
            "::",
            "fe80",
            ":",
            "-",
            " ",
            "1",
            "otto",
            "eyJabcdefg.a.b");
    return Arbitraries.oneOf(pieces, pieces, Arbitraries.strings().ofMaxLength(6))
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 1000)
  void noSecretIsLeftInAnyLetterCase(
      @ForAll("names") String user,
      @ForAll("names") String computer,
      @ForAll("texts") String before,
      @ForAll("texts") String after) {
    Redaction redaction =
        new Redaction(Map.of(Secret.USER, List.of(user), Secret.COMPUTER, List.of(computer)));
    String text =
        before
            + user
            + after
            + computer.toUpperCase(Locale.ROOT)
            + before
            + user.toUpperCase(Locale.ROOT);
    assertThat(redaction.redact(text))
        .doesNotContainIgnoringCase(user)
        .doesNotContainIgnoringCase(computer);
  }

  @Property(tries = 1000)
  void whatIsRedactedStaysAsItIs(@ForAll("texts") String text) {
    Map<Secret, List<String>> known = Map.of(Secret.USER, List.of("otto", "user-"));
    String once = new Redaction(known).redact(text);
    assertThat(new Redaction(known).redact(once)).isEqualTo(once);
  }

  @Property(tries = 500)
  void errorAndUpdateNumbersSurvive(@ForAll int value, @ForAll("texts") String text) {
    String number = String.format(Locale.ROOT, " 0x%08X (KB%07d) ", value, value >>> 8);
    assertThat(new Redaction(Map.of()).redact("Failed with" + number + "twice: " + text))
        .contains(number);
  }
}
