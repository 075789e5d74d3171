package app.regrip.pc;

/**
 * The folders a reset of the update components sets aside. This list is closed: no other folder is
 * ever renamed.
 */
public enum UpdateFolder {
  /**
   * {@code %windir%\SoftwareDistribution\DataStore}: the update database, with history and hidden
   * updates.
   */
  DATA_STORE("SoftwareDistribution", "DataStore"),
  /** {@code %windir%\SoftwareDistribution\Download}: downloaded updates. */
  DOWNLOAD("SoftwareDistribution", "Download"),
  /**
   * {@code %windir%\System32\catroot2}: the signature catalogue cache. Never its neighbour {@code
   * CatRoot}, which Windows can't rebuild.
   */
  CATROOT2("System32", "catroot2");

  private final String parent;
  private final String folderName;

  UpdateFolder(String parent, String folderName) {
    this.parent = parent;
    this.folderName = folderName;
  }

  /** The folder it lies in, below the Windows folder. */
  public String parent() {
    return parent;
  }

  public String folderName() {
    return folderName;
  }
}
