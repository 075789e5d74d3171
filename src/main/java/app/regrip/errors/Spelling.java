package app.regrip.errors;

import app.regrip.text.Message;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an error number the way people and programs write it: {@code 0x80070006}, {@code
 * [80070006]} in update logs, {@code -2147024890} in PowerShell, {@code %%2147942406} in service
 * events, {@code 3017} after "Error:", {@code WU_E_NO_CONNECTION}. {@code 80070006h} in old
 * manuals. Takes any text and never throws.
 */
public final class Spelling {

  private static final int LONGEST = 1000;
  private static final int LARGEST_WIN32 = 0xFFFF;
  private static final long LARGEST_UNSIGNED = 0xFFFFFFFFL;

  private static final Pattern PREFIXED =
      Pattern.compile(
          "(?:0[xX]|&[hH])0*(?:[fF]{8}(?=[0-9a-fA-F]{8}$))?([0-9a-fA-F]{1,8})[uUlL]{0,3}");
  private static final Pattern SUFFIXED = Pattern.compile("0*([0-9a-fA-F]{1,8})[hH]");
  private static final Pattern BARE_HEX =
      Pattern.compile("0*(?=[0-9]*[a-fA-F])[0-9a-fA-F]{8}|(?=[0-9a-fA-F]*[0-9])[0-9a-fA-F]{3,4}");
  private static final Pattern DIGITS = Pattern.compile("0*([0-9]{1,10})");
  private static final Pattern NEGATIVE = Pattern.compile("-0*([0-9]{1,10})");
  private static final Pattern MESSAGE_INSERT = Pattern.compile("%{1,2}0*([0-9]{1,10})");

  /**
   * Inside a sentence what can hardly be anything else. An underscore may stand before it, as in
   * {@code WindowsUpdate_80070006}; parts of a GUID are none.
   */
  private static final Pattern INSIDE =
      Pattern.compile(
          "(?<![0-9A-Za-z%-])(?:0[xX][0-9a-fA-F]{8}|%%[0-9]{1,10}|-[12][0-9]{9}|[2-4][0-9]{9}"
              + "|[8cCdD][0-9a-fA-F]{7}[hH]?)(?![0-9A-Za-z_]|-[0-9a-fA-F]{4})");

