import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws an SVG in the sizes Windows shows, as one .ico: WindowsIcon DRAWING.svg ICON.ico */
final class WindowsIcon {

  private static final List<Integer> SIZES = List.of(16, 20, 24, 32, 40, 48, 64, 256);
  private static final int HEADER = 6;
  private static final int ENTRY = 16;

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    FlatSVGIcon drawing = new FlatSVGIcon(Path.of(arguments[0]).toFile());
    List<byte[]> pictures = new ArrayList<>();
    for (int size : SIZES) {
      pictures.add(png(drawing, size));
    }
    Files.write(Path.of(arguments[1]), icon(pictures));
    Files.write(Path.of(arguments[2]), pictures.get(SIZES.size() - 1));
  }

  private static byte[] icon(List<byte[]> pictures) {
    int offset = HEADER + ENTRY * pictures.size();
    int length = offset + pictures.stream().mapToInt(p -> p.length).sum();
    ByteBuffer icon = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    icon.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      byte side = (byte) (int) SIZES.get(i); // 256 is written as 0
      icon.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1);
      icon.putShort((short) 32).putInt(pictures.get(i).length).putInt(offset);
      offset += pictures.get(i).length;
    }
    pictures.forEach(icon::put);
    return icon.array();
  }

  private static byte[] png(FlatSVGIcon drawing, int size) throws IOException {
    FlatSVGIcon icon = drawing.derive(size, size);
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale((double) size / icon.getIconWidth(), (double) size / icon.getIconHeight());
    icon.paintIcon(null, g, 0, 0);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
