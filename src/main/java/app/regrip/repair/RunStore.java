package app.regrip.repair;

import app.regrip.storage.Lines;
import java.io.IOException;
import java.util.List;

/** Where the journals of all runs are. */
public interface RunStore {

  /** The journal of a run, which need not exist yet. */
  Lines journal(String runId);

  /** The runs there are, oldest first. */
  List<String> runIds() throws IOException;
}
