package app.regrip.windows;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.PcException;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a Windows answers: the questions themselves work and leave nothing behind. */
@Tag("windows")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WindowsQuestionsTest {

  @TempDir static Path folder;

  static Stream<String> ids() {
    return WindowsQuestions.all(folder, folder).keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void eachIsAnsweredOrRefusedByWindows(String id) throws Exception {
    Question question = WindowsQuestions.all(folder, folder).get(id);
    Answer answer;
    try {
      answer = question.ask();
    } catch (PcException refused) {
      answer = Answer.didNotHold(Message.asIs(refused.getMessage() + " (" + refused.code() + ")"));
    } catch (UnsatisfiedLinkError notInThisWindows) {
      answer = Answer.didNotHold(Message.asIs(notInThisWindows.getMessage()));
    }
    System.out.println(id + " " + answer);
    assertThat(answer.seen().english()).isNotBlank();
    assertThat(filesLeft()).isZero();
  }

  private static long filesLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
