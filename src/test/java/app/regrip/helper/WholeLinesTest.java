package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WholeLinesTest {

  private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
  private final Queue<Integer> room = new ArrayDeque<>();
  private int sends;
  private boolean gone;

  private final WholeLines lines = new WholeLines(this::send);

  @Test
  void linesArriveAsTheyWereWritten() throws IOException {
    write("one\ntw");
    write("o\n");

    assertThat(arrived()).isEqualTo("one\ntwo\n");
  }

  @Test
  void aLineThatDoesNotGetOutIsLostAndTheNextOneArrives() throws IOException {
    room.add(0);
    write("one\ntwo\n");

    assertThat(arrived()).isEqualTo("two\n");
  }

  @Test
  void theRestOfAHalfLineComesBeforeAnythingElse() throws IOException {
    room.addAll(List.of(2, 0, 1));
    write("first\nlost\nlost too\nlast\n");

    assertThat(arrived()).isEqualTo("first\nlast\n");
  }

  @Test
  void aReaderThatIsGoneIsNotTriedAgainAndStopsNothing() throws IOException {
    gone = true;
    write("one\ntwo\nthree\n");

    assertThat(sends).isEqualTo(1);
    assertThat(arrived()).isEmpty();
  }

  @Test
  void aLineThatNobodyWouldTakeIsNotSent() throws IOException {
    write("x".repeat(EventLine.LONGEST + 1) + "\nshort\n");

    assertThat(arrived()).isEqualTo("short\n");
  }

  private int send(byte[] bytes) throws IOException {
    sends++;
    if (gone) {
      throw new IOException("gone");
    }
    int count = Math.min(bytes.length, room.isEmpty() ? bytes.length : room.remove());
    arrived.write(bytes, 0, count);
    return count;
  }

  private void write(String text) throws IOException {
    lines.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String arrived() {
    return arrived.toString(StandardCharsets.UTF_8);
  }
}
