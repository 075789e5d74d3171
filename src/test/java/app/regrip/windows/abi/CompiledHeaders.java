package app.regrip.windows.abi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The C headers of mingw-w64, asked through its compiler: each belief becomes a static assertion on
 * a line of its own, and what the compiler says to that line is the answer.
 *
 * <p>A name may stand for one of several in C, so each is asked for; the first that C knows counts.
 */
final class CompiledHeaders {

  private static final String COMPILER = "x86_64-w64-mingw32-gcc";
  private static final List<String> HEADERS =
      List.of(
          "winsock2.h",
          "windows.h",
          "stddef.h",
          "winsvc.h",
          "winevt.h",
          "wuapi.h",
          "shellapi.h",
          "shlobj.h",
          "sddl.h",
          "aclapi.h",
          "winioctl.h",
          "wtsapi32.h",
          "roapi.h",
          "powrprof.h",
          "srrestoreptapi.h",
          "iwscapi.h",
          "wuerror.h",
          "winternl.h",
          "ntstatus.h",
          "srrestoreptapi.h",
          "propsys.h",
          "shobjidl.h",
          "lm.h",
          "restartmanager.h");

  private final Path folder;

  CompiledHeaders(Path folder) {
    this.folder = folder;
  }

  Map<Belief, Judgement> judge(List<Belief> beliefs) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    HEADERS.stream()
        .filter(CompiledHeaders::isThere)
        .forEach(h -> lines.add("#include <" + h + ">"));
    Map<Belief, List<Integer>> asked = new HashMap<>();
    for (Belief belief : beliefs) {
      List<Integer> numbers = asked.computeIfAbsent(belief, b -> new ArrayList<>());
      for (String assertion : assertions(belief)) {
        lines.add("_Static_assert(" + assertion + ", \"" + belief.where() + "\");");
        numbers.add(lines.size());
      }
    }
    Path source = Files.write(folder.resolve("abi.c"), lines);
    Map<Integer, String> complaints = compile(source);
    Map<Belief, Judgement> judgements = new HashMap<>();
    asked.forEach((belief, numbers) -> judgements.put(belief, first(numbers, complaints)));
    return judgements;
  }

  private static boolean isThere(String header) {
    return Files.exists(Path.of("/usr/x86_64-w64-mingw32/include", header))
        || header.equals("stddef.h");
  }

  private static Judgement first(List<Integer> numbers, Map<Integer, String> complaints) {
    for (int number : numbers) {
      String complaint = complaints.get(number);
      if (complaint == null) {
        return Judgement.TRUE;
      }
      if (complaint.startsWith("static assertion failed")) {
        return Judgement.WRONG;
      }
    }
    return Judgement.UNKNOWN;
  }

  private Map<Integer, String> compile(Path source) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            COMPILER,
            "-fsyntax-only",
            "-w",
            "-DUNICODE",
            "-D_UNICODE",
            "-D_WIN32_WINNT=0x0A00",
            "-DNTDDI_VERSION=0x0A000006",
            source.toString());
    builder.environment().put("LC_ALL", "C");
    Process compiler = builder.redirectErrorStream(true).start();
    String said = new String(compiler.getInputStream().readAllBytes());
    compiler.waitFor();
    Map<Integer, String> complaints = new HashMap<>();
    Pattern error = Pattern.compile("(.*):(\\d+):\\d+: (?:fatal )?error: (.*)");
    for (Matcher m : said.lines().map(error::matcher).filter(Matcher::matches).toList()) {
      if (!m.group(1).equals(source.toString())) {
        throw new IllegalStateException("the headers do not compile: " + m.group());
      }
      complaints.putIfAbsent(Integer.valueOf(m.group(2)), m.group(3));
    }
    return complaints;
  }

  private static List<String> assertions(Belief belief) {
    if (belief instanceof Belief.Size size) {
      return types(size.structure(), type -> "sizeof(" + type + ") == " + size.bytes());
    }
    if (belief instanceof Belief.Offset offset) {
      return types(
          offset.structure(),
          type -> "offsetof(" + type + ", " + offset.name() + ") == " + offset.bytes());
    }
    if (belief instanceof Belief.Number number) {
      boolean small = number.value() == (number.value() & 0xFFFFFFFFL);
      String cast = small ? "(unsigned int)(size_t)" : "(unsigned long long)";
      return List.of(cast + "(" + number.name() + ") == " + number.value() + "ull");
    }
    if (belief instanceof Belief.Slot slot) {
      return Stream.of("", "get_", "put_")
          .map(
              prefix ->
                  "offsetof(struct %sVtbl, %s%s) == %d * sizeof(void *)"
                      .formatted(slot.type(), prefix, slot.name(), slot.index()))
          .toList();
    }
    return List.of();
  }

  /** C has most structures twice, and the one with wide characters ends in W. */
  private static List<String> types(String name, UnaryOperator<String> assertion) {
    return Stream.of(name, name + "W", "struct " + name).map(assertion).toList();
  }
}
