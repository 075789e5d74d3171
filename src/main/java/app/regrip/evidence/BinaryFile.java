package app.regrip.evidence;

import app.regrip.text.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that are no text, known by their first bytes, with what to send instead. */
final class BinaryFile {

  private BinaryFile() {}

  /** What the file is and what to do; empty where it may be text. */
  static Optional<Message> says(byte[] head) {
    if (begins(head, "PK\3\4")) {
      return Optional.of(Message.of("evidence.foreign.archive-in-archive"));
    }
    if (begins(head, "MSCF")
        || begins(head, "7z\u00BC\u00AF")
        || begins(head, "Rar!")
        || begins(head, "\u001F\u008B")) {
      return Optional.of(Message.of("evidence.foreign.archive"));
    }
    if (begins(head, "MZ")
        || begins(head, "\u007FELF")
        || begins(head, "%PDF")
        || begins(head, "\u0089PNG")
        || begins(head, "\u00FF\u00D8\u00FF")
        || begins(head, "SQLite format")
        || begins(head, "regf")) {
      return Optional.of(Message.of("evidence.foreign.no-log"));
    }
    return isTrace(head) ? Optional.of(Message.of("evidence.foreign.trace")) : Optional.empty();
  }

  /** TRACE_LOGFILE_HEADER: the number of processors and the frequency vary, the logger does not. */
  private static boolean isTrace(byte[] head) {
    return new String(head, 0, Math.min(head.length, 4096), StandardCharsets.ISO_8859_1)
        .contains("\0.\0e\0t\0l\0\0");
  }

  private static boolean begins(byte[] head, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || head[i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
