package app.regrip.windows.abi;

/** One thing our code takes for granted of Windows, and where it does. */
sealed interface Belief {

  /** The class of ours, without its package. */
  String where();

  /** How ours calls it. */
  String name();

  /** In bytes. */
  record Size(String where, String structure, long bytes) implements Belief {
    @Override
    public String name() {
      return structure;
    }
  }

  /** Of a member, from the start of its structure, in bytes. */
  record Offset(String where, String structure, String name, long bytes) implements Belief {}

  record Number(String where, String name, long value) implements Belief {}

  /** In small letters and braces. */
  record Guid(String where, String name, String value) implements Belief {}

  /** Of a method in the table of its interface, counted from 0. */
  record Slot(String where, String type, String name, int index) implements Belief {}

  /** Reads a line of {@link AbiFacts}. */
  static Belief parse(String line) {
    String[] cells = line.split("\t");
    String where = cells[1].substring(cells[1].lastIndexOf('.') + 1);
    String type = where.substring(where.lastIndexOf('$') + 1);
    return switch (cells[0]) {
      case "structure" -> new Size(where, type, Long.parseLong(cells[2]));
      case "member" -> new Offset(where, type, cells[2], Long.parseLong(cells[3]));
      case "number" -> new Number(where, cells[2], Long.parseLong(cells[3]));
      case "guid" -> new Guid(where, cells[2], cells[3]);
      case "slot" -> new Slot(where, cells[2], cells[3], Integer.parseInt(cells[4]));
      default -> throw new IllegalArgumentException(line);
    };
  }
}