  /** A short number after a word that announces one: {@code Win32Exception (6)}. */
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?iu)(?<![a-z])(?:win32exception|error|errorcode|fehler|fehlercode|erreur|errore|erro|ошибка|błąd|hata|エラー|错误|錯誤|오류|code|status|hresult|failed"
              + "|returned|exit|hr|rc)(?:\\s(?:code|number|status|with))?\\s?[:=#]?\\s?[(\\['\"]?"
              + "(0x[0-9a-f]{1,8}|-?[0-9]{1,10})(?![0-9a-z_.])");

  /** What Windows Setup writes behind its number, e.g. {@code - 0x20017}. */
  private static final Pattern EXTEND =
      Pattern.compile(
          "[0-9a-fA-F]{8}['\")\\s]{0,3}[-\u2013\u2014,/][\\s'\"(]{0,3}0[xX]([0-9a-fA-F]{5})(?![0-9a-zA-Z])");

  private Spelling() {}

  /** What a text turned out to be. */
  public sealed interface Reading {

    /**
     * One number.
     *
     * @param extend the second number of an error of Windows Setup
     */
    record Code(HResult code, Optional<SetupExtend> extend) implements Reading {

      public Code(HResult code) {
        this(code, Optional.empty());
      }
    }

    /** Two or more numbers it could mean. @param words says so, for a person */
    record Ambiguous(List<HResult> candidates, Message words) implements Reading {}

    /** None. @param words says why, for a person @param nearMisses what may have been meant */
    record NotACode(Message words, List<ErrorName> nearMisses) implements Reading {}
  }

  public static Reading read(String text, ErrorCatalog catalog) {
    if (text == null || text.isBlank()) {
      return new Reading.NotACode(Message.of("errors.reading.nothing"), List.of());
    }
    if (text.length() > LONGEST) {
      return new Reading.NotACode(Message.of("errors.reading.too-long"), List.of());
    }
    String word = Pasted.bare(text);
    return readWord(word, catalog).orElseGet(() -> readSentence(word, catalog));
  }

  private static Optional<Reading> readWord(String word, ErrorCatalog catalog) {
    Matcher m;
    if ((m = PREFIXED.matcher(word)).matches()) {
      return readHex(m.group(1), word, catalog);
    }
    if ((m = SUFFIXED.matcher(word)).matches()) {
      return code(ofHex(m.group(1)));
    }
    if ((m = MESSAGE_INSERT.matcher(word)).matches()) {
      return unsigned(m.group(1)).map(Reading.Code::new);
    }
    if ((m = NEGATIVE.matcher(word)).matches()) {
      long number = -Long.parseLong(m.group(1));
      return number < Integer.MIN_VALUE ? Optional.empty() : code((int) number);
    }
    if ((m = DIGITS.matcher(word)).matches()) {
      return readDigits(m.group(1), catalog);
    }
    if (BARE_HEX.matcher(word).matches()) {
      return code(ofHex(word.substring(Math.max(0, word.length() - 8))));
    }
    return catalog.findSymbol(word).map(name -> new Reading.Code(name.code()));
  }

  /** A short number after 0x is a Win32 error; one of five to seven digits has lost some. */
  private static Optional<Reading> readHex(String digits, String word, ErrorCatalog catalog) {
    int value = ofHex(digits);
    boolean complete = word.length() >= "0x80070006".length() || digits.length() <= 4;
    return complete || catalog.find(new HResult(value)).isPresent()
        ? code(value)
        : Optional.empty();
  }

  private static Optional<Reading> readDigits(String digits, ErrorCatalog catalog) {
    Optional<HResult> decimal = unsigned(digits);
    Optional<HResult> hex =
        digits.length() <= 8 ? Optional.of(new HResult(ofHex(digits))) : Optional.empty();
    if (decimal.isEmpty() || hex.isEmpty() || decimal.equals(hex)) {
      return decimal.map(Reading.Code::new);
    }
    boolean win32 = Long.parseLong(digits) <= LARGEST_WIN32;
    boolean hexMakesSense =
        catalog.find(hex.get()).isPresent() || (digits.length() == 8 && hex.get().isFailure());
    boolean decimalMakesSense = win32 || catalog.find(decimal.get()).isPresent();
    if (hexMakesSense != decimalMakesSense) {
      return Optional.of(new Reading.Code(hexMakesSense ? hex.get() : decimal.get()));
    }
    return Optional.of(
        new Reading.Ambiguous(
            List.of(decimal.get(), hex.get()),
            Message.of(
                "errors.reading.decimal-or-hex",
                digits,
                catalog.headline(decimal.get()),
                catalog.headline(hex.get()))));
  }

  private static Reading readSentence(String words, ErrorCatalog catalog) {
    Set<HResult> found = numbers(words, catalog);
    for (String word : words.split("[^A-Za-z0-9_]+")) {
      if (word.indexOf('_') > 0 || word.startsWith("WSA")) {
        catalog.findSymbol(word).ifPresent(name -> found.add(name.code()));
      }
    }
    if (found.isEmpty()) {
      Matcher announced = ANNOUNCED.matcher(words);
      while (announced.find()) {
        add(announced.group(1), catalog, found);
      }
    }
    if (found.size() == 1) {
      return new Reading.Code(found.iterator().next(), extend(words));
    }
    if (found.size() > 1) {
      return new Reading.Ambiguous(
          List.copyOf(found), Message.of("errors.reading.several", found.size()));
    }
    List<ErrorName> near = catalog.nearest(words);
    Message hint =
        near.isEmpty()
            ? Message.of("errors.reading.looks-like")
            : Message.of("errors.reading.did-you-mean", catalog.headline(near.get(0).code()));
    return new Reading.NotACode(Message.of("errors.reading.not-a-code").then(hint), near);
  }

  private static Set<HResult> numbers(String words, ErrorCatalog catalog) {
    Set<HResult> found = new TreeSet<>();
    Matcher m = INSIDE.matcher(words);
    while (m.find()) {
      add(m.group(), catalog, found);
    }
    return found;
  }

  private static void add(String number, ErrorCatalog catalog, Set<HResult> found) {
    readWord(number, catalog)
        .filter(Reading.Code.class::isInstance)
        .ifPresent(reading -> found.add(((Reading.Code) reading).code()));
  }

  private static Optional<SetupExtend> extend(String words) {
    Matcher m = EXTEND.matcher(words);
    return m.find() ? SetupExtend.of(Integer.parseInt(m.group(1), 16)) : Optional.empty();
  }

  private static Optional<Reading> code(int value) {
    return Optional.of(new Reading.Code(new HResult(value)));
  }

  private static Optional<HResult> unsigned(String digits) {
    long number = Long.parseLong(digits);
    if (number > LARGEST_UNSIGNED) {
      return Optional.empty();
    }
    return Optional.of(
        number <= LARGEST_WIN32 ? HResult.ofWin32((int) number) : new HResult((int) number));
  }

  private static int ofHex(String digits) {
    int value = HexFormat.fromHexDigits(digits.toLowerCase(Locale.ROOT));
    return value > 0 && value <= LARGEST_WIN32 ? HResult.ofWin32(value).value() : value;
  }
}
