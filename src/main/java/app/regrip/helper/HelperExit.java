package app.regrip.helper;

/** What the helper ends with. */
public final class HelperExit {

  /** Carried out, whatever the verdict. */
  public static final int DONE = 0;

  /** The arguments were not a known order. */
  public static final int REFUSED = 2;

  /** It could not even begin: Windows refused something without which there is no repair. */
  public static final int FAILED = 3;

  /** The program can be changed by others than administrators, or its starter is somebody else. */
  public static final int NOT_TRUSTED = 4;

  /** The starter did not come to the pipe. */
  public static final int NOBODY_CAME = 5;

  /** Its folder in ProgramData is somebody else's, who keeps it open. */
  public static final int FOLDER_HELD = 6;

  private HelperExit() {}
}
