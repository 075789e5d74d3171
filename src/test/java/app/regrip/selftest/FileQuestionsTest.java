package app.regrip.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileQuestionsTest {

  @Test
  void theyHoldHereAndLeaveNothing(@TempDir Path folder) throws Exception {
    for (Map.Entry<String, Question> question : new FileQuestions(folder).all().entrySet()) {
      assertThat(question.getValue().ask()).as(question.getKey()).isInstanceOf(Answer.Held.class);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
