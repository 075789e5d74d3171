package app.regrip.windows.servicing;

import app.regrip.pc.WindowsImage;
import app.regrip.pc.WindowsImage.Architecture;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an install.wim or install.esd says of itself: an XML document, uncompressed in both, which
 * the header points to (Microsoft, "Windows Imaging File Format"). Nothing else of the file is
 * read, and a file that lies is refused rather than believed.
 */
final class ImageFile {

  private static final byte[] TAG = {'M', 'S', 'W', 'I', 'M', 0, 0, 0};
  private static final int HEADER = 208;

  /** Seven bytes of size and one of flags, then the offset. */
  private static final int XML_SIZE_AT = 72;

  private static final int XML_FLAGS_AT = 79;
  private static final int XML_OFFSET_AT = 80;
  private static final int COMPRESSED = 4;
  private static final long SIZE_MASK = 0x00FF_FFFF_FFFF_FFFFL;

  /** Microsoft's own, with eleven editions, hold some 30 KB. */
  private static final long LONGEST = 4_000_000;

  private static final int MOST_IMAGES = 99;

  private ImageFile() {}

  /** The images in it, the first with index 1. */
  static List<WindowsImage> images(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer header = read(channel, 0, HEADER);
      for (byte expected : TAG) {
        if (header.get() != expected) {
          throw new IOException("no image file");
        }
      }
      long size = header.getLong(XML_SIZE_AT) & SIZE_MASK;
      long offset = header.getLong(XML_OFFSET_AT);
      if ((header.get(XML_FLAGS_AT) & COMPRESSED) != 0 || size > LONGEST || offset < HEADER) {
        throw new IOException("an image file that does not say what it holds");
      }
      ByteBuffer xml = read(channel, offset, (int) size);
      return parse(StandardCharsets.UTF_16LE.decode(xml).toString());
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's parser answers some malformed texts with runtime exceptions of its own.
      throw new IOException("an image file whose description can't be read", e);
    }
  }

  private static ByteBuffer read(FileChannel channel, long offset, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException("an image file that ends too early");
      }
    }
    return bytes.flip();
  }

  private static List<WindowsImage> parse(String xml) throws XMLStreamException, IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader =
        factory.createXMLStreamReader(new StringReader(xml.replace("\uFEFF", "")));
    List<WindowsImage> images = new ArrayList<>();
    Draft draft = new Draft();
    Deque<String> path = new ArrayDeque<>();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.addLast(reader.getLocalName());
          if (isImage(path)) {
            draft = new Draft();
            requireInOrder(reader.getAttributeValue(null, "INDEX"), images.size() + 1);
          }
        }
        case XMLStreamConstants.CHARACTERS ->
            draft.take(String.join("/", path), reader.getText().strip());
        case XMLStreamConstants.END_ELEMENT -> {
          if (isImage(path)) {
            images.add(draft.image());
          }
          path.removeLast();
        }
        default -> {}
      }
    }
    return List.copyOf(images);
  }

  private static boolean isImage(Deque<String> path) {
    return path.size() == 2 && path.getLast().equals("IMAGE");
  }

  /** DISM counts them so too; others would be repaired from by mistake. */
  private static void requireInOrder(String index, int expected) throws IOException {
    if (!Integer.toString(expected).equals(index) || expected > MOST_IMAGES) {
      throw new IOException("an image file whose images are not in order");
    }
  }

  /** An image while its elements come by. */
  private static final class Draft {
    private String name = "";
    private String edition = "";
    private Architecture architecture = Architecture.UNKNOWN;
    private int build;
    private int revision;
    private final List<String> languages = new ArrayList<>();

    void take(String path, String text) {
      switch (path) {
        case "WIM/IMAGE/NAME" -> name = text;
        case "WIM/IMAGE/WINDOWS/EDITIONID" -> edition = text;
        case "WIM/IMAGE/WINDOWS/ARCH" -> architecture = architecture(text);
        case "WIM/IMAGE/WINDOWS/VERSION/BUILD" -> build = Integer.parseInt(text);
        case "WIM/IMAGE/WINDOWS/VERSION/SPBUILD" -> revision = Integer.parseInt(text);
        case "WIM/IMAGE/WINDOWS/LANGUAGES/LANGUAGE" -> languages.add(text);
        default -> {}
      }
    }

    WindowsImage image() {
      return new WindowsImage(name, edition, architecture, build, revision, languages);
    }

    /** PROCESSOR_ARCHITECTURE_* of winnt.h. */
    private static Architecture architecture(String number) {
      return switch (number) {
        case "0" -> Architecture.X86;
        case "9" -> Architecture.AMD64;
        case "12" -> Architecture.ARM64;
        default -> Architecture.UNKNOWN;
      };
    }
  }
}
