package app.regrip.windows.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.pc.WindowsImage;
import app.regrip.pc.WindowsImage.Architecture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {

  private static final String HOME =
      """
      <IMAGE INDEX="1"><DIRCOUNT>21</DIRCOUNT><WINDOWS><ARCH>9</ARCH>\
      <PRODUCTNAME>Microsoft® Windows® Operating System</PRODUCTNAME><EDITIONID>Core</EDITIONID>\
      <LANGUAGES><LANGUAGE>pt-BR</LANGUAGE><DEFAULT>pt-BR</DEFAULT></LANGUAGES>\
      <VERSION><MAJOR>10</MAJOR><MINOR>0</MINOR><BUILD>26100</BUILD><SPBUILD>3194</SPBUILD>\
      <SPLEVEL>0</SPLEVEL></VERSION></WINDOWS><NAME>Windows 11 Home</NAME></IMAGE>""";

  private static final String ARM =
      """
      <IMAGE INDEX="2"><WINDOWS><ARCH>12</ARCH><EDITIONID>Professional</EDITIONID>\
      <LANGUAGES><LANGUAGE>en-US</LANGUAGE><LANGUAGE>fr-FR</LANGUAGE></LANGUAGES>\
      <VERSION><BUILD>22621</BUILD></VERSION></WINDOWS><NAME>Two &amp; more</NAME></IMAGE>""";

  @TempDir Path folder;

  @Test
  void readsWhatTheImagesAreFor() throws Exception {
    assertThat(images(file(wim(HOME + ARM))))
        .containsExactly(
            new WindowsImage(
                "Windows 11 Home", "Core", Architecture.AMD64, 26100, 3194, List.of("pt-BR")),
            new WindowsImage(
                "Two & more",
                "Professional",
                Architecture.ARM64,
                22621,
                0,
                List.of("en-US", "fr-FR")));
    assertThat(images(file(wim("")))).isEmpty();
  }

  @Test
  void refusesWhatIsNoImageFileOrLies() throws Exception {
    byte[] good = file(wim(HOME));
    assertRefused(new byte[0]);
    assertRefused("MSWIM".getBytes(StandardCharsets.US_ASCII));
    assertRefused(changed(good, 0, 'X'));
    assertRefused(changed(good, 79, 4));
    assertRefused(changed(good, 75, 1));
    assertRefused(changed(good, 78, 0x7f));
    assertRefused(changed(good, 87, 0x80));
    assertRefused(changed(good, 81, 0x40));
    assertRefused(changed(good, 80, 8));
    assertRefused(file(wim(ARM)));
    assertRefused(file(wim(HOME + HOME)));
    assertRefused(file(wim(HOME.replace("26100", "many"))));
    assertRefused(file("<WIM><IMAGE INDEX=\"1\">"));
    assertRefused(file("<!DOCTYPE WIM [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + wim("&e;")));
  }

  /** It comes from a stick of whoever, and the helper reads it. */
  @Test
  void neverFailsInAnotherWay() throws Exception {
    byte[] good = file(wim(HOME + ARM));
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = good.clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        int at = random.nextInt(2) == 0 ? random.nextInt(96) : random.nextInt(bytes.length);
        bytes[at] = (byte) random.nextInt();
      }
      try {
        assertThat(images(bytes)).hasSizeLessThan(100);
      } catch (IOException expected) {
        assertThat(expected).isNotNull();
      }
    }
  }

  private void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> images(bytes)).isInstanceOf(IOException.class);
  }

  private List<WindowsImage> images(byte[] bytes) throws IOException {
    return ImageFile.images(Files.write(folder.resolve("install.wim"), bytes));
  }

  private static byte[] changed(byte[] bytes, int at, int to) {
    byte[] other = bytes.clone();
    other[at] = (byte) to;
    return other;
  }

  private static String wim(String images) {
    return "<WIM><TOTALBYTES>1</TOTALBYTES>" + images + "</WIM>";
  }

  /** A header, some bytes of an image, and the XML last, as in Microsoft's own. */
  private static byte[] file(String xml) {
    byte[] text = ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE);
    int offset = 208 + 40;
    ByteBuffer file = ByteBuffer.allocate(offset + text.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("MSWIM\0\0\0".getBytes(StandardCharsets.US_ASCII)).putInt(208).putInt(0x10D00);
    file.putLong(72, text.length).put(79, (byte) 2).putLong(80, offset).putLong(88, text.length);
    return file.put(offset, text).array();
  }
}
