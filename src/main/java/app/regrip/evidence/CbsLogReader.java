package app.regrip.evidence;

/**
 * Reads CBS.log, whole, rotated or filtered: the runs of the System File Checker in its {@code
 * [SR]} lines, and the checks of the component store that DISM asks for.
 */
final class CbsLogReader implements LogReader {

  private final EvidenceSink sink;
  private SystemFileCheck files;
  private StoreCheck store;

  CbsLogReader(EvidenceSink sink) {
    this.sink = sink;
  }

  @Override
  public void line(long number, String text) {
    if (text.contains(SystemFileCheck.MARK)) {
      systemFiles(number, ServicingLine.read(text));
    } else if (store != null || opensStore(text)) {
      componentStore(number, text);
    }
  }

  @Override
  public void end() {
    finishFiles();
    finishStore();
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

  private static boolean opensStore(String text) {
    return text.contains(StoreCheck.SESSION)
        || text.contains(StoreCheck.READINESS)
        || text.contains(StoreCheck.OPERATION);
  }

  private void componentStore(long number, String text) {
    if (store != null && store.isOver(text)) {
      finishStore();
    }
    if (store == null) {
      if (!opensStore(text)) {
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
      sink.run(done.judged());
    }
  }

  private void finishStore() {
    if (store != null) {
      StoreCheck done = store;
      store = null;
      sink.run(done.judged());
    }
  }
}
