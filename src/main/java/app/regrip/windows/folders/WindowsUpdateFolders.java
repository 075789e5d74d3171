package app.regrip.windows.folders;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders;
import app.regrip.text.Message;
import app.regrip.windows.win32.SystemPaths;
import app.regrip.windows.win32.Win32;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The update folders below the Windows folder. Renaming and deleting go by handle: what is opened
 * is the entry itself, its real place is compared with the one it must have, and only then is that
 * same handle told to rename or delete. So a link put in its place, before or meanwhile, never
 * leads anything elsewhere.
 */
public final class WindowsUpdateFolders implements UpdateFolders {

  private static final int ERROR_ALREADY_EXISTS = 183;

  /**
   * Enough for the database and its logs, which come to a few dozen; Download may hold thousands.
   */
  private static final int MOST_FILES = 500;

  private final Path windows;

  /** Those of this PC. */
  public WindowsUpdateFolders() throws PcException {
    this(SystemPaths.windows());
  }

  /**
   * @param windows the folder that stands for {@code C:\Windows}
   */
  public WindowsUpdateFolders(Path windows) {
    this.windows = windows;
  }

  @Override
  public boolean exists(Name name) throws PcException {
    Path path = path(name);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    throw Win32.failure(Message.of("pc.folder.find", name.fileName()), Win32.ACCESS_DENIED);
  }

  @Override
  public Size size(Name name) throws PcException {
    try {
      return FolderSize.of(path(name));
    } catch (NoSuchFileException e) {
      return new Size(0, true);
    } catch (IOException e) {
      throw Win32.failure(Message.of("pc.folder.measure", name.fileName()), e);
    }
  }

  @Override
  public void rename(Name from, Name to) throws PcException {
    Message tried = Message.of("pc.folder.rename", from.fileName(), to.fileName());
    if (from.folder() != to.folder()) {
      throw Win32.failure(tried, Win32.INVALID_PARAMETER);
    }
    try (OpenEntry parent = openParent(from.folder(), tried);
        OpenEntry entry = openIn(parent, from, OpenEntry.RENAME, tried)) {
      if (exists(to)) {
        throw Win32.failure(tried, ERROR_ALREADY_EXISTS);
      }
      entry.renameTo(parent.finalPath() + "\\" + to.fileName());
    }
  }

  @Override
  public List<String> holders(Name name) throws PcException {
    Message tried = Message.of("pc.folder.holders", name.fileName());
    try (Stream<Path> files = Files.walk(path(name))) {
      return RestartManager.holders(
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .limit(MOST_FILES)
              .map(Path::toString)
              .toList());
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw Win32.failure(tried, e.getCause());
    } catch (IOException e) {
      throw Win32.failure(tried, e);
    }
  }

  @Override
  public void purge(Name setAside) throws PcException {
    Message tried = Message.of("pc.folder.delete", setAside.fileName());
    if (setAside.tag().isEmpty()) {
      throw Win32.failure(tried, Win32.INVALID_PARAMETER);
    }
    try (OpenEntry parent = openParent(setAside.folder(), tried);
        OpenEntry entry = openIn(parent, setAside, OpenEntry.DELETE, tried)) {
      new Purge(tried).delete(entry);
    }
  }

  @Override
  public List<Name> setAside() throws PcException {
    List<Name> found = new ArrayList<>();
    for (UpdateFolder folder : UpdateFolder.values()) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent(folder))) {
        for (Path entry : entries) {
          setAside(folder, entry).ifPresent(found::add);
        }
      } catch (NoSuchFileException noSuchFolder) {
        continue;
      } catch (DirectoryIteratorException e) {
        throw Win32.failure(Message.of("pc.folder.list-set-aside"), e.getCause());
      } catch (IOException e) {
        throw Win32.failure(Message.of("pc.folder.list-set-aside"), e);
      }
    }
    return List.copyOf(found);
  }

  private static Optional<Name> setAside(UpdateFolder folder, Path entry) {
    String name = entry.getFileName().toString();
    String prefix = folder.folderName() + ".regrip-";
    if (!name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))
        || !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Name.aside(folder, name.substring(prefix.length())));
    } catch (IllegalArgumentException notOneOfOurs) {
      return Optional.empty();
    }
  }

  private OpenEntry openParent(UpdateFolder folder, Message tried) throws PcException {
    String expected;
    try (OpenEntry root = OpenEntry.open(windows, OpenEntry.LOOK, tried)) {
      expected = root.finalPath() + "\\" + folder.parent();
    }
    return checked(OpenEntry.open(parent(folder), OpenEntry.LOOK, tried), expected);
  }

  private OpenEntry openIn(OpenEntry parent, Name name, int rights, Message tried)
      throws PcException {
    String expected = parent.finalPath() + "\\" + name.fileName();
    return checked(OpenEntry.open(path(name), rights, tried), expected);
  }

  private static OpenEntry checked(OpenEntry entry, String expected) throws PcException {
    try {
      return entry.refuseLink().requireAt(expected);
    } catch (PcException e) {
      entry.close();
      throw e;
    }
  }

  private Path parent(UpdateFolder folder) {
    return windows.resolve(folder.parent());
  }

  private Path path(Name name) {
    return parent(name.folder()).resolve(name.fileName());
  }
}
