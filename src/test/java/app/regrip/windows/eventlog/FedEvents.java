package app.regrip.windows.eventlog;

import app.regrip.windows.FakesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events and refusals that a test gives the stand-in for the event log, and takes away again. */
final class FedEvents implements AutoCloseable {

  static final String OPERATIONAL = "Microsoft-Windows-WindowsUpdateClient/Operational";

  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  FedEvents() throws IOException {
    this.folder = FakesFolder.of("events");
  }

  /** An event of the Windows Update client, written now; greater numbers are newer. */
  void add(String channel, long record, String title) throws IOException {
    add(channel, record, title, "Microsoft-Windows-WindowsUpdateClient", Instant.now());
  }

  void add(String channel, long record, String title, String provider, Instant at)
      throws IOException {
    String xml =
        """
        <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
        <Provider Name='%s'/><EventID>20</EventID><TimeCreated SystemTime='%s'/>\
        <EventRecordID>%d</EventRecordID><Channel>%s</Channel></System>\
        <EventData><Data Name='errorCode'>0x80070006</Data><Data Name='updateTitle'>%s</Data>\
        </EventData></Event>"""
            .formatted(provider, at, record, channel, title);
    put("update-log-%06d.xml".formatted(record), xml);
  }

  /** As in "query System 5". */
  void refuse(String... lines) throws IOException {
    put("errors.txt", String.join("\n", lines) + "\n");
  }

  /** Whole at once: the stand-in may look at any moment. */
  private void put(String name, String text) throws IOException {
    Path fresh = Files.writeString(folder.resolve(name + ".new"), text);
    Path file = folder.resolve(name);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    written.add(file);
  }

  @Override
  public void close() throws IOException {
    for (Path file : written) {
      Files.deleteIfExists(file);
    }
  }
}
