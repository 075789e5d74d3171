package app.regrip.desktop;

import app.regrip.session.Case.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries of a history that say the same one after the other: a failure that Windows reports again
 * and again, or that was seen while a repair looked whether it still was there.
 */
record SameEntries(Entry oldest, Entry newest, int count) {

  /** Oldest first, as they come. */
  static List<SameEntries> of(List<Entry> entries) {
    List<SameEntries> all = new ArrayList<>();
    for (Entry entry : entries) {
      int last = all.size() - 1;
      if (last >= 0 && isSame(all.get(last).newest(), entry)) {
        SameEntries before = all.get(last);
        all.set(last, new SameEntries(before.oldest(), entry, before.count() + 1));
      } else {
        all.add(new SameEntries(entry, entry, 1));
      }
    }
    return all;
  }

  private static boolean isSame(Entry one, Entry next) {
    return one instanceof Entry.Failed a
        && next instanceof Entry.Failed b
        && a.code().equals(b.code())
        && a.operation().equals(b.operation())
        && a.title().equals(b.title());
  }
}
