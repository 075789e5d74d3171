package app.regrip.cli;

import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The part of {@code --help} that teaches. */
final class HelpFooter {

  /** As wide as every terminal is, and as picocli makes the rest. */
  static final int WIDTH = 80;

  private static final int WIDEST_EXAMPLE = 32;
  private static final int WIDEST_FIX = 14;

  private final Printer printer;

  HelpFooter(Printer printer) {
    this.printer = printer;
  }

  String text(List<NamedScenario> scenarios) {
    List<String> lines = new ArrayList<>(examples());
    lines.addAll(fixes());
    lines.addAll(heading(Message.of("cli.help.scenarios")));
    int widest = scenarios.stream().mapToInt(s -> s.name().length()).max().orElse(0);
    scenarios.forEach(s -> lines.addAll(row(s.name(), widest, s.description())));
    lines.addAll(exitCodes());
    lines.addAll(heading(Message.of("cli.help.json-lines")));
    lines.addAll(indented("  ", Message.of("cli.help.json-lines.how")));
    return joined(lines);
  }

  /** The same for {@code fix --help}. */
  String ofFix() {
    return joined(fixes());
  }

  private List<String> examples() {
    List<String> lines = heading(Message.of("cli.help.examples"));
    lines.addAll(example("regrip", Message.of("cli.help.example.alone")));
    lines.addAll(example("regrip status", Message.of("cli.help.example.status")));
    lines.addAll(example("regrip explain 0x80070006", Message.of("cli.help.example.explain")));
    lines.addAll(
        example("regrip analyze CBS.log dism.txt", Message.of("cli.help.example.analyze")));
    lines.addAll(example("regrip fix all", Message.of("cli.help.example.fix")));
    lines.addAll(example("regrip fix dism --source=E:3", Message.of("cli.help.example.source")));
    lines.addAll(example("regrip selftest", Message.of("cli.help.example.selftest")));
    lines.addAll(example("regrip report", Message.of("cli.help.example.report")));
    lines.addAll(example("regrip --simulate --fresh story", Message.of("cli.help.example.story")));
    lines.addAll(example("regrip status --simulate=healthy --json", Message.NONE));
    lines.addAll(example("regrip status --prometheus", Message.of("cli.help.example.prometheus")));
    return lines;
  }

  private List<String> fixes() {
    List<String> lines = heading(Message.of("cli.help.fixes"));
    for (Fix fix : Fix.values()) {
      lines.addAll(row(fix.commandName(), WIDEST_FIX, words(fix)));
    }
    return lines;
  }

  private static Message words(Fix fix) {
    FixText text = FixText.of(fix);
    return Message.of("cli.help.fixes.one", text.title(), text.howLong(), text.purpose());
  }

  private List<String> exitCodes() {
    List<String> lines = heading(Message.of("cli.help.exit-codes"));
    lines.addAll(row("0", 1, Message.of("cli.help.exit-codes.fine")));
    lines.addAll(row("1", 1, Message.of("cli.help.exit-codes.failing")));
    lines.addAll(row("2", 1, Message.of("cli.help.exit-codes.usage")));
    lines.addAll(row("3", 1, Message.of("cli.help.exit-codes.unknown")));
    return lines;
  }

  private List<String> heading(Message text) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(indented("", text));
    return lines;
  }

  private List<String> example(String command, Message text) {
    return row(command, WIDEST_EXAMPLE, text);
  }

  private List<String> row(String name, int width, Message text) {
    return indented("  " + name + " ".repeat(Math.max(0, width - name.length()) + 2), text);
  }

  private List<String> indented(String lead, Message text) {
    List<String> lines = new ArrayList<>();
    for (String line : Printer.wrap(printer.printable(text), WIDTH - lead.length())) {
      lines.add((lines.isEmpty() ? lead : " ".repeat(lead.length())) + line);
    }
    return lines;
  }

  private static String joined(List<String> lines) {
    return lines.stream()
        .map(line -> line.stripTrailing() + "%n".formatted())
        .collect(Collectors.joining());
  }
}
