package app.regrip.windows.elevation;

import app.regrip.helper.FolderPolicy;
import app.regrip.helper.FolderPolicy.Part;
import app.regrip.helper.FolderPolicy.Place;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether the journals of this PC are the helper's. Before the first repair anybody may have made
 * such a folder and have put into it what he likes.
 */
public final class RunsFolder {

  private RunsFolder() {}

  /** Why what is in it is not to be believed; empty where it is, and where there is nothing. */
  public static Optional<Message> doubt(Path runs) {
    return doubt(runs, FolderPolicy.ofWindows());
  }

  static Optional<Message> doubt(Path runs, FolderPolicy policy) {
    if (!Files.exists(runs, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      List<Place> places =
          List.of(
              InstallFolder.place(runs.getParent(), Part.OF_THE_PROGRAM),
              InstallFolder.place(runs, Part.OF_THE_PROGRAM));
      return policy
          .refusal(places)
          .map(why -> Message.of("windows.elevation.not-ours", runs.toString()));
    } catch (PcException e) {
      return Optional.of(
          Message.of("windows.elevation.not-judged", runs.toString(), e.what(), e.code().hex()));
    }
  }
}
