package app.regrip.evidence.evtx;

import app.regrip.eventxml.RecordFields;
import app.regrip.eventxml.XmlHandler;
import app.regrip.eventxml.XmlText;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes each record of a log as a line with its number, {@code recovered} or {@code regular}, and
 * the size of the XML that follows; or {@code unreadable} and the reason. With {@code --time} it
 * only measures; with {@code --write} it writes a log of our own. No test; {@code
 * src/test/evtx/compare} runs it.
 */
final class EvtxDump {

  private EvtxDump() {}

  public static void main(String[] arguments) throws IOException, EvtxException {
    if (arguments[0].equals("--time")) {
      for (int round = 0; round < 4; round++) {
        time(Path.of(arguments[1]), "XML", new XmlText());
        time(Path.of(arguments[1]), "fields", new RecordFields(name -> true, field -> true));
      }
      return;
    }
    if (arguments[0].equals("--write")) {
      Files.write(Path.of(arguments[1]), EveryKind.log());
      return;
    }
    try (OutputStream out = new BufferedOutputStream(System.out, 1 << 16)) {
      dump(Path.of(arguments[0]), new PrintStream(out, false, StandardCharsets.UTF_8));
    }
  }

  private static void dump(Path file, PrintStream out) throws IOException, EvtxException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      EvtxLog log = EvtxLog.open(in);
      XmlText xml = new XmlText();
      for (Optional<EvtxRecord> next = log.next(); next.isPresent(); next = log.next()) {
        EvtxRecord record = next.get();
        try {
          xml.clear();
          record.read(xml);
          byte[] text = xml.toString().getBytes(StandardCharsets.UTF_8);
          String kind = record.isRecovered() ? "recovered" : "regular";
          out.print(record.number() + " " + kind + " " + text.length + "\n");
          out.write(text, 0, text.length);
        } catch (EvtxException e) {
          out.print(record.number() + " unreadable " + e.getMessage());
        }
        out.print("\n");
      }
      out.flush();
      System.err.println(
          log.chunks()
              + " chunks, "
              + log.damagedChunks()
              + " damaged, dirty "
              + log.isDirty()
              + ", cut off "
              + log.isCutOff());
    }
  }

  private static void time(Path file, String what, XmlHandler handler)
      throws IOException, EvtxException {
    long from = processorTime();
    long records = 0;
    long characters = 0;
    try (InputStream in = Files.newInputStream(file)) {
      EvtxLog log = EvtxLog.open(in);
      for (Optional<EvtxRecord> next = log.next(); next.isPresent(); next = log.next()) {
        records++;
        if (handler instanceof XmlText xml) {
          xml.clear();
          next.get().read(xml);
          characters += xml.toString().length();
        } else if (handler instanceof RecordFields fields) {
          fields.clear();
          next.get().read(fields);
          characters += fields.fields().size();
        }
      }
    }
    double seconds = (processorTime() - from) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s %d records %d %.2f s %.1f MB/s%n",
        what,
        records,
        characters,
        seconds,
        Files.size(file) / 1e6 / seconds);
  }

  /** Of all threads of this process, so that what else runs on the machine does not count. */
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
