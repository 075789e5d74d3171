package app.regrip.update;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the title of an update tells in every language: its KB number, or its Store product id. */
public final class UpdateTitle {

  private static final Pattern KB = Pattern.compile("\\bKB ?([0-9]{6,8})\\b");

  /**
   * Definitions and platform of Microsoft's antivirus, present and past. They come several times a
   * day and install without the servicing that Windows' own updates need.
   */
  private static final Set<String> ANTIVIRUS = Set.of("2267602", "4052623", "915597", "2461484");

  /**
   * Updates of the recovery environment, which need 250 MB free in the recovery partition:
   * Microsoft's KB5034439 to KB5034441 of January 2024 and those that replaced them.
   */
  private static final Set<String> RECOVERY_ENVIRONMENT =
      Set.of(
          "5034439", "5034440", "5034441", "5042320", "5042321", "5042322", "5057588", "5057589");

  private static final Pattern STORE_PRODUCT = Pattern.compile("9[A-Z0-9]{11}-\\S+");

  private UpdateTitle() {}

  /** Whether it is titled the way apps of the Store are, e.g. {@code 9NBLGGH3FL3T-Some.App}. */
  public static boolean isStoreApp(String title) {
    return title.startsWith("9") && STORE_PRODUCT.matcher(title).matches();
  }

  /** Whether it updates the recovery environment of Windows, which has a partition of its own. */
  public static boolean isRecoveryEnvironment(String title) {
    return kb(title)
        .filter(RECOVERY_ENVIRONMENT::contains)
        .map(known -> true)
        .orElseGet(
            () ->
                title.contains("WinRE")
                    || title.toLowerCase(Locale.ROOT).contains("recovery environment"));
  }

  static boolean isAntivirus(UpdateEvent event) {
    return kb(event.title())
        .map(ANTIVIRUS::contains)
        .orElseGet(() -> event.title().toLowerCase(Locale.ROOT).contains("defender"));
  }

  /** Whether two events are about one update, also where it came back under a new GUID. */
  static boolean isSameUpdate(UpdateEvent a, UpdateEvent b) {
    return (!a.updateId().isEmpty() && a.updateId().equals(b.updateId()))
        || (!a.title().isEmpty() && a.title().equals(b.title()))
        || (kb(a.title()).isPresent() && kb(a.title()).equals(kb(b.title())));
  }

  private static Optional<String> kb(String title) {
    Matcher m = KB.matcher(title);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }
}
