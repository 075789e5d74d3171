package app.regrip.simulated;

import app.regrip.pc.RepairSource;
import app.regrip.pc.WindowsImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Windows' protected files: one copy of each in the component store, one in System32, and a
 * manifest that knows the SHA-256 of the intact one. A file is damaged where its bytes are others.
 *
 * <p>To be used with the PC's lock held.
 */
final class ComponentStore {

  private static final String MANIFEST = "manifest.json";
  private static final String IMAGE = "image.json";

  /** Where DISM looks on a drive, in this order. */
  private static final List<String> IMAGES =
      List.of("sources/install.wim", "sources/install.esd", "install.wim", "install.esd");

  private final PcFolder folder;
  private final Path store;
  private final Path system32;
  private final Path internet;
  private final Path drives;

  ComponentStore(PcFolder folder) {
    this.folder = folder;
    this.store = folder.windows().resolve("WinSxS");
    this.system32 = folder.windows().resolve("System32");
    this.internet = folder.root().resolve("internet");
    this.drives = folder.root().resolve("drives");
  }

  /**
   * A file as the manifest has it.
   *
   * @param sha256 of its intact content, in hex
   */
  record Entry(SystemFile file, String version, String sha256) {}

  private record Manifest(List<Entry> files, boolean corruptionKnown) {}

  List<Entry> files() throws IOException {
    return manifest().files();
  }

  Optional<Entry> file(String name) throws IOException {
    return files().stream().filter(entry -> entry.file().name().equals(name)).findFirst();
  }

  boolean isIntactInStore(Entry entry) throws IOException {
    return isIntact(storeCopy(entry), entry);
  }

  boolean isIntactInSystem32(Entry entry) throws IOException {
    return isIntact(systemCopy(entry), entry);
  }

  /** Whether a file Windows Update needs is damaged, in the store or in System32. */
  /** Whether it lacks an intact copy of anything. */
  boolean isDamaged() throws IOException {
    for (Entry entry : files()) {
      if (!isIntactInStore(entry)) {
        return true;
      }
    }
    return false;
  }

  boolean isUpdateStackDamaged() throws IOException {
    for (Entry entry : files()) {
      boolean intact = isIntactInStore(entry) && isIntactInSystem32(entry);
      if (entry.file().updateStack() && !intact) {
        return true;
      }
    }
    return false;
  }

  /**
   * Repairs the copy in the store.
   *
   * @return false where the source has no intact copy
   */
  boolean repairStoreCopy(Entry entry, Optional<RepairSource> source) throws IOException {
    List<Path> places = source.isPresent() ? images(source.get()) : List.of(internet);
    for (Path place : places) {
      Path copy = place.resolve(entry.file().name());
      if (isIntact(copy, entry)) {
        folder.write(storeCopy(entry), Files.readAllBytes(copy));
        return true;
      }
    }
    return false;
  }

  /** Repairs the copy in System32 from the one in the store, which must be intact. */
  void repairSystemCopy(Entry entry) throws IOException {
    folder.write(systemCopy(entry), Files.readAllBytes(storeCopy(entry)));
  }

  /** The flag that an operation leaves which met damage, and that CheckHealth reads. */
  boolean isCorruptionKnown() throws IOException {
    return manifest().corruptionKnown();
  }

  void rememberCorruption(boolean known) throws IOException {
    Manifest manifest = manifest();
    if (manifest.corruptionKnown() != known) {
      folder.write(manifestFile(), new Manifest(manifest.files(), known));
    }
  }

  List<RepairSource> repairSources() throws IOException {
    List<RepairSource> sources = new ArrayList<>();
    for (Path drive : list(drives)) {
      Optional<RepairSource> first = RepairSource.parse(drive.getFileName().toString());
      for (int index = 1; first.isPresent() && index <= 99; index++) {
        RepairSource source = new RepairSource(first.get().drive(), index);
        if (images(source).stream().anyMatch(Files::isDirectory)) {
          sources.add(source);
        }
      }
    }
    return List.copyOf(sources);
  }

