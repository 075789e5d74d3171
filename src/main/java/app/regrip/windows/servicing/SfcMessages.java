package app.regrip.windows.servicing;

import app.regrip.console.SfcSentences;
import app.regrip.console.SfcVerdict;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences of sfc.exe in the language of this Windows, from its own message table. The numbers
 * are those of its table since Windows Vista; English is known beside them, so that an unreadable
 * table costs nothing on an English PC.
 */
final class SfcMessages {

  private static final int LOAD_LIBRARY_AS_DATAFILE = 0x02;
  private static final int LOAD_LIBRARY_AS_IMAGE_RESOURCE = 0x20;
  private static final int FORMAT_MESSAGE_FROM_HMODULE = 0x0800;

  private static final int TAKES_EFFECT_AFTER_RESTART = 0x40001002;

  private static final Map<Integer, SfcVerdict> VERDICTS =
      Map.of(
          0x40001005, SfcVerdict.NOT_ADMINISTRATOR,
          0x40001007, SfcVerdict.COULD_NOT_PERFORM,
          0x40001008, SfcVerdict.REPAIRED,
          0x40001009, SfcVerdict.PARTLY_REPAIRED,
          0x4000100A, SfcVerdict.CLEAN,
          0x4000100B, SfcVerdict.VIOLATIONS_FOUND,
          0x4000100D, SfcVerdict.RESTART_FIRST,
          0x4000100E, SfcVerdict.COULD_NOT_START_SERVICE,
          0x40001013, SfcVerdict.ANOTHER_OPERATION,
          0x40001015, SfcVerdict.VIOLATIONS_FOUND);

  private SfcMessages() {}

  static SfcSentences of(Path sfc) {
    HMODULE module = open(sfc);
    if (module == null) {
      return SfcSentences.ENGLISH;
    }
    try {
      Map<String, SfcVerdict> verdicts = new HashMap<>();
      VERDICTS.forEach(
          (id, verdict) -> sentence(module, id).ifPresent(text -> verdicts.put(text, verdict)));
      Set<String> afterRestart = new HashSet<>();
      sentence(module, TAKES_EFFECT_AFTER_RESTART).ifPresent(afterRestart::add);
      return SfcSentences.ENGLISH.and(new SfcSentences(verdicts, afterRestart));
    } finally {
      Kernel32.INSTANCE.FreeLibrary(module);
    }
  }

  /** The numbers that its table lacks; all of them where it can't be read. */
  static Set<Integer> missing(Path sfc) {
    Set<Integer> missing = new HashSet<>(VERDICTS.keySet());
    missing.add(TAKES_EFFECT_AFTER_RESTART);
    HMODULE module = open(sfc);
    if (module == null) {
      return missing;
    }
    try {
      missing.removeIf(id -> sentence(module, id).isPresent());
      return missing;
    } finally {
      Kernel32.INSTANCE.FreeLibrary(module);
    }
  }

  private static HMODULE open(Path sfc) {
    return Kernel32.INSTANCE.LoadLibraryEx(
        sfc.toString(), null, LOAD_LIBRARY_AS_DATAFILE | LOAD_LIBRARY_AS_IMAGE_RESOURCE);
  }

  /** Up to the first insert. */
  private static Optional<String> sentence(HMODULE module, int id) {
    PointerByReference text = new PointerByReference();
    int length =
        Kernel32.INSTANCE.FormatMessage(
            FORMAT_MESSAGE_FROM_HMODULE
                | WinBase.FORMAT_MESSAGE_IGNORE_INSERTS
                | WinBase.FORMAT_MESSAGE_ALLOCATE_BUFFER,
            module.getPointer(),
            id,
            0,
            text,
            0,
            null);
    if (length == 0) {
      return Optional.empty();
    }
    Pointer buffer = text.getValue();
    try {
      String sentence = buffer.getWideString(0).split("%", 2)[0].strip();
      return Optional.of(sentence).filter(s -> !s.isBlank());
    } finally {
      Kernel32.INSTANCE.LocalFree(buffer);
    }
  }
}
