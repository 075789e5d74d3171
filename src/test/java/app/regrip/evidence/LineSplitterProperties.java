package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Lines of any length come whole, wherever they leave plain ASCII. */
class LineSplitterProperties {

  /** Around the longest piece, and the block in which a file is read. */
  @Property(tries = 200)
  void longLinesComeWhole(
      @ForAll @IntRange(min = 65_500, max = 65_570) int first,
      @ForAll @Size(max = 4) List<@IntRange(max = 140_000) Integer> places)
      throws IOException {
    StringBuilder file = new StringBuilder("x".repeat(first)).append("\r\n");
    file.append("y".repeat(70_000)).append("\n").append("z".repeat(9_000));
    for (int place : places) {
      if (place < file.length() && file.charAt(place) > ' ') {
        file.setCharAt(place, 'é');
      }
    }
    List<String> lines = new ArrayList<>();
    LogReader joined =
        new LogReader() {
          @Override
          public void line(long number, String text) {
            lines.add(text);
          }

          @Override
          public void continued(long number, String text) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + text);
          }

          @Override
          public void end() {
            lines.add("end");
          }
        };
    byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    new LineSplitter(LineDecoder.of(new byte[0]), joined).feed(new ByteArrayInputStream(bytes));
    List<String> expected = new ArrayList<>(List.of(file.toString().split("\r?\n")));
    expected.add("end");
    assertThat(lines).isEqualTo(expected);
  }
}
