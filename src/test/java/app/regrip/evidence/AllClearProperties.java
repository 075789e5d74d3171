package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.evidence.Analysis.Answer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A log that tells of a failure may become one that tells nothing, however it is cut, mixed up,
 * translated or damaged: it never becomes one that says all is well.
 */
class AllClearProperties {

  private static final ErrorCatalog CATALOG = ErrorCatalog.load();

  /** No letter and no digit, so that no damage writes a word or a number that was not there. */
  private static final String DIRT = "\0\u0001\u001B \t\r\n?#~�\u00ad\u2028\uFEFF";

  @ParameterizedTest
  @EnumSource(FailingLog.class)
  void wholeItIsWrong(FailingLog log) {
    assertThat(answer(log.text())).isEqualTo(Answer.WRONG);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aPartOfItIsNotFine(@ForAll FailingLog log, @ForAll Random random) {
    String text = log.text();
    int from = random.nextInt(text.length());
    assertNotFine(text.substring(from, from + random.nextInt(text.length() - from) + 1));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void someOfItsLinesInAnyOrderAreNotFine(@ForAll FailingLog log, @ForAll Random random) {
    List<String> lines = new ArrayList<>(log.lines());
    Collections.shuffle(lines, random);
    assertNotFine(String.join("\n", lines.subList(0, random.nextInt(lines.size()) + 1)) + "\n");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void inAnotherLanguageItIsNotFine(@ForAll FailingLog log, @ForAll Random random) {
    assertNotFine(translated(log.text(), word -> random.nextInt(3) > 0));
    assertNotFine(translated(log.text(), word -> true));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void damagedItIsNotFine(@ForAll FailingLog log, @ForAll Random random) {
    StringBuilder text = new StringBuilder(log.text());
    for (int i = random.nextInt(30); i >= 0; i--) {
      text.setCharAt(random.nextInt(text.length()), DIRT.charAt(random.nextInt(DIRT.length())));
    }
    assertNotFine(text.toString());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void besideAnotherLogItIsNotFine(
      @ForAll FailingLog log, @ForAll FailingLog other, @ForAll Random random) {
    List<String> lines = new ArrayList<>(log.lines());
    lines.addAll(other.lines());
    Collections.shuffle(lines, random);
    assertNotFine(String.join("\n", lines));
  }

  /** Letters of words become others; numbers and what stands around them stay. */
  private static String translated(String text, Predicate<String> chosen) {
    StringBuilder translated = new StringBuilder();
    for (String word : text.split("(?<=[^A-Za-z])|(?=[^A-Za-z])")) {
      boolean sentence = word.length() > 2 && Character.isLetter(word.charAt(0));
      translated.append(sentence && chosen.test(word) ? foreign(word) : word);
    }
    return translated.toString();
  }

  private static String foreign(String word) {
    StringBuilder foreign = new StringBuilder();
    word.chars().forEach(c -> foreign.append((char) ('а' + c % 32)));
    return foreign.toString();
  }

  private static void assertNotFine(String text) {
    assertThat(answer(text)).as(text).isNotEqualTo(Answer.WELL);
  }

  private static Answer answer(String text) {
    Analysis analysis = new Analysis(CATALOG);
    analysis.read("log", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return analysis.result().answer();
  }
}
