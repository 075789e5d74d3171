package app.regrip.windows.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TerminalTextProperties {

  private static final String SCREEN =
      "\u001B[2J\u001B[m\u001B[H\u001B]0;C:\\Windows\\System32\\sfc.exe\u0007\u001B[?25l"
          + "Überprüfung\u001B[1C26 % abgeschlossen.\u001B[?25h\u001B[4;1H验证 100% 已完成。"
          + "\u001B]0;title\u001B\\\u001B(B😀\r\n";

  private static String plain(byte[]... chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TerminalText text = new TerminalText(out::writeBytes);
    for (byte[] chunk : chunks) {
      text.feed(chunk);
    }
    text.end();
    return out.toString(StandardCharsets.UTF_16LE);
  }

  @Example
  void keepsTheTextAndNothingElse() {
    assertThat(plain(SCREEN.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("\r\rÜberprüfung 26 % abgeschlossen.\r验证 100% 已完成。😀\r\n");
  }

  @Property
  void cutsChangeNothing(@ForAll @Size(max = 8) List<@IntRange(max = 150) Integer> cuts) {
    byte[] bytes = SCREEN.getBytes(StandardCharsets.UTF_8);
    int[] at = cuts.stream().mapToInt(c -> Math.min(c, bytes.length)).sorted().toArray();
    byte[][] chunks = new byte[at.length + 1][];
    int from = 0;
    for (int i = 0; i < at.length; i++) {
      chunks[i] = Arrays.copyOfRange(bytes, from, at[i]);
      from = at[i];
    }
    chunks[at.length] = Arrays.copyOfRange(bytes, from, bytes.length);
    assertThat(plain(chunks)).isEqualTo(plain(bytes));
  }

  @Property
  void takesAnyBytes(@ForAll byte[] noise) {
    assertThat(plain(noise)).doesNotContain("\u001B");
  }
}
