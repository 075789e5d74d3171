package app.regrip.evidence;

/**
 * Reads CBS.log, whole, rotated or filtered: the runs of the System File Checker in its {@code
 * [SR]} lines and those of DEPLOY, the checks of the component store that DISM asks for, and how
 * packages came in and out.
 */
final class CbsLogReader implements LogReader {

  private static final String DRIVERS = "[Pnp]";

  private final EvidenceSink sink;
  private final PackageStory story;
  private SystemFileCheck files;
  private StoreCheck store;
  private boolean anyRun;

  CbsLogReader(EvidenceSink sink) {
    this.sink = sink;
    this.story = new PackageStory(sink);
  }

  @Override
  public void line(long number, String text) {
    int at = ServicingLine.message(text);
    if (at >= text.length()) {
      return;
    }
    switch (text.charAt(at)) {
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f' ->
          components(number, text, at);
      case '[' -> {
        if (text.startsWith(DRIVERS, at) || text.startsWith(SystemFileCheck.MARK, at)) {
          systemFiles(number, ServicingLine.read(text));
        }
      }
      case 'A', 'I', 'L', 'U', 'X' -> {
        // "Appl:", "Identity:", "Loading"…: by far the most, and they tell no end.
        if (store != null) {
          servicing(number, text, at);
        }
      }
      default -> servicing(number, text, at);
    }
  }

  /** Lines of the component stack begin with their number. */
  private void components(long number, String text, int at) {
    if (text.indexOf(SystemFileCheck.MARK, at) >= 0) {
      systemFiles(number, ServicingLine.read(text));
    } else if (text.indexOf("(F)", at) >= 0) {
      story.read(number, ServicingLine.read(text));
    }
  }

  private void servicing(long number, String text, int at) {
    if (store != null || StoreCheck.isOpenedBy(text, at)) {
      componentStore(number, text, at);
    }
    if (PackageStory.mayTell(text, at)) {
      story.read(number, ServicingLine.read(text));
    }
  }

  @Override
  public void end() {
    finishFiles();
    finishStore();
    story.end(anyRun);
  }

  private void systemFiles(long number, ServicingLine line) {
    if (files != null && files.isOver(line)) {
      finishFiles();
    }
    if (files == null) {
      finishStore();
      files = new SystemFileCheck(number, line.time());
    }
    files.read(line);
  }

  private void componentStore(long number, String text, int at) {
    if (store != null && store.isOver(text)) {
      finishStore();
    }
    if (store == null) {
      if (!StoreCheck.isOpenedBy(text, at)) {
        return;
      }
      finishFiles();
      store = new StoreCheck(number, ServicingLine.read(text).time());
    }
    store.read(ServicingLine.read(text));
    if (store.hasEnded()) {
      finishStore();
    }
  }

  private void finishFiles() {
    if (files != null) {
      SystemFileCheck done = files;
      files = null;
      run(done.judged());
    }
  }

  private void finishStore() {
    if (store != null) {
      StoreCheck done = store;
      store = null;
      run(done.judged());
    }
  }

  private void run(ToolRun run) {
    anyRun = true;
    sink.run(run);
  }
}
