package app.regrip.windows.toast;

import app.regrip.pc.Notifications.Action;
import java.util.Arrays;
import java.util.Optional;

/**
 * The addresses behind the buttons of a toast, {@code regrip:fix} and the like. Windows starts
 * Regrip with one when it is clicked, and so can any web page or program: an address is read
 * against the closed list of {@link Action}s, letter by letter, and means at most "show me".
 */
public final class ToastAddress {

  /** What the protocol is registered as. */
  public static final String SCHEME = "regrip";

  private ToastAddress() {}

  /** Whether a command line argument claims to be one, whatever it may say. */
  public static boolean isClaimedBy(String argument) {
    return argument.regionMatches(true, 0, SCHEME + ":", 0, SCHEME.length() + 1);
  }

  public static String of(Action action) {
    return SCHEME + ":" + action.word();
  }

  /** Empty for all but the exact addresses that {@link #of} makes. */
  public static Optional<Action> read(String address) {
    return Arrays.stream(Action.values()).filter(action -> of(action).equals(address)).findFirst();
  }
}
