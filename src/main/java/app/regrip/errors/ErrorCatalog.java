package app.regrip.errors;

import app.regrip.text.Message;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The error numbers of Windows Update and of what it stands on: Win32, COM, WinHTTP, BITS,
 * servicing, Windows Setup and Delivery Optimization. Numbers and symbols come from Microsoft's
 * public headers, the meanings are in our own words.
 */
public final class ErrorCatalog {

  private static final int NEAR_MISSES = 3;
  private static final int TELLING_PART = 8;

  /** Numbers with a second name, as people quote them. */
  private static final Map<String, Integer> ALIASES =
      Map.of(
          "E_HANDLE", 0x80070006,
          "E_ACCESSDENIED", 0x80070005,
          "E_OUTOFMEMORY", 0x8007000E,
          "E_INVALIDARG", 0x80070057,
          "ERROR_SUCCESS", 0);

  /** Read when a name is first looked up: mostly it is a number. */
  private static final class Symbols {

    static final Map<String, ErrorName> ALL = new HashMap<>();

    static {
      ErrorTables.names().stream()
          .filter(name -> !name.symbol().isEmpty())
          .forEach(name -> ALL.put(name.symbol(), name));
      ALIASES.forEach(
          (alias, number) ->
              ErrorTables.name(new HResult(number)).ifPresent(name -> ALL.put(alias, name)));
    }
  }

  private ErrorCatalog() {}

  /** The catalogue Regrip brings along. */
  public static ErrorCatalog load() {
    return new ErrorCatalog();
  }

  /** What is known of any number; for one that is not listed, what its range tells. */
  public KnownError known(HResult code) {
    return new KnownError(
        code, find(code), Family.of(code), ErrorTables.fix(code), ErrorTables.advice(code));
  }

  public Optional<ErrorName> find(HResult code) {
    return ErrorTables.name(code);
  }

  /** Finds by symbol, in any case; second names such as {@code E_HANDLE} count. */
  public Optional<ErrorName> findSymbol(String symbol) {
    return Optional.ofNullable(Symbols.ALL.get(symbol.toUpperCase(Locale.ROOT)));
  }

  /** Second names of this number, e.g. {@code E_HANDLE}; mostly none. */
  public List<String> aliases(HResult code) {
    return ALIASES.entrySet().stream()
        .filter(alias -> alias.getValue() == code.value())
        .map(Map.Entry::getKey)
        .filter(alias -> find(code).filter(name -> name.symbol().equals(alias)).isEmpty())
        .sorted()
        .toList();
  }

  /** All of them, by number. */
  public List<ErrorName> all() {
    return ErrorTables.names().stream().sorted(Comparator.comparing(ErrorName::code)).toList();
  }

  /** Number and a few words, e.g. {@code 0x80070006 The handle is invalid}, for one short line. */
  public Message headline(HResult code) {
    Message words =
        find(code)
            .map(ErrorName::brief)
            .or(() -> Facility.of(code).map(f -> Message.of("errors.headline.facility", f)))
            .orElse(Message.of("errors.headline.unknown"));
    return Message.of("errors.headline", code.hex(), words);
  }

  /**
   * Known errors whose symbol or number looks like {@code text}, best first, at most three; for
   * "did you mean".
   */
  public List<ErrorName> nearest(String text) {
    String wanted =
        text.strip().toUpperCase(Locale.ROOT).replaceFirst("^[0O]X", "").replaceAll("[\\s-]+", "_");
    if (wanted.length() < 3 || wanted.length() > EditDistance.LONGEST) {
      return List.of();
    }
    int tolerated = Math.max(1, wanted.length() / 5);
    return nearest(name -> distance(wanted, name), tolerated);
  }

  /** Known errors that differ from {@code code} by one slip of a finger, at most three. */
  public List<ErrorName> nearest(HResult code) {
    String hex = code.digits();
    String decimal = Integer.toString(code.value());
    return nearest(
        name ->
            Math.min(
                EditDistance.between(hex, name.code().digits()),
                EditDistance.between(decimal, Integer.toString(name.code().value()))),
        1);
  }

  private List<ErrorName> nearest(ToIntFunction<ErrorName> distance, int tolerated) {
    record Candidate(ErrorName name, int distance) {}
    return ErrorTables.names().stream()
        .map(name -> new Candidate(name, distance.applyAsInt(name)))
        .filter(candidate -> candidate.distance <= tolerated)
        .sorted(
            Comparator.comparingInt(Candidate::distance)
                .thenComparing(candidate -> !candidate.name.code().equals(HResult.INVALID_HANDLE))
                .thenComparing(candidate -> candidate.name.code()))
        .limit(NEAR_MISSES)
        .map(Candidate::name)
        .toList();
  }

  /** A part of a symbol that is long enough to tell it is as near as one wrong letter. */
  private static int distance(String wanted, ErrorName name) {
    int alike =
        Math.min(
            EditDistance.between(wanted, name.symbol()),
            EditDistance.between(wanted, name.code().digits()));
    boolean inside = wanted.length() >= TELLING_PART && name.symbol().contains(wanted);
    return inside ? Math.min(1, alike) : alike;
  }
}
