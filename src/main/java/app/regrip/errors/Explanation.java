package app.regrip.errors;

import app.regrip.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All there is to say about one error number.
 *
 * @param symbol its name in Microsoft's headers, or empty
 * @param component the part of Windows that reports it
 * @param meaning a sentence in plain words; for an unknown number what its parts tell
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
    Message component,
    Message meaning,
    Family family,
    Message advice,
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
        name.map(ErrorName::componentName)
            .or(() -> Facility.of(code))
            .orElse(Message.of("errors.component.unknown")),
        name.map(n -> Message.of("errors.sentence", n.meaning()))
            .orElseGet(() -> Message.of("errors.not-listed").then(parts(code))),
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
    return read.extend().map(second -> first.withMeaning(second.words())).orElse(first);
  }

  private Explanation withMeaning(Message more) {
    return new Explanation(
        code, symbol, component, meaning.then(more), family, advice, fix, known, aliases, near);
  }

  /** {@code 0x80070006 E_HANDLE: The handle is invalid.} */
  public Message oneLine() {
    String named = symbol.isEmpty() ? code.hex() : code.hex() + " " + symbol;
    return Message.of("errors.one-line", named, meaning);
  }

  /** {@code 0x80070006}. */
  public String hex() {
    return code.hex();
  }

  /** What the number itself says: severity, facility, code and, for Win32, the wrapped number. */
  public Message parts() {
    return parts(code);
  }

  private static Message parts(HResult code) {
    Message origin =
        Message.of(
            code.isFailure() ? "errors.parts.failure" : "errors.parts.success",
            Facility.of(code).orElseGet(Facility::unknown),
            String.format(Locale.ROOT, "0x%X", code.facility()),
            Integer.toString(code.code()),
            String.format(Locale.ROOT, "0x%04X", code.code()));
    return origin.then(wrapped(code));
  }

  private static Message wrapped(HResult code) {
    if (code.isWin32()) {
      return Message.of("errors.parts.win32", Integer.toString(code.code()));
    } else if (code.isNtStatus()) {
      return Message.of("errors.parts.ntstatus");
    }
    return code.wrapsNtStatus()
        ? Message.of(
            "errors.parts.kernel-status", new HResult(code.value() & ~HResult.NT_BIT).hex())
        : Message.NONE;
  }
}
