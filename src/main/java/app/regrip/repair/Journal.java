package app.regrip.repair;

import app.regrip.storage.Json;
import app.regrip.storage.Lines;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal of one run: {@link JournalEntry}s, each safe on the disk when {@link #write} returns.
 */
final class Journal {

  private final Lines lines;

  Journal(Lines lines) {
    this.lines = lines;
  }

  void write(JournalEntry entry) throws IOException {
    lines.append(Json.gson().toJson(entry, JournalEntry.class));
  }

  /**
   * What is there; entries of a newer Regrip that this one does not know end the reading with an
   * error rather than being passed over.
   */
  List<JournalEntry> read() throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    for (String line : lines.read().lines()) {
      try {
        entries.add(Json.gson().fromJson(line, JournalEntry.class));
      } catch (JsonParseException e) {
        throw new IOException("the journal of a repair holds a line this version can't read", e);
      }
    }
    return entries;
  }
}