  /** Lays down every file intact, and damages those named. */
  void make(Collection<SystemFile> files, String version, boolean corruptionKnown, Damage damage)
      throws IOException {
    Files.createDirectories(system32);
    Files.createDirectories(manifestFile().getParent());
    List<Entry> entries = new ArrayList<>();
    for (SystemFile file : files) {
      Entry entry = new Entry(file, version, sha256(file.intactContent(version)));
      entries.add(entry);
      Files.createDirectories(storeCopy(entry).getParent());
      Files.write(storeCopy(entry), content(entry, damage.store()));
      Files.write(systemCopy(entry), content(entry, damage.system()));
    }
    folder.write(manifestFile(), new Manifest(entries, corruptionKnown));
  }

  /** What damage a new PC has, by file name. */
  record Damage(Collection<String> store, Collection<String> system) {}

  /** Puts intact copies where Windows Update would serve them. */
  void serveRepairContent() throws IOException {
    layDown(internet, Entry::version);
  }

  /** Puts installation media into drives; their files are of the version of their image. */
  void attachMedia(Map<String, List<WindowsImage>> imagesByDrive) throws IOException {
    for (Map.Entry<String, List<WindowsImage>> drive : imagesByDrive.entrySet()) {
      Path file = drives.resolve(drive.getKey()).resolve("sources").resolve("install.wim");
      for (WindowsImage image : drive.getValue()) {
        int index = drive.getValue().indexOf(image) + 1;
        Path place = file.resolve(Integer.toString(index));
        layDown(place, entry -> "10.0." + image.build() + "." + image.revision());
        folder.write(place.resolve(IMAGE), image);
      }
    }
  }

  /** What the media in a drive say of themselves. */
  List<WindowsImage> mediaImages(char drive) throws IOException {
    List<WindowsImage> images = new ArrayList<>();
    for (RepairSource source : repairSources()) {
      for (Path place : images(source)) {
        if (source.drive() == drive) {
          folder.read(place.resolve(IMAGE), WindowsImage.class).ifPresent(images::add);
        }
      }
    }
    return List.copyOf(images);
  }

  private void layDown(Path place, Function<Entry, String> version) throws IOException {
    Files.createDirectories(place);
    for (Entry entry : files()) {
      Files.write(
          place.resolve(entry.file().name()), entry.file().intactContent(version.apply(entry)));
    }
  }

  private List<Path> images(RepairSource source) {
    Path drive = drives.resolve(Character.toString(source.drive()));
    List<Path> images = new ArrayList<>();
    for (String image : IMAGES) {
      images.add(drive.resolve(image).resolve(Integer.toString(source.index())));
    }
    return images;
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        all.forEach(found::add);
      }
    }
    found.sort(null);
    return found;
  }

  private static byte[] content(Entry entry, Collection<String> damaged) {
    return damaged.contains(entry.file().name())
        ? entry.file().damagedContent(entry.version())
        : entry.file().intactContent(entry.version());
  }

  private Path storeCopy(Entry entry) {
    return store.resolve(entry.file().storeFolder(entry.version())).resolve(entry.file().name());
  }

  private Path systemCopy(Entry entry) {
    return system32.resolve(entry.file().name());
  }

  private Path manifestFile() {
    return store.resolve("Manifests").resolve(MANIFEST);
  }

  private Manifest manifest() throws IOException {
    return folder
        .read(manifestFile(), Manifest.class)
        .orElseThrow(() -> new NoSuchFileException(manifestFile().toString()));
  }

  private static boolean isIntact(Path file, Entry entry) throws IOException {
    return Files.isRegularFile(file)
        && sha256(Files.readAllBytes(file)).equals(entry.sha256().toLowerCase(Locale.ROOT));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
