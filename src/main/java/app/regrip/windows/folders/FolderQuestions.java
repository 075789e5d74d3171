package app.regrip.windows.folders;

import app.regrip.pc.PcException;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks who has a file open. */
public final class FolderQuestions {

  private FolderQuestions() {}

  /** By the ids of the assumptions. */
  public static Map<String, Question> all() {
    return Map.of("U32", FolderQuestions::holder);
  }

  /** A file that this process itself has open. */
  private static Answer holder() throws PcException, IOException {
    Path file = Files.createTempFile("regrip-held", ".tmp");
    try (OutputStream open = Files.newOutputStream(file)) {
      List<String> holders = RestartManager.holders(List.of(file.toString()));
      return Answer.of(!holders.isEmpty(), Message.of("selftest.u32.held-by", holders.toString()));
    } finally {
      Files.delete(file);
    }
  }
}
