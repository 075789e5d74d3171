package app.regrip;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder Regrip was installed into, as the native launcher tells it; there is none when it runs
 * from a checkout.
 */
record Installation(Path folder) {

  static Optional<Installation> here() {
    return Optional.ofNullable(System.getProperty("regrip.install"))
        .map(folder -> new Installation(Path.of(folder)));
  }

  Path program() {
    return folder.resolve("Regrip.exe");
  }

  Path helper() {
    return folder.resolve("RegripHelper.exe");
  }

  /** For the corner of a toast. */
  Path picture() {
    return folder.resolve("regrip.png");
  }
}
