package app.regrip.cli;

import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import java.util.List;
import java.util.Optional;

/** What the terminal needs to know about error numbers. */
public interface Explainer {

  /** Reads an error number in any of its spellings and says what it means. Never throws. */
  Answer explain(String text);

  /** What this number means. */
  Explained explain(HResult code);

  /** What came of reading a text. */
  sealed interface Answer {}

  /**
   * One error number, explained.
   *
   * @param symbol its name in Microsoft's headers, or empty
   * @param component the part of Windows that reports it
   * @param meaning a plain sentence
   * @param parts what the number itself tells: facility, wrapped Win32 number
   * @param family what kind of trouble it is
   * @param advice what to do about it, or empty
   * @param fix the fix of Regrip it calls for
   * @param known whether Regrip has it in its list
   * @param aliases second names, as people quote them
   * @param near of an unknown number: known ones it may have been meant for
   */
  record Explained(
      HResult code,
      String symbol,
      String component,
      String meaning,
      String parts,
      Family family,
      String advice,
      Optional<String> fix,
      boolean known,
      List<String> aliases,
      List<HResult> near)
      implements Answer {

    /** {@code 0x80070006 E_HANDLE: The handle is invalid.} */
    String oneLine() {
      return code.hex() + (symbol.isEmpty() ? "" : " " + symbol) + ": " + meaning;
    }
  }

  /**
   * It could mean several numbers.
   *
   * @param words says so, for a person
   */
  record Ambiguous(List<HResult> candidates, String words) implements Answer {}

  /**
   * It is no error number.
   *
   * @param words says why and what one looks like
   * @param near numbers it may have been meant for
   */
  record NotACode(String words, List<HResult> near) implements Answer {}
}
