package app.regrip.cli;

import app.regrip.text.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names a mistyped one may have been meant for. */
final class NearMisses {

  private static final int MOST = 3;

  private NearMisses() {}

  /** The nearest few, nearest first; empty where nothing is alike. */
  static List<String> of(String typed, Collection<String> names) {
    String word = typed.strip().toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return List.of();
    }
    return names.stream()
        .filter(name -> isNear(word, name))
        .sorted(Comparator.comparingInt(name -> distance(word, name)))
        .limit(MOST)
        .toList();
  }

  /** {@code Did you mean "reset"?}, or nothing. */
  static Message hint(String typed, Collection<String> names) {
    List<String> near = of(typed, names);
    return switch (near.size()) {
      case 0 -> Message.NONE;
      case 1 -> Message.of("cli.mistyped.did-you-mean-it", near.get(0));
      case 2 -> Message.of("cli.mistyped.did-you-mean-one", near.get(0), near.get(1));
      default -> Message.of("cli.mistyped.did-you-mean-any", near.get(0), near.get(1), near.get(2));
    };
  }

  private static boolean isNear(String word, String name) {
    int allowed = Math.max(1, Math.min(3, name.length() / 3));
    boolean begins = word.length() >= 3 && (name.startsWith(word) || word.startsWith(name));
    return begins || distance(word, name) <= allowed;
  }

  /** Levenshtein: how many letters to add, drop or change. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
