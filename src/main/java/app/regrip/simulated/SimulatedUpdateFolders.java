package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The update folders of the pretend PC: real folders, really renamed. */
final class SimulatedUpdateFolders implements UpdateFolders {

  private static final int ERROR_FILE_NOT_FOUND = 2;
  private static final int ERROR_SHARING_VIOLATION = 32;
  private static final int ERROR_INVALID_PARAMETER = 87;
  private static final int ERROR_ALREADY_EXISTS = 183;
  private static final int ERROR_REPARSE_POINT_ENCOUNTERED = 4395;

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private static final List<String> DOWNLOADERS = List.of("wuauserv", "BITS", "DoSvc");
  private static final Map<UpdateFolder, List<String>> USERS =
      Map.of(
          UpdateFolder.DATA_STORE, DOWNLOADERS,
          UpdateFolder.DOWNLOAD, DOWNLOADERS,
          UpdateFolder.CATROOT2, List.of("CryptSvc"));

  private final PcFolder folder;
  private final SimulatedServices services;
  private final FactsFile facts;
  private final Speed speed;
  private final Clock clock;

  SimulatedUpdateFolders(
      PcFolder folder, SimulatedServices services, FactsFile facts, Speed speed, Clock clock) {
    this.speed = speed;
    this.clock = clock;
    this.folder = folder;
    this.services = services;
    this.facts = facts;
  }

  static Path live(PcFolder folder, UpdateFolder which) {
    return parent(folder, which).resolve(which.folderName());
  }

  @Override
  public boolean exists(Name name) throws PcException {
    return folder.exclusively(
        Message.of("pc.folder.find", name.fileName()), () -> isThere(path(name)));
  }

  @Override
  public Size size(Name name) throws PcException {
    return folder.exclusively(
        Message.of("pc.folder.measure", name.fileName()), () -> new Size(sizeOf(path(name)), true));
  }

  @Override
  public void rename(Name from, Name to) throws PcException {
    Message tried = Message.of("pc.folder.rename", from.fileName(), to.fileName());
    if (from.folder() != to.folder()) {
      throw failure(tried, ERROR_INVALID_PARAMETER);
    }
    folder.change(
        tried,
        () -> {
          requireRealFolder(from, tried);
          if (isThere(path(to))) {
            throw failure(tried, ERROR_ALREADY_EXISTS);
          }
          if (from.tag().isEmpty() && isInUse(from.folder())) {
            throw failure(tried, ERROR_SHARING_VIOLATION);
          }
          Files.move(path(from), path(to));
        });
  }

  @Override
  public List<String> holders(Name name) throws PcException {
    return folder.exclusively(
        Message.of("pc.folder.holders", name.fileName()),
        () -> name.tag().isPresent() ? List.of() : holders(name.folder()));
  }

  private List<String> holders(UpdateFolder which) throws IOException {
    List<String> holders = new ArrayList<>(facts.read().holders(which));
    FactSheet.BriefHold hold = facts.read().heldBriefly().get(which);
    if (hold != null && isHeldBriefly(which)) {
      holders.add(hold.by());
    }
    return List.copyOf(holders);
  }

  @Override
  public void purge(Name setAside) throws PcException {
    Message tried = Message.of("pc.folder.delete", setAside.fileName());
    if (setAside.tag().isEmpty()) {
      throw failure(tried, ERROR_INVALID_PARAMETER);
    }
    folder.change(
        tried,
        () -> {
          requireRealFolder(setAside, tried);
          PcFolder.deleteTree(path(setAside));
        });
  }

  @Override
  public List<Name> setAside() throws PcException {
    return folder.exclusively(
        Message.of("pc.folder.list-set-aside"),
        () -> {
          List<Name> found = new ArrayList<>();
          for (UpdateFolder which : UpdateFolder.values()) {
            addSetAside(which, found);
          }
          return List.copyOf(found);
        });
  }

  private void addSetAside(UpdateFolder which, List<Name> found) throws IOException {
    Path parent = parent(folder, which);
    if (!Files.isDirectory(parent)) {
      return;
    }
    String prefix = which.folderName() + ".regrip-";
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path copy : copies) {
        String tag = copy.getFileName().toString().substring(prefix.length());
        nameOf(which, tag).ifPresent(found::add);
      }
    }
  }

  private static Optional<Name> nameOf(UpdateFolder which, String tag) {
    try {
      return Optional.of(Name.aside(which, tag));
    } catch (IllegalArgumentException notOneOfOurs) {
      return Optional.empty();
    }
  }

  private boolean isInUse(UpdateFolder which) throws IOException {
    for (String user : USERS.get(which)) {
      if (services.look(user).filter(ServiceEntry::hasProcess).isPresent()) {
        return true;
      }
    }
    return !facts.read().holders(which).isEmpty() || isHeldBriefly(which);
  }

  private boolean isHeldBriefly(UpdateFolder which) throws IOException {
    FactSheet.BriefHold hold = facts.read().heldBriefly().get(which);
    return hold != null
        && new Countdown(folder, "held-" + which, speed, clock)
            .isRunning(Duration.ofSeconds(hold.seconds()), BETWEEN_TRIES);
  }

  private void requireRealFolder(Name name, Message tried) throws IOException, PcException {
    Path path = path(name);
    if (!isThere(path)) {
      throw failure(tried, ERROR_FILE_NOT_FOUND);
    }
    if (isReparsePoint(path.getParent()) || isReparsePoint(path)) {
      throw failure(tried, ERROR_REPARSE_POINT_ENCOUNTERED);
    }
  }

  /** A symbolic link; Java shows a Windows junction as "other". */
  private static boolean isReparsePoint(Path path) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isSymbolicLink() || attributes.isOther();
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static long sizeOf(Path top) throws IOException {
    AtomicLong bytes = new AtomicLong();
    if (isThere(top)) {
      Files.walkFileTree(
          top,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              bytes.addAndGet(attributes.isRegularFile() ? attributes.size() : 0);
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return bytes.get();
  }

  private Path path(Name name) {
    return parent(folder, name.folder()).resolve(name.fileName());
  }

  private static Path parent(PcFolder folder, UpdateFolder which) {
    return folder.windows().resolve(which.parent());
  }

  private static PcException failure(Message tried, int win32) {
    return new PcException(Message.of("pc.failed", tried), HResult.ofWin32(win32));
  }
}
