package app.regrip.windows.abi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what our code believes of the binary interface of Windows against two sources that others
 * wrote: the C headers of mingw-w64 and Microsoft's metadata. A belief that a source denies fails
 * the audit, and so does a structure, a method or an id that no source knows; what else no source
 * knows is named.
 */
public final class AbiAudit {

  private final CompiledHeaders headers;
  private final RustMetadata metadata;
  private final Names names;
  private final Map<Judgement, List<String>> said = new EnumMap<>(Judgement.class);
  private int failures;

  private AbiAudit(CompiledHeaders headers, RustMetadata metadata, Names names) {
    this.headers = headers;
    this.metadata = metadata;
    this.names = names;
  }

  /** {@code AbiAudit FACTS METADATA NAMES FOLDER}; the folder takes the generated C. */
  public static void main(String[] arguments) throws Exception {
    AbiAudit audit =
        new AbiAudit(
            new CompiledHeaders(Path.of(arguments[3])),
            RustMetadata.read(Path.of(arguments[1])),
            Names.read(Path.of(arguments[2])));
    List<Belief> beliefs =
        Files.readAllLines(Path.of(arguments[0])).stream().map(Belief::parse).toList();
    System.exit(audit.hold(beliefs) ? 0 : 1);
  }

  private boolean hold(List<Belief> beliefs) throws IOException, InterruptedException {
    Map<String, String> interfaces = interfaces(beliefs);
    List<Belief> named = beliefs.stream().map(b -> inWindowsWords(b, interfaces)).toList();
    Map<Belief, Judgement> byHeaders = headers.judge(named);
    for (Belief belief : named) {
      report(belief, byHeaders.get(belief), metadata.judge(belief));
    }
    said.getOrDefault(Judgement.UNKNOWN, List.of())
        .forEach(line -> System.out.println("  no counterpart: " + line));
    said.getOrDefault(Judgement.WRONG, List.of())
        .forEach(line -> System.out.println("  WRONG: " + line));
    System.out.println(
        Stream.of(Judgement.values())
            .map(j -> said.getOrDefault(j, List.of()).size() + " " + j.words())
            .collect(Collectors.joining(", ", beliefs.size() + " beliefs about Windows: ", ".")));
    return failures == 0 && !beliefs.isEmpty();
  }

  /** Which interface of Windows a class of ours describes: by its id, or by its name. */
  private Map<String, String> interfaces(List<Belief> beliefs) {
    Map<String, String> interfaces = new HashMap<>();
    for (Belief belief : beliefs) {
      String name = names.ofClass(belief.where());
      if (metadata.isInterface(name)) {
        interfaces.put(belief.where(), name);
      } else if (metadata.isInterface("I" + name)) {
        interfaces.put(belief.where(), "I" + name);
      } else if (belief instanceof Belief.Guid guid && guid.name().equals("IID")) {
        metadata
            .interfaceOf(guid.value())
            .ifPresent(n -> interfaces.putIfAbsent(belief.where(), n));
      }
    }
    return interfaces;
  }

  private Belief inWindowsWords(Belief belief, Map<String, String> interfaces) {
    String where = belief.where();
    String name = names.ofMember(where, belief.name());
    if (belief instanceof Belief.Size size) {
      return new Belief.Size(where, names.ofClass(where), size.bytes());
    }
    if (belief instanceof Belief.Offset offset) {
      return new Belief.Offset(where, names.ofClass(where), name, offset.bytes());
    }
    if (belief instanceof Belief.Number number) {
      Optional<String> method = method(interfaces.get(where), name);
      return method.isPresent()
          ? new Belief.Slot(where, interfaces.get(where), method.get(), (int) number.value())
          : new Belief.Number(where, name, number.value());
    }
    return belief;
  }

  /** The method as the metadata spells it. */
  private Optional<String> method(String type, String name) {
    return type == null
        ? Optional.empty()
        : metadata.methods(type).stream()
            .filter(m -> RustMetadata.plain(m).equals(RustMetadata.plain(name)))
            .findFirst();
  }

  private void report(Belief belief, Judgement byHeaders, Judgement byMetadata) {
    Optional<String> reason = names.reason(belief.where(), belief.name());
    Judgement judgement = reason.isPresent() ? Judgement.UNKNOWN : byHeaders.or(byMetadata);
    boolean mayBeUnknown =
        reason.isPresent() || belief instanceof Belief.Number || metadata.isEmpty();
    if (judgement == Judgement.WRONG || judgement == Judgement.UNKNOWN && !mayBeUnknown) {
      failures++;
    }
    said.computeIfAbsent(judgement, j -> new ArrayList<>())
        .add(belief + reason.map(r -> " (" + r + ")").orElse(""));
  }
}
