package app.regrip.errors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All there is to say about one error number.
 *
 * @param symbol its name in Microsoft's headers, or empty
 * @param component the part of Windows that reports it
 * @param meaning a sentence in plain English; for an unknown number what its parts tell
 * @param family what kind of trouble it is
 * @param advice what to try, one to three sentences
 * @param fix the fix of Regrip it calls for, by its name on the command line
 * @param known whether the number is in the catalogue
 * @param aliases second names, e.g. {@code E_HANDLE}
 * @param near for an unknown number, known ones that differ by one slip of a finger
 */
public record Explanation(
    HResult code,
    String symbol,
    String component,
    String meaning,
    Family family,
    String advice,
    Optional<String> fix,
    boolean known,
    List<String> aliases,
    List<ErrorName> near) {

  public static Explanation of(HResult code, ErrorCatalog catalog) {
    KnownError known = catalog.known(code);
    Optional<ErrorName> name = known.name();
    return new Explanation(
        code,
        name.map(ErrorName::symbol).orElse(""),
        name.map(ErrorName::component).or(() -> Facility.of(code)).orElse("not known"),
        name.map(n -> n.meaning() + ".").orElseGet(() -> "Not in Regrip's list. " + parts(code)),
        known.family(),
        known.advice(),
        known.fix(),
        name.isPresent(),
        catalog.aliases(code),
        name.isPresent() ? List.of() : catalog.nearest(code));
  }

  /** Of a number as it was read, with what the second number of Windows Setup adds to it. */
  public static Explanation of(Spelling.Reading.Code read, ErrorCatalog catalog) {
    Explanation first = of(read.code(), catalog);
    return read.extend().map(second -> first.withMeaning(" " + second.words())).orElse(first);
  }

  private Explanation withMeaning(String more) {
    return new Explanation(
        code, symbol, component, meaning + more, family, advice, fix, known, aliases, near);
  }

  /** {@code 0x80070006 E_HANDLE: The handle is invalid.} */
  public String oneLine() {
    return code.hex() + (symbol.isEmpty() ? "" : " " + symbol) + ": " + meaning;
  }

  /** {@code 0x80070006}. */
  public String hex() {
    return code.hex();
  }

  /** What the number itself says: severity, facility, code and, for Win32, the wrapped number. */
  public String parts() {
    return parts(code);
  }

  private static String parts(HResult code) {
    String facility = Facility.of(code).orElse("a part of Windows without a known name");
    String origin =
        String.format(
            Locale.ROOT,
            "It is %s code from %s (facility 0x%X), number %d (0x%04X).",
            code.isFailure() ? "a failure" : "a success",
            facility,
            code.facility(),
            code.code(),
            code.code());
    if (code.isWin32()) {
      return origin + " It wraps the Win32 error " + code.code() + ".";
    }
    if (code.isNtStatus()) {
      return origin + " It begins with 0xC, as errors of the Windows kernel (NTSTATUS) do.";
    }
    return code.wrapsNtStatus()
        ? origin
            + " It wraps the kernel status "
            + new HResult(code.value() & ~HResult.NT_BIT).hex()
            + "."
        : origin;
  }
}
