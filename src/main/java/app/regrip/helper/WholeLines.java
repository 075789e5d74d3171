package app.regrip.helper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes to somebody who may be slow, stuck or gone, and never lets that reach the repair: a line
 * arrives whole or not at all, and where nobody is there any more, writing does nothing.
 */
public final class WholeLines extends OutputStream {

  /** Sends as much as goes out in the time there is. */
  public interface Sender {
    /**
     * Returns how many bytes went out.
     *
     * @throws IOException where nobody is at the other end
     */
    int send(byte[] bytes) throws IOException;
  }

  private final Sender sender;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private byte[] owed = {};
  private boolean gone;

  public WholeLines(Sender sender) {
    this.sender = sender;
  }

  @Override
  public synchronized void write(int b) {
    if (gone) {
      return;
    }
    if (b != '\n') {
      if (line.size() <= EventLine.LONGEST) {
        line.write(b);
      }
      return;
    }
    boolean fits = line.size() <= EventLine.LONGEST;
    line.write(b);
    byte[] whole = line.toByteArray();
    line.reset();
    if (fits) {
      deliver(whole);
    }
  }

  /** The rest of a line that went out in part comes first; a line that finds it waiting is lost. */
  private void deliver(byte[] whole) {
    try {
      if (owed.length > 0) {
        owed = rest(owed, sender.send(owed));
      }
      if (owed.length == 0) {
        int sent = sender.send(whole);
        owed = sent == 0 ? owed : rest(whole, sent);
      }
    } catch (IOException e) {
      gone = true;
    }
  }

  private static byte[] rest(byte[] bytes, int sent) {
    return Arrays.copyOfRange(bytes, sent, bytes.length);
  }
}
