package app.regrip.windows.abi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Microsoft's own metadata of the Windows interfaces, as it can be read in the source that is
 * generated from it for Rust: ids of interfaces, their methods in the order of the table, and
 * constants. It is the second source, and for WinRT, of which mingw-w64 has no headers, the only.
 */
final class RustMetadata {

  private static final Pattern INTERFACE =
      Pattern.compile("define_interface!\\(\\s*(\\w+),\\s*\\w+,\\s*0x([0-9a-f_]+)\\s*\\)");
  private static final Pattern TABLE =
      Pattern.compile("(?ms)^pub struct (\\w+)_Vtbl\\b[^{]*\\{$(.*?)^\\}$");
  private static final Pattern METHOD = Pattern.compile("(?m)^    (?:pub )?(\\w+): *([\\w:]*)");
  private static final Pattern GUID =
      Pattern.compile("pub const (\\w+): [\\w:]+ = [^;]*?from_u128\\(0x([0-9a-f_]+)\\)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "pub const (\\w+): [\\w:]+ = (?:[\\w:]+\\()?(-?\\w+?)(?:_?[ui](?:8|16|32|64|size))?(?: as _)?\\)?;");
  private static final Pattern ENUM_VALUE = Pattern.compile("(?ms)^impl (\\w+) \\{$(.*?)^\\}$");
  private static final Pattern VALUE =
      Pattern.compile("(?m)^    pub const (\\w+): Self = Self\\((-?\\d+)(?:[ui]32)?\\);$");

  private final Map<String, String> interfaces = new HashMap<>();
  private final Map<String, String> guids = new HashMap<>();
  private final Map<String, List<String>> tables = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();

  private RustMetadata() {
    tables.put("IUnknown", List.of("QueryInterface", "AddRef", "Release"));
    tables.put("IInspectable", List.of("GetIids", "GetRuntimeClassName", "GetTrustLevel"));
    bases.put("IInspectable", "IUnknown");
  }

  /** Knows nothing where the folder is not there. */
  static RustMetadata read(Path folder) throws IOException {
    RustMetadata metadata = new RustMetadata();
    if (Files.notExists(folder)) {
      return metadata;
    }
    for (String part :
        List.of("collections", "windows/UI/Notifications", "windows/Data/Xml", "windows/Win32")) {
      if (Files.notExists(folder.resolve(part))) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder.resolve(part))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".rs")).toList()) {
          metadata.take(Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    return metadata;
  }

  /** Whether there is nothing to compare with: it could not be fetched. */
  boolean isEmpty() {
    return guids.isEmpty();
  }

  private void take(String source) {
    INTERFACE
        .matcher(source)
        .results()
        .forEach(m -> interfaces.put(m.group(1), braces(m.group(2))));
    GUID.matcher(source).results().forEach(m -> guids.put(m.group(1), braces(m.group(2))));
    TABLE.matcher(source).results().forEach(m -> takeTable(m.group(1), m.group(2)));
    NUMBER.matcher(source).results().forEach(m -> takeNumber(m.group(1), m.group(2)));
    ENUM_VALUE
        .matcher(source)
        .results()
        .forEach(
            type ->
                VALUE
                    .matcher(type.group(2))
                    .results()
                    .forEach(m -> takeNumber(type.group(1) + "." + m.group(1), m.group(2))));
  }

  private void takeTable(String name, String body) {
    List<String> methods = new ArrayList<>();
    for (Matcher m : METHOD.matcher(body).results().map(r -> METHOD.matcher(r.group())).toList()) {
      m.find();
      if (m.group(1).equals("base__")) {
        String base = m.group(2).replaceAll(".*:", "").replace("_Vtbl", "");
        bases.put(name, base);
      } else if (methods.isEmpty() || !methods.get(methods.size() - 1).equals(m.group(1))) {
        // Where a method needs another part of the crate it is written twice, with and without it.
        methods.add(m.group(1));
      }
    }
    tables.put(name, methods);
  }

  private void takeNumber(String name, String digits) {
    try {
      numbers.put(name, Long.decode(digits.replace("_", "")));
    } catch (NumberFormatException e) {
      // Not a number but an expression; who asks for this one is told that it is not known.
    }
  }

  /** The interfaces and classes that have this id, and the keys that start with it. */
  private List<String> namesOf(String guid) {
    return Stream.of(interfaces, guids)
        .flatMap(names -> names.entrySet().stream())
        .filter(e -> e.getValue().equals(guid))
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean isThere() {
    return !interfaces.isEmpty();
  }

  Optional<String> interfaceOf(String guid) {
    return namesOf(guid).stream().filter(interfaces::containsKey).findFirst();
  }

  boolean isInterface(String name) {
    return tables.containsKey(name);
  }

  /** The names of all methods in the table, the inherited ones first. */
  List<String> methods(String type) {
    List<String> methods = new ArrayList<>();
    String base = bases.get(type);
    if (base != null) {
      methods.addAll(methods(base));
    }
    methods.addAll(tables.getOrDefault(type, List.of()));
    return methods;
  }

  Judgement judge(Belief belief) {
    if (belief instanceof Belief.Number number) {
      Long known = numbers.get(number.name());
      if (known == null) {
        return Judgement.UNKNOWN;
      }
      return (known & 0xFFFFFFFFL) == number.value() || known == number.value()
          ? Judgement.TRUE
          : Judgement.WRONG;
    }
    if (belief instanceof Belief.Slot slot) {
      List<String> methods = methods(slot.type());
      if (methods.stream().noneMatch(m -> plain(m).equals(plain(slot.name())))) {
        return Judgement.UNKNOWN;
      }
      return slot.index() < methods.size()
              && plain(methods.get(slot.index())).equals(plain(slot.name()))
          ? Judgement.TRUE
          : Judgement.WRONG;
    }
    if (belief instanceof Belief.Guid guid) {
      List<String> names = namesOf(guid.value());
      return names.isEmpty()
          ? Judgement.UNKNOWN
          : names.stream().anyMatch(name -> isShortFor(guid, name))
              ? Judgement.TRUE
              : Judgement.WRONG;
    }
    return Judgement.UNKNOWN;
  }

  /** Whether the letters of one of the names stand, in their order, in the other. */
  private static boolean isShortFor(Belief.Guid ours, String theirs) {
    String own = ours.where().substring(ours.where().lastIndexOf('$') + 1);
    return Stream.of(own, ours.name().replaceFirst("^(IID|CLSID)_?", ""))
        .map(RustMetadata::letters)
        .filter(name -> !name.isEmpty())
        .anyMatch(name -> stand(name, letters(theirs)) || stand(letters(theirs), name));
  }

  private static boolean stand(String some, String all) {
    return all.matches(".*" + String.join(".*", some.split("")) + ".*");
  }

  private static String letters(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Names of methods differ in how they are spelled, and in that Rust drops the "get". */
  static String plain(String method) {
    String plain = method.replace("_", "").toLowerCase(Locale.ROOT);
    return plain.startsWith("put")
        ? "set" + plain.substring(3)
        : plain.startsWith("get") ? plain.substring(3) : plain;
  }

  private static String braces(String digits) {
    String d = digits.replace("_", "");
    d = "0".repeat(32 - d.length()) + d;
    return "{"
        + d.substring(0, 8)
        + "-"
        + d.substring(8, 12)
        + "-"
        + d.substring(12, 16)
        + "-"
        + d.substring(16, 20)
        + "-"
        + d.substring(20)
        + "}";
  }
}
