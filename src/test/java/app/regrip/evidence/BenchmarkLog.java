package app.regrip.evidence;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Logs of any size, made line by line: those a real Windows fills most of its own with. */
enum BenchmarkLog {
  /** Mostly the packages and components that fill a real one, and a check now and then. */
  CBS("CBS.log", StandardCharsets.UTF_8) {
    @Override
    String line(int number) {
      return servicingHead(number) + servicing(number);
    }
  },
  EVENTS("events.xml", StandardCharsets.UTF_8) {
    @Override
    String line(int number) {
      return event(number);
    }
  },
  WINDOWS_UPDATE("WindowsUpdate.log", StandardCharsets.UTF_8) {
    @Override
    String line(int number) {
      return String.format(
          Locale.ROOT,
          "2024/05/%02d %02d:%02d:%02d.1234567 1234  5678  %s",
          1 + number / 8_640_000 % 28,
          number / 360_000 % 24,
          number / 6_000 % 60,
          number / 100 % 60,
          number % 500 == 0
              ? "Agent           *FAILED* [80240438] IsServiceRegistered failed"
              : "ComApi          ISusInternal:: update " + number + " is looked at, step by step");
    }
  },
  CONSOLE("sfc.txt", StandardCharsets.UTF_16LE) {
    @Override
    String line(int number) {
      return number % 1000 == 0
          ? "Windows Resource Protection did not find any integrity violations."
          : "Verification " + number % 100 + "% complete.";
    }
  },
  /** Of a program that nobody here knows. */
  UNKNOWN("service.log", StandardCharsets.UTF_8) {
    @Override
    String line(int number) {
      return switch (number % 3) {
        case 0 -> "[INFO] worker-" + number % 8 + " Handling request " + number + " took 17 ms";
        case 1 -> "    at com.example.service.Thing.method" + number + "(Thing.java:17)";
        default -> "Name : value " + number + ", another = " + number;
      };
    }
  };

  private final String file;
  private final Charset charset;

  BenchmarkLog(String file, Charset charset) {
    this.file = file;
    this.charset = charset;
  }

  abstract String line(int number);

  /**
   * @param size of the file, in bytes
   */
  Path write(Path folder, long size) throws IOException {
    Path log = folder.resolve(file);
    int width = charset.equals(StandardCharsets.UTF_16LE) ? 2 : 1;
    try (BufferedWriter writer = Files.newBufferedWriter(log, charset)) {
      long written = 0;
      for (int number = 0; written < size; number++) {
        String line = line(number) + "\r\n";
        writer.write(line);
        written += (long) width * line.length();
      }
    }
    return log;
  }

  private static String servicingHead(int number) {
    return String.format(
        Locale.ROOT,
        "2024-05-%02d %02d:%02d:%02d, Info                  ",
        1 + number / 8_640_000 % 28,
        number / 360_000 % 24,
        number / 6_000 % 60,
        number / 100 % 60);
  }

  private static String servicing(int number) {
    String sequence = String.format(Locale.ROOT, "CSI    %08x", number);
    return switch (number % 1000) {
      case 0 -> sequence + " [SR] Verifying 100 components";
      case 1 ->
          sequence
              + " [SR] Cannot repair member file [l:8]'some.dll' of Microsoft-Windows-Some,"
              + " version 10.0.19041.1, arch amd64, nonSxS, pkt {l:8 b:31bf3856ad364e35} in the"
              + " store, hash mismatch";
      case 2 -> sequence + " [SR] Repair complete";
      case 3 -> "CBS    Operation: Detect only ";
      case 4 -> "CBS    Total Detected Corruption:\t3";
      case 5 ->
          "CBS    Exec: Processing complete, session(Corruption Detecting): 31034772_26"
              + " [HRESULT = 0x00000000 - S_OK]";
      default ->
          number % 10 < 3
              ? sequence + " CSI Transaction @0x1f2 initialized for deployment engine with flags 2"
              : number % 10 == 3
                  ? "CBS    Session: 3110_" + number + " initialized by client WindowsUpdateAgent."
                  : "CBS    Appl: Evaluating package applicability for package Package_for_KB50"
                      + number % 90_000
                      + "~31bf3856ad364e35~amd64~~19041.2965.1.10, applicable state: Installed";
    };
  }

  /** A fifth of Windows Update, half of services, the rest of a provider that says nothing here. */
  private static String event(int number) {
    int kind = number % 100;
    String system =
        String.format(
            Locale.ROOT,
            "<EventID>%d</EventID><Version>1</Version><Level>4</Level><Task>1</Task>"
                + "<Opcode>13</Opcode><Keywords>0x8000000000000018</Keywords>"
                + "<TimeCreated SystemTime='2026-%02d-%02dT%02d:%02d:00.1234567Z'/>"
                + "<EventRecordID>%d</EventRecordID><Correlation/>"
                + "<Execution ProcessID='%d' ThreadID='5884'/><Channel>System</Channel>"
                + "<Computer>PC-ONE</Computer><Security UserID='S-1-5-18'/></System>",
            kind < 20 ? 43 : kind < 70 ? 7040 : 16,
            1 + number / 50_000 % 12,
            1 + number / 2_000 % 28,
            number / 80 % 24,
            number % 60,
            number,
            number % 9000);
    return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        + provider(kind)
        + system
        + "<EventData>"
        + data(kind, number)
        + "</EventData></Event>";
  }

  private static String provider(int kind) {
    if (kind < 20) {
      return "<Provider Name='Microsoft-Windows-WindowsUpdateClient'"
          + " Guid='{945a8954-c147-4acd-923f-40c45405a658}'/>";
    }
    return kind < 70
        ? "<Provider Name='Service Control Manager'"
            + " Guid='{555908d1-a6d7-4695-8e1e-26931d2012f4}'/>"
        : "<Provider Name='Microsoft-Windows-Kernel-General'"
            + " Guid='{a68ca8b7-004f-d7b6-a698-07e2de0f1f5d}'/>";
  }

  private static String data(int kind, int number) {
    if (kind < 20) {
      return "<Data Name='updateTitle'>Security Intelligence Update &amp; more - KB2267602 (Version"
          + " 1.4"
          + number % 100
          + ".0)</Data><Data Name='updateGuid'>{33e0e7bb-a7d1-4b71-8c7b-34f45d2a0000}</Data>";
    }
    return kind < 70
        ? "<Data Name='param1'>Background Intelligent Transfer Service</Data>"
            + "<Data Name='param2'>auto start</Data><Data Name='param3'>demand start</Data>"
            + "<Data Name='param4'>BITS</Data>"
        : "<Data Name='HiveName'>\\??\\C:\\ProgramData\\Microsoft\\Windows\\AppRepository\\"
            + number
            + ".dat</Data><Data Name='KeysUpdated'>"
            + number
            + "</Data>";
  }
}
