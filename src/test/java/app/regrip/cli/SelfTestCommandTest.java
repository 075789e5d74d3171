package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.report.Secret;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Assumption;
import app.regrip.selftest.Judged;
import app.regrip.text.Message;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfTestCommandTest {

  private static final Judged HELD = judged("U01", Answer.held(Message.asIs("4 entries")));
  private static final Judged NOT = judged("U02", Answer.didNotHold(Message.asIs("Win32 33")));
  private static final Judged UNASKED =
      judged("U03", Answer.couldNotAsk(Message.asIs("no toasts here")));

  private final Bench bench = new Bench();
  @TempDir Path folder;

  @Test
  void everyAnswerIsSaidWithWhatWasSeen() {
    bench.judged = List.of(HELD, NOT, UNASKED);

    assertThat(bench.run("selftest")).isEqualTo(1);
    assertThat(bench.out().lines())
        .containsExactly(
            "held                U01 a-name: It is so.",
            "                    4 entries",
            "did not hold        U02 a-name: It is so.",
            "                    Win32 33",
            "could not be asked  U03 a-name: It is so.",
            "                    no toasts here",
            "1 held, 1 did not hold, 1 could not be asked.");
    assertThat(bench.askedElevated).isFalse();
  }

  @Test
  void theExitCodeSaysWhetherAnythingWasAskedAtAll() {
    bench.judged = List.of(HELD, UNASKED);
    assertThat(bench.run("selftest")).isZero();
    bench.judged = List.of(UNASKED);
    assertThat(bench.run("selftest")).isEqualTo(3);
    bench.judged = List.of(UNASKED, NOT);
    assertThat(bench.run("selftest")).isEqualTo(1);
  }

  @Test
  void nobodyIsAskedForPermissionUnlessItIsSaid() {
    bench.judged = List.of(HELD);
    bench.run("selftest", "--elevated");
    assertThat(bench.askedElevated).isTrue();
  }

  @Test
  void asJson() {
    bench.judged = List.of(NOT);
    bench.run("selftest", "--json");

    JsonObject all = bench.json().get(0);
    assertThat(all.get("type").getAsString()).isEqualTo("selftest");
    assertThat(all.get("exitCode").getAsInt()).isEqualTo(1);
    JsonObject answer = all.getAsJsonArray("answers").get(0).getAsJsonObject();
    assertThat(answer.get("id").getAsString()).isEqualTo("U02");
    assertThat(answer.get("answer").getAsString()).isEqualTo("did-not-hold");
    assertThat(answer.get("seen").getAsString()).isEqualTo("Win32 33");
  }

  @Test
  void aReportTellsNoNames() throws IOException {
    bench.names = Map.of(Secret.USER, List.of("Gundula"));
    bench.judged =
        List.of(
            judged(
                "S06",
                Answer.didNotHold(Message.asIs("from elsewhere: C:\\Users\\Gundula\\a.dll"))));

    for (String name : List.of("answers.txt", "answers.json")) {
      Path file = folder.resolve(name);
      assertThat(bench.run("selftest", "--report", file.toString())).isEqualTo(1);
      assertThat(file).content().contains("S06", "USER-1", "1.2.3").doesNotContain("Gundula");
    }
    JsonParser.parseString(Files.readString(folder.resolve("answers.json")));
  }

  @Test
  void aFileThatIsThereIsReplacedOnlyWhereThatIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
    bench.judged = List.of(HELD);

    assertThat(bench.run("selftest", "--report", file.toString())).isEqualTo(2);
    assertThat(file).content().isEqualTo("mine");
    assertThat(bench.run("selftest", "--force", "--report", file.toString())).isZero();
    assertThat(file).content().contains("U01");
  }

  private static Judged judged(String id, Answer answer) {
    return new Judged(new Assumption(id, "a-name", Message.asIs("It is so.")), answer);
  }
}
