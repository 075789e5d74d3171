package app.regrip.evidence;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files in a ZIP archive, read where they are: nothing is unpacked to the disk, so no name in
 * it can point anywhere. What swells beyond all measure of a log is refused.
 */
final class Archive implements Closeable {

  static final int MOST_ENTRIES = 2_000;

  /** Up to here nothing is suspicious, in bytes. */
  static final long HARMLESS = 64L << 20;

  /** Logs of Windows shrink to a twentieth or thirtieth, the most even ones to a hundredth. */
  static final long LARGEST_RATIO = 200;

  /** All of one archive, in bytes. */
  private static final long LARGEST_SUM = 8L << 30;

  private static final Charset DOS = Charset.forName("IBM437");

  private final ZipFile zip;
  private long sum;

  private Archive(ZipFile zip) {
    this.zip = zip;
  }

  static boolean begins(byte[] head) {
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /**
   * @throws IOException where it is damaged or no archive
   */
  static Archive open(Path path) throws IOException {
    try {
      return new Archive(new ZipFile(path.toFile(), StandardCharsets.UTF_8));
    } catch (ZipException | IllegalArgumentException namesAreNoUtf8) {
      return new Archive(new ZipFile(path.toFile(), DOS));
    }
  }

  /** Word, Excel and their like are archives too. */
  boolean isOfficeDocument() {
    return zip.getEntry("[Content_Types].xml") != null;
  }

  /** Its files, in the order of their names. */
  List<? extends ZipEntry> files() {
    return zip.stream()
        .filter(entry -> !entry.isDirectory())
        .limit(MOST_ENTRIES)
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .toList();
  }

  boolean hasMore() {
    return zip.size() > MOST_ENTRIES;
  }

  /** One of its files from the beginning, as often as asked. */
  InputStream open(ZipEntry entry) throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    return new Limited(zip.getInputStream(entry), Math.max(HARMLESS, LARGEST_RATIO * packed));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** It swells beyond all measure of a log. */
  static final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    Refused() {
      super("it unpacks to far more than a log does");
    }
  }

  /** What the archive itself says about sizes may be a lie, so the bytes are counted. */
  private final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream in, long limit) {
      super(in);
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      sum += read;
      if (left < 0 || sum > LARGEST_SUM) {
        throw new Refused();
      }
    }
  }
}
