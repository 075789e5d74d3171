package app.regrip.desktop;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Newer versions of Regrip.
 *
 * @param address of the page that is asked
 * @param newer the number of a newer version; cheap, any thread
 * @param openPage shows that page in the user's browser and returns at once
 */
public record ReleaseNews(String address, Supplier<Optional<String>> newer, Runnable openPage) {}
