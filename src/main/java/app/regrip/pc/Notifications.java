package app.regrip.pc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Messages that the system itself shows (toasts). What a click on one asks for comes back as an
 * {@link Action}, to the running Regrip or to a new one; it is never carried out without asking.
 */
public interface Notifications {

  /** Shows it, in place of an earlier one of the same {@code tag}. */
  void show(Notification notification) throws PcException;

  /**
   * Moves the bar of the one shown with this tag, without alerting anew; one that has left the
   * screen for the notification centre moves there. False where it is in neither any more: the user
   * has swept it away, and is not to be asked again.
   */
  boolean move(String tag, Bar bar) throws PcException;

  /** Takes it away; one that is not there is a success. */
  void remove(String tag) throws PcException;

  /**
   * Whether the system itself keeps messages back while the user is not to be disturbed, and shows
   * them later.
   */
  boolean heedsQuietTime();

  /**
   * Which kind of message this is, for {@code doctor} and the log: {@code toast}, {@code balloon}.
   */
  String kind();

  /**
   * @param tag one message per tag; letters, digits and hyphens, at most 16 (Windows 10 before
   *     1607)
   * @param body what a click beside the buttons asks for
   * @param quiet whether it only goes to the notification centre
   */
  record Notification(
      String tag,
      String title,
      String text,
      Action body,
      List<Button> buttons,
      Optional<Bar> bar,
      boolean quiet) {}

  record Button(String label, Action action) {}

  /**
   * A progress bar.
   *
   * @param fraction 0 to 1; empty where nobody knows
   * @param shown the figure in words, e.g. {@code 62.3 %}
   * @param status what is being done, e.g. {@code Repairing the component store}
   */
  record Bar(String title, OptionalDouble fraction, String shown, String status) {}

  /** All that a click can ask for: a closed list, since anybody can send one. */
  enum Action {
    OPEN,
    FIX,
    DETAILS,
    SNOOZE;

    /** As the part of the address after {@code regrip:}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
