package app.regrip.repair;

import app.regrip.pc.RepairSource;
import app.regrip.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a fix would do, told before anything is done.
 *
 * @param title of the fix
 * @param findings what a look at the PC found, most telling first
 * @param steps what will be done, in order
 * @param shortest and longest: how long it usually takes
 * @param couldLose what the user could lose or notice; empty where nothing
 * @param sources the drives that hold files to repair from, where the fix can use one
 * @param refusal why it must not be started now, and what to do instead; empty where it may
 */
public record Preview(
    FixRequest request,
    Message title,
    List<Finding> findings,
    List<Message> steps,
    Duration shortest,
    Duration longest,
    List<Message> couldLose,
    List<RepairSource> sources,
    Optional<Message> refusal) {

  /** As on the list of fixes. */
  public Message howLong() {
    return FixText.of(request.fix()).howLong();
  }
}
