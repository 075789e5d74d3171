package app.regrip.pc;

import app.regrip.console.SfcSentences;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The servicing programs of Windows. They are started by absolute path with a fixed command line;
 * {@code DISM} always with {@code /English}.
 */
public interface Programs {

  /**
   * Runs one to its end and returns its exit code, all 32 bits of it. What it prints comes as raw
   * bytes while it runs, cut anywhere: DISM in ASCII, SFC in UTF-16LE. Where {@code cancellation}
   * is asked for, a program that may be ended is ended; DISM may not and runs on.
   *
   * @throws PcException Win32 2 where the program is not there, 1223 where it was ended by
   *     cancellation
   */
  int run(Program program, Listener listener, Cancellation cancellation) throws PcException;

  /** Hears one program, one call after the other. */
  @FunctionalInterface
  interface Listener extends Consumer<byte[]> {

    /**
     * It runs and has printed nothing for a while. Told about once a minute, until it prints again.
     *
     * @param howLong since it printed, or began; time in which the PC slept does not count
     */
    default void silent(Duration howLong, Activity activity) {}
  }

  /** What the program, and Windows' servicing with it, did in the last minute. */
  enum Activity {
    AT_WORK,
    IDLE,
    UNKNOWN
  }

  /**
   * The sentences by which this PC's System File Checker says how it went: it speaks the language
   * of Windows.
   */
  default SfcSentences systemFileSentences() {
    return SfcSentences.ENGLISH;
  }

  /**
   * The places on attached drives that hold files to repair from: {@code X:\sources\install.wim}
   * and the like.
   */
  List<RepairSource> repairSources() throws PcException;

  /**
   * The images on the media in this drive, the first with index 1; empty where DISM would find
   * none. Seconds at most: only what the file says of itself is read.
   *
   * @throws PcException Win32 13 where the file does not say what it holds
   */
  List<WindowsImage> images(char drive) throws PcException;
}
