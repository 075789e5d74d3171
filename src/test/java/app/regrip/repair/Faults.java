package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.Programs;
import app.regrip.pc.RestorePoints;
import app.regrip.pc.Services;
import app.regrip.pc.SystemPages;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateFolders;
import app.regrip.pc.UpdatePolicies;
import app.regrip.storage.Lines;
import app.regrip.text.Message;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Counts everything that leaves a trace — calls that change the PC, lines written to the journal —
 * and lets exactly one of them go wrong, after the manner of the tests of SQLite: run with n = 1,
 * 2, 3… until the fault no longer fires.
 */
final class Faults {

  /** How the n-th trace goes wrong. */
  enum Mode {
    DIE_BEFORE,
    DIE_AFTER,
    /** Half a journal line is on the disk, then the power is gone. */
    TORN_JOURNAL_LINE,
    ERROR_ONCE,
    /** From then on this kind of call always fails. */
    ERROR_ALWAYS,
    ACCESS_DENIED,
    /** From then on nothing can be written or renamed. */
    DISK_FULL;

    boolean isDeath() {
      return this == DIE_BEFORE || this == DIE_AFTER || this == TORN_JOURNAL_LINE;
    }
  }

  /**
   * The power is gone. An Error, so that no handler of ours takes it for trouble it could handle.
   */
  static final class PowerCut extends Error {
    private static final long serialVersionUID = 1;

    PowerCut() {
      super("power cut", null, false, false);
    }
  }

  private static final Set<String> CHANGES =
      Set.of(
          "start",
          "stop",
          "setStartType",
          "setProcessType",
          "rename",
          "purge",
          "run",
          "create",
          "hide",
          "set",
          "remove",
          "search",
          "download",
          "open");

  private final Mode mode;
  private final int at;
  private int count;
  private boolean dead;
  private String failing = "";
  private String last = "";

  Faults(Mode mode, int at) {
    this.mode = mode;
    this.at = at;
  }

  static Faults none() {
    return new Faults(Mode.DIE_BEFORE, Integer.MAX_VALUE);
  }

  boolean hasFired() {
    return count >= at;
  }

  /** What changed the PC last, or was about to. */
  String last() {
    return last;
  }

  /** The same PC, with this fault in it. */
  Pc in(Pc pc) {
    return (Pc)
        Proxy.newProxyInstance(
            Faults.class.getClassLoader(),
            new Class<?>[] {Pc.class},
            (proxy, method, args) -> {
              Object port = call(method, pc, args);
              Class<?> type = method.getReturnType();
              boolean changes =
                  Set.of(
                          Services.class,
                          UpdateFolders.class,
                          Programs.class,
                          RestorePoints.class,
                          UpdateAgent.class,
                          SystemPages.class,
                          UpdatePolicies.class)
                      .contains(type);
              return changes ? faulty(type, port) : port;
            });
  }

  /** The same journal, with this fault in it. */
  Lines in(MemoryLines lines) {
    return new Lines() {
      @Override
      public void append(String text) throws IOException {
        stopIfDead();
        count++;
        last = "journal";
        if (count == at && mode == Mode.TORN_JOURNAL_LINE) {
          lines.tear(text);
          die();
        }
        if (count == at && mode == Mode.DIE_BEFORE) {
          die();
        }
        if (count == at && !mode.isDeath()) {
          failing = "journal";
        }
        if (failing.equals("journal")
            || failing.equals("disk")
            || mode == Mode.DISK_FULL && count >= at) {
          failing = mode == Mode.ERROR_ONCE ? "" : mode == Mode.DISK_FULL ? "disk" : failing;
          throw new IOException("no space left on device");
        }
        lines.append(text);
        if (count == at && mode == Mode.DIE_AFTER) {
          die();
        }
      }

      @Override
      public Contents read() throws IOException {
        stopIfDead();
        return lines.read();
      }
    };
  }

  private Object faulty(Class<?> type, Object port) {
    return Proxy.newProxyInstance(
        Faults.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, args) -> {
          stopIfDead();
          if (!CHANGES.contains(method.getName())) {
            return call(method, port, args);
          }
          count++;
          String name = type.getSimpleName() + "." + method.getName();
          last = name;
          if (count == at) {
            if (mode == Mode.DIE_BEFORE || mode == Mode.TORN_JOURNAL_LINE) {
              die();
            }
            failing = mode.isDeath() ? "" : mode == Mode.DISK_FULL ? "disk" : name;
          }
          failIfDue(name, method.getName());
          Object result = call(method, port, args);
          if (count == at && mode == Mode.DIE_AFTER) {
            die();
          }
          return result;
        });
  }

  private void failIfDue(String name, String method) throws PcException {
    boolean diskFull = failing.equals("disk") && Set.of("rename", "create", "run").contains(method);
    if (!failing.equals(name) && !diskFull) {
      return;
    }
    if (mode == Mode.ERROR_ONCE) {
      failing = "";
    }
    throw new PcException(
        Message.asIs("injected failure of " + name),
        mode == Mode.ACCESS_DENIED
            ? HResult.ofWin32(5)
            : diskFull ? HResult.ofWin32(112) : new HResult(0x80004005));
  }

  private void die() {
    dead = true;
    throw new PowerCut();
  }

  private void stopIfDead() {
    if (dead) {
      throw new PowerCut();
    }
  }

  private static Object call(Method method, Object target, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A journal in memory. */
  static final class MemoryLines implements Lines {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void append(String text) {
      lines.add(text);
    }

    @Override
    public Contents read() {
      return new Contents(List.copyOf(lines), 0);
    }

    /** A torn last line was never written. */
    void tear(String text) {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("nothing to tear");
      }
    }
  }
}
