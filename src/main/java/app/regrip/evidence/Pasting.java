package app.regrip.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What happened to a text on its way here, and how it is undone, from the outside in. It is judged
 * by the first lines.
 *
 * @param lines those, as they were
 * @param sniffer has seen them
 */
record Pasting(List<String> lines, Sniffer sniffer, UnaryOperator<LogReader> undoing) {

  /** Longer texts are no pictures that somebody read letters from. */
  static Pasting of(List<String> head, boolean isShort) {
    Invisible invisible = Invisible.of(head);
    LineEnds ends = LineEnds.of(head);
    Pasting best = null;
    for (LineEnds known : ends == LineEnds.THERE ? List.of(ends) : List.of(LineEnds.THERE, ends)) {
      UnaryOperator<LogReader> outer = reader -> invisible.takenFrom(known.takenFrom(reader));
      List<String> seen = under(outer, head);
      Quotation quotation = Quotation.of(seen);
      List<String> quoted = under(quotation::takenFrom, seen);
      for (Wrapping wrapping : Wrapping.candidates(quoted)) {
        List<String> inner = under(wrapping::takenFrom, quoted);
        Misread misread = isShort ? Misread.of(inner) : new Misread(false);
        Pasting next =
            sniffed(
                under(misread::takenFrom, inner),
                reader ->
                    outer.apply(
                        quotation.takenFrom(wrapping.takenFrom(misread.takenFrom(reader)))));
        if (best == null || next.certainty() > best.certainty() - (wrapping.isSure() ? 1 : 0)) {
          best = next;
        }
      }
    }
    return best;
  }

  private static Pasting sniffed(List<String> lines, UnaryOperator<LogReader> undoing) {
    Sniffer sniffer = new Sniffer();
    feed(lines, sniffer);
    return new Pasting(lines, sniffer, undoing);
  }

  private static List<String> under(UnaryOperator<LogReader> undoing, List<String> lines) {
    List<String> undone = new ArrayList<>();
    feed(lines, undoing.apply(new HeldLines(undone)));
    return undone;
  }

  private static void feed(List<String> lines, LogReader reader) {
    for (int i = 0; i < lines.size(); i++) {
      reader.line(i + 1, lines.get(i));
    }
    reader.end();
  }

  /** Nothing is sure where nothing decides. */
  private int certainty() {
    return sniffer.verdict().isPresent() ? sniffer.certainty() : 0;
  }

  /** What gives the reader the lines as they were before. */
  LogReader takenFrom(LogReader reader) {
    return undoing.apply(reader);
  }
}
