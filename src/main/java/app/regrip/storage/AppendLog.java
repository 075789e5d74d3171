package app.regrip.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * A file of lines that only grows and survives a power cut at any byte: each line carries the
 * CRC-32 of its text, and is on the disk (fsync) when {@link #append} returns. A last line that is
 * cut short or garbled was never written. A damaged line in the middle is skipped and counted, so
 * that one bad sector does not take the rest with it.
 *
 * <p>Form: {@code crc<TAB>text<LF>}, crc in 8 hex digits, text in UTF-8 without line breaks.
 */
public final class AppendLog implements Lines {

  private static final int CRC_DIGITS = 8;

  /**
   * Far behind any line. On Windows nobody else can read what is locked, not even another handle of
   * the same process, and the journal is read while the helper writes it.
   */
  static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /** File locks keep processes apart and not threads. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path file;

  /** What is to be in this file; there only while it is being put there. */
  private final AtomicFile rewritten;

  public AppendLog(Path file) {
    this.file = file;
    this.rewritten = new AtomicFile(file.resolveSibling(file.getFileName() + ".rewritten"));
  }

  public Path file() {
    return file;
  }

  @Override
  public void append(String text) throws IOException {
    appendUnless(() -> false, text);
  }

  /** Whether somebody has already appended it. */
  @FunctionalInterface
  public interface Look {
    boolean isThere() throws IOException;
  }

  /**
   * Appends a line once, whoever else is about to: between the look and the line nobody writes.
   *
   * @return whether it was appended
   */
  public boolean appendUnless(Look already, String text) throws IOException {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a line holds no line break");
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] line = (crc(text) + "\t" + text + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel = Patience.with(this::open);
          FileLock lock = lock(channel)) {
        finishRewriting(channel);
        if (already.isThere()) {
          return false;
        }
        channel.position(channel.size());
        if (endsInsideALine(channel)) {
          writeAll(channel, ByteBuffer.wrap(new byte[] {'\n'}));
        }
        writeAll(channel, ByteBuffer.wrap(line));
        channel.force(true);
        return true;
      }
    }
  }

  /**
   * Puts other lines into the place of all intact ones, whoever else is about to write; damaged
   * ones go. The new lines stand whole in a file beside this one until they do in this one, so a
   * power cut leaves either the old or the new ones.
   */
  public void rewrite(UnaryOperator<List<String>> change) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel = Patience.with(this::open);
          FileLock lock = lock(channel)) {
        finishRewriting(channel);
        List<String> before = read().lines();
        List<String> after = change.apply(before);
        if (!after.equals(before)) {
          StringBuilder text = new StringBuilder();
          after.forEach(line -> text.append(crc(line)).append('\t').append(line).append('\n'));
          rewritten.write(text.toString());
          finishRewriting(channel);
        }
      }
    }
  }

  private void finishRewriting(FileChannel channel) throws IOException {
    Optional<String> text = rewritten.read();
    if (text.isPresent()) {
      channel.truncate(0);
      channel.position(0);
      writeAll(channel, ByteBuffer.wrap(text.get().getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
      Patience.with(() -> Files.deleteIfExists(rewritten.file()));
    }
  }

  private String text() throws IOException {
    Optional<String> whole = rewritten.read();
    if (whole.isPresent()) {
      return whole.get();
    }
    return Files.exists(file)
        ? new String(Patience.with(() -> Files.readAllBytes(file)), StandardCharsets.UTF_8)
        : "";
  }

  /** An absent file is an empty one. */
  @Override
  public Contents read() throws IOException {
    String all = text();
    List<String> lines = new ArrayList<>();
    int damaged = 0;
    int start = 0;
    while (start < all.length()) {
      int end = all.indexOf('\n', start);
      boolean torn = end < 0;
      String line = all.substring(start, torn ? all.length() : end);
      if (!torn && isIntact(line)) {
        lines.add(line.substring(CRC_DIGITS + 1));
      } else if (!torn && !line.isBlank()) {
        damaged++;
      }
      start = torn ? all.length() : end + 1;
    }
    return new Contents(List.copyOf(lines), damaged);
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Waits until no other process writes. */
  static FileLock lock(FileChannel channel) throws IOException {
    return channel.lock(LOCKED_BYTE, 1, false);
  }

  private static boolean isIntact(String line) {
    return line.length() > CRC_DIGITS
        && line.charAt(CRC_DIGITS) == '\t'
        && line.startsWith(crc(line.substring(CRC_DIGITS + 1)));
  }

  private static String crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static boolean endsInsideALine(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return false;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) != '\n';
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
