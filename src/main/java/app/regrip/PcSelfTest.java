package app.regrip;

import app.regrip.helper.ElevatedAnswers;
import app.regrip.helper.HelperLauncher;
import app.regrip.pc.Pc;
import app.regrip.repair.steps.EnableServices;
import app.regrip.selftest.FileQuestions;
import app.regrip.selftest.Judged;
import app.regrip.selftest.PcQuestions;
import app.regrip.selftest.Question;
import app.regrip.selftest.SelfTest;
import app.regrip.text.Message;
import app.regrip.windows.WindowsQuestions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Puts the questions of the self-test together: what may be asked of which PC, and by whom. */
final class PcSelfTest {

  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Message NO_WINDOWS = Message.of("selftest.no-windows");

  private PcSelfTest() {}

  /** What any system can be asked, whose Windows is pretended. */
  static List<Judged> ofAnySystem(Path folder, Consumer<Judged> each) throws InterruptedException {
    return new SelfTest(new FileQuestions(folder).all(), NO_WINDOWS, PATIENCE).run(each);
  }

  /**
   * @param folder where Regrip's own files are
   * @param elevated whether the user may be asked for permission
   */
  static List<Judged> ofWindows(
      Pc pc,
      Path folder,
      Path runs,
      HelperLauncher launcher,
      boolean elevated,
      Consumer<Judged> each)
      throws InterruptedException {
    Map<String, Question> questions = new HashMap<>(plain(pc, folder, runs));
    if (elevated) {
      Set<String> ids = elevated(pc).keySet();
      new ElevatedAnswers(launcher, ids, WindowsQuestions.isElevated())
          .get()
          .forEach((id, answer) -> questions.put(id, () -> answer));
    }
    return new SelfTest(questions, Message.of("selftest.takes-an-administrator"), PATIENCE)
        .run(each);
  }

  static Map<String, Question> plain(Pc pc, Path folder, Path runs) {
    Map<String, Question> all = new HashMap<>(new FileQuestions(folder).all());
    all.putAll(new PcQuestions(pc, EnableServices.usual()).plain());
    all.putAll(WindowsQuestions.all(folder, runs));
    return all;
  }

  /** What the helper asks. */
  static Map<String, Question> elevated(Pc pc) {
    return new PcQuestions(pc, EnableServices.usual()).elevated();
  }

  /** Every assumption that some question is about. */
  static Set<String> asked(Pc pc, Path folder) {
    Set<String> ids = new HashSet<>(plain(pc, folder, folder).keySet());
    ids.addAll(elevated(pc).keySet());
    ids.addAll(ElevatedAnswers.OF_THE_START);
    return ids;
  }
}
