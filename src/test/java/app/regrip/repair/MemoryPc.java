package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.Power;
import app.regrip.pc.ProcessType;
import app.regrip.pc.Program;
import app.regrip.pc.Programs;
import app.regrip.pc.RepairSource;
import app.regrip.pc.RestorePoints;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.Services;
import app.regrip.pc.ServicingLog;
import app.regrip.pc.StartType;
import app.regrip.pc.SystemPages;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders;
import app.regrip.pc.UpdateLog;
import app.regrip.pc.UpdatePolicies;
import app.regrip.pc.UpdatePolicy;
import app.regrip.pc.WindowsImage;
import app.regrip.text.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A whole PC in memory, small enough to be repaired, crashed and started again thousands of times
 * in a second.
 */
final class MemoryPc implements Pc {

  /** What is in an update folder: files of the user's past, and whether Windows can use it. */
  record Folder(List<String> files, Set<UpdateAgent.HiddenUpdate> hidden, boolean damaged) {}

  /**
   * What a repair may change and an undo must put back. Whether a service with triggers runs is its
   * own affair.
   */
  record State(
      Map<String, String> services,
      Map<UpdateFolder, Folder> live,
      Map<UpdatePolicy, Integer> policies) {}

  static final UpdateAgent.HiddenUpdate HIDDEN =
      new UpdateAgent.HiddenUpdate("0a1b2c3d-0000-4000-8000-000000000001", "A driver nobody wants");

  static final UUID UPDATE = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000002");

  static final UpdateAgent.OfferedUpdate OFFERED =
      new UpdateAgent.OfferedUpdate(UPDATE.toString(), "An update", false, false);

  final Map<String, ServiceStatus> services = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final Map<UpdateFolders.Name, Folder> folders = new LinkedHashMap<>();
  final List<SystemPages.Page> opened = new ArrayList<>();
  final Set<SystemPages.Page> pages = EnumSet.allOf(SystemPages.Page.class);
  final Set<SystemPages.Page> dead = EnumSet.noneOf(SystemPages.Page.class);
  final List<Program> programsRun = new ArrayList<>();
  final Set<PcFacts.RestartSign> restartSigns = EnumSet.noneOf(PcFacts.RestartSign.class);
  final List<PcFacts.Antivirus> antivirus = new ArrayList<>();
  final List<String> cbs = new ArrayList<>();
  final Map<String, Integer> refusesToStop = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final Map<String, String> restarts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final Map<UpdateFolder, Integer> held = new LinkedHashMap<>();

  /** How many renames fail before who holds the folder lets go; never where there is no number. */
  final Map<UpdateFolder, Integer> letsGoAfter = new LinkedHashMap<>();

  final List<String> holders = new ArrayList<>();

  /** As Windows' event log holds them. */
  final List<String> events = new ArrayList<>();

  Duration searchTakes = Duration.ZERO;

  boolean purgeStopsHalfWay;

  /** What installation media in drive E hold. */
  List<WindowsImage> media = List.of();

  boolean mediaUnreadable;

  /** Services that a trigger starts again as soon as they have stopped, unless disabled. */
  final Set<String> triggered = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  /** How long a stop takes in all. */
  final Map<String, Duration> stopsIn = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** How often servicing is still seen at work. */
  int servicingLooks;

  /** What is told of the silence of one program, by the minute. */
  final Map<Integer, Programs.Activity> silences = new TreeMap<>();

  Program silentProgram;
  boolean storeDamaged;

  /** Whether damage in the store is of files that a check for updates does not need. */
  boolean installsFromTheStore;

  boolean systemFilesDamaged;
  boolean bitsStale;
  boolean stubborn;
  boolean protectionOn = true;
  boolean restorePointThrottled;
  long fileBytes = 1000;
  boolean foldersSeenWhole = true;
  boolean servicing;
  boolean installingMsi;
  int awake;
  boolean installingUpdate;
  Optional<HResult> busyError = Optional.empty();
  long freeBytes = 50_000_000_000L;
  PcFacts.Battery battery = new PcFacts.Battery(false, -1);
  final Map<UpdatePolicy, Integer> policies = new EnumMap<>(UpdatePolicy.class);
  UpdatePolicies.Owner owner = new UpdatePolicies.Owner(Set.of(), false, false);
  PcFacts.WindowsVersion windows = new PcFacts.WindowsVersion("Windows 11", 26100, 1);
  Optional<HResult> searchAnswer = Optional.empty();
  List<UpdateAgent.OfferedUpdate> offered = List.of(OFFERED);

  /** Whether something in the folder Download makes downloads fail. */
  boolean downloadDamaged;

  Optional<HResult> downloadAnswer = Optional.empty();
  final List<UUID> downloads = new ArrayList<>();
  Optional<Integer> restoreHealthError = Optional.empty();
  String sfcText = "";
  long restorePoint = 7;
  int boots = 1;

  MemoryPc() {
    service("UsoSvc", StartType.AUTOMATIC_DELAYED, true, false);
    service("DoSvc", StartType.AUTOMATIC_DELAYED, true, false);
    service("BITS", StartType.MANUAL, false, true);
    service("wuauserv", StartType.MANUAL, false, true);
    service("msiserver", StartType.MANUAL, false, false);
    service("CryptSvc", StartType.AUTOMATIC, true, false);
    service("TrustedInstaller", StartType.MANUAL, false, false);
    folder(
        UpdateFolder.DATA_STORE, List.of("DataStore.edb", "Logs/edb.log"), Set.of(HIDDEN), false);
    folder(UpdateFolder.DOWNLOAD, List.of("4f1c.cab", "9a00/express.psf"), Set.of(), false);
    folder(UpdateFolder.CATROOT2, List.of("catdb"), Set.of(), false);
  }

  void service(String name, StartType startType, boolean running, boolean triggers) {
    RunState state = running ? RunState.RUNNING : RunState.STOPPED;
    services.put(name, new ServiceStatus(name, state, startType, ProcessType.SHARE, triggers));
  }

  void run(String name, boolean running) {
    ServiceStatus s = services.get(name);
    RunState state = running ? RunState.RUNNING : RunState.STOPPED;
    services.put(
        name, new ServiceStatus(s.name(), state, s.startType(), s.processType(), s.hasTriggers()));
  }

  void processType(String name, ProcessType type) {
    ServiceStatus s = services.get(name);
    services.put(
        name, new ServiceStatus(s.name(), s.state(), s.startType(), type, s.hasTriggers()));
  }

  void startType(String name, StartType type) {
    ServiceStatus s = services.get(name);
    services.put(
        name, new ServiceStatus(s.name(), s.state(), type, s.processType(), s.hasTriggers()));
  }

  void folder(
      UpdateFolder folder,
      List<String> files,
      Set<UpdateAgent.HiddenUpdate> hidden,
      boolean damaged) {
    folders.put(UpdateFolders.Name.live(folder), new Folder(files, hidden, damaged));
  }

  void damageDataStore() {
    Folder f = folders.get(UpdateFolders.Name.live(UpdateFolder.DATA_STORE));
    folder(UpdateFolder.DATA_STORE, f.files(), f.hidden(), true);
  }

  State state() {
    Map<String, String> s = new TreeMap<>();
    services.forEach(
        (name, status) ->
            s.put(
                name,
                status.startType()
                    + " "
                    + status.processType()
                    + (status.hasTriggers() ? "" : " " + status.state())));
    Map<UpdateFolder, Folder> live = new LinkedHashMap<>();
    for (UpdateFolder folder : UpdateFolder.values()) {
      Folder f = folders.get(UpdateFolders.Name.live(folder));
      if (f != null) {
        live.put(folder, f);
      }
    }
    return new State(s, live, Map.copyOf(policies));
  }

  /** Every file of the user's past, wherever it lies now; what Windows made anew is none. */
  List<String> userFiles() {
    return folders.values().stream()
        .flatMap(f -> f.files().stream())
        .filter(n -> !n.startsWith("fresh"))
        .sorted()
        .toList();
  }

  List<UpdateFolders.Name> copiesSetAside() {
    return folders.keySet().stream().filter(n -> n.tag().isPresent()).toList();
  }

  /** What is volatile is gone: services are as their start type says. */
  void reboot() {
    boots++;
    restartSigns.clear();
    for (ServiceStatus s : List.copyOf(services.values())) {
      run(
          s.name(),
          s.startType() == StartType.AUTOMATIC || s.startType() == StartType.AUTOMATIC_DELAYED);
    }
  }

  List<UpdateAgent.HiddenUpdate> updateAgentHidden() {
    return List.copyOf(folders.get(Name.DATA_STORE).hidden());
  }

  private boolean isBroken() {
    ServiceStatus wuauserv = services.get("wuauserv");
    ServiceStatus bits = services.get("BITS");
    Folder dataStore = folders.get(UpdateFolders.Name.live(UpdateFolder.DATA_STORE));
    return stubborn
        || wuauserv == null
        || wuauserv.processType() == ProcessType.OWN
        || bits == null
        || bits.startType() == StartType.DISABLED
        || bitsStale
        || dataStore != null && dataStore.damaged()
        || storeDamaged && !installsFromTheStore
        || systemFilesDamaged
        || restartSigns.contains(PcFacts.RestartSign.SERVICING);
  }

  private boolean isEnabled(String name) {
    return services.get(name).startType() != StartType.DISABLED;
  }

  private static PcException win32(String what, int code) {
    return new PcException(Message.asIs(what), HResult.ofWin32(code));
  }

  private ServiceStatus require(String name) throws PcException {
    ServiceStatus status = services.get(name);
    if (status == null) {
      throw win32(name + " is not installed", 1060);
    }
    return status;
  }

  @Override
  public Services services() {
    return new Services() {
      @Override
      public Optional<ServiceStatus> query(String name) {
        return Optional.ofNullable(services.get(name));
      }

      @Override
      public void start(String name) throws PcException {
        if (require(name).startType() == StartType.DISABLED) {
          throw win32(name + " is disabled", 1058);
        }
        if (name.equalsIgnoreCase("BITS") && !services.get(name).isRunning()) {
          bitsStale = false;
        }
        run(name, true);
      }

      @Override
      public void stop(String name, Duration patience) throws PcException {
        require(name);
        if (refusesToStop.containsKey(name)) {
          throw win32(name + " refuses to stop", refusesToStop.get(name));
        }
        if (!stopsIn.getOrDefault(name, Duration.ZERO).isZero()) {
          Duration left = stopsIn.get(name).minus(patience);
          stopsIn.put(name, left.isNegative() ? Duration.ZERO : left);
          if (!stopsIn.get(name).isZero()) {
            throw win32(name + " has not stopped yet", 1053);
          }
        }
        run(name, false);
        String other = restarts.get(name);
        if (other != null && services.get(other).isRunning() && isEnabled(name)) {
          run(name, true);
        }
        if (triggered.contains(name) && isEnabled(name)) {
          run(name, true);
        }
      }

      @Override
      public List<String> runningDependents(String name) {
        return List.of();
      }

      @Override
      public void setStartType(String name, StartType type) throws PcException {
        require(name);
        startType(name, type);
      }

      @Override
      public void setProcessType(String name, ProcessType type) throws PcException {
        require(name);
        processType(name, type);
      }
    };
  }

  private boolean isInUse(UpdateFolder folder) {
    List<String> users =
        folder == UpdateFolder.CATROOT2
            ? List.of("CryptSvc")
            : List.of("wuauserv", "BITS", "DoSvc");
    return users.stream().anyMatch(u -> services.containsKey(u) && services.get(u).isRunning());
  }

  @Override
  public UpdateFolders updateFolders() {
    return new UpdateFolders() {
      @Override
      public boolean exists(Name name) {
        return folders.containsKey(name);
      }

      @Override
      public Size size(Name name) {
        long bytes = folders.containsKey(name) ? folders.get(name).files().size() * fileBytes : 0;
        return new Size(bytes, foldersSeenWhole);
      }

      @Override
      public void rename(Name from, Name to) throws PcException {
        if (!folders.containsKey(from)) {
          throw win32("rename " + from.fileName(), 2);
        }
        if (folders.containsKey(to)) {
          throw win32("rename to " + to.fileName(), 183);
        }
        if (from.tag().isEmpty() && isInUse(from.folder())) {
          throw win32("rename " + from.fileName(), 32);
        }
        if (from.tag().isEmpty() && held.containsKey(from.folder())) {
          int left = letsGoAfter.merge(from.folder(), -1, Integer::sum);
          if (left != 0) {
            throw win32("rename " + from.fileName(), held.get(from.folder()));
          }
          held.remove(from.folder());
        }
        folders.put(to, folders.remove(from));
      }

      @Override
      public List<String> holders(Name name) {
        return holders;
      }

      @Override
      public void purge(Name setAside) throws PcException {
        if (setAside.tag().isEmpty()) {
          throw win32("purge a live folder", 87);
        }
        if (purgeStopsHalfWay) {
          Folder whole = folders.get(setAside);
          folders.put(
              setAside,
              new Folder(whole.files().subList(1, whole.files().size()), Set.of(), false));
          throw win32("delete " + setAside.fileName(), 32);
        }
        folders.remove(setAside);
      }

      @Override
      public List<Name> setAside() {
        return folders.keySet().stream().filter(n -> n.tag().isPresent()).toList();
      }
    };
  }

  @Override
  public UpdateAgent updateAgent() {
    return new UpdateAgent() {
      @Override
      public SearchResult search(Duration patience, Cancellation cancellation) {
        if (searchTakes.compareTo(patience) > 0) {
          return SearchResult.failed(HResult.ofWin32(1460));
        }
        if (searchAnswer.isPresent()) {
          return SearchResult.failed(searchAnswer.get());
        }
        if (isBroken()) {
          return SearchResult.failed(HResult.INVALID_HANDLE);
        }
        folders.putIfAbsent(Name.DATA_STORE, new Folder(List.of("fresh.edb"), Set.of(), false));
        folders.putIfAbsent(Name.DOWNLOAD, new Folder(List.of("fresh.cab"), Set.of(), false));
        return new SearchResult(HResult.OK, offered);
      }

      @Override
      public HResult download(UUID update, Cancellation cancellation) {
        downloads.add(update);
        if (downloadAnswer.isPresent()) {
          return downloadAnswer.get();
        }
        Folder f = folders.get(Name.DOWNLOAD);
        boolean broken = downloadDamaged && f != null && !f.files().contains("fresh.cab");
        return broken ? HResult.INVALID_HANDLE : HResult.OK;
      }

      @Override
      public boolean isInstalling() throws PcException {
        if (busyError.isPresent()) {
          throw new PcException(Message.asIs("asking for installations failed"), busyError.get());
        }
        return installingUpdate;
      }

      @Override
      public List<UpdateHistoryEntry> history() {
        return List.of(
            new UpdateHistoryEntry(
                Instant.EPOCH,
                "An update",
                "11111111-2222-4333-8444-555555555555",
                Optional.of(HResult.OK)));
      }

      @Override
      public List<HiddenUpdate> hiddenUpdates() {
        Folder f = folders.get(Name.DATA_STORE);
        return f == null ? List.of() : List.copyOf(f.hidden());
      }

      @Override
      public void hide(HiddenUpdate update) {
        Folder f =
            folders.getOrDefault(
                Name.DATA_STORE, new Folder(List.of("fresh.edb"), Set.of(), false));
        Set<HiddenUpdate> hidden = new HashSet<>(f.hidden());
        hidden.add(update);
        folders.put(Name.DATA_STORE, new Folder(f.files(), hidden, f.damaged()));
      }
    };
  }

  private static final class Name {
    static final UpdateFolders.Name DATA_STORE = UpdateFolders.Name.live(UpdateFolder.DATA_STORE);
    static final UpdateFolders.Name DOWNLOAD = UpdateFolders.Name.live(UpdateFolder.DOWNLOAD);
  }

  @Override
  public Programs programs() {
    return new Programs() {
      @Override
      public int run(Program program, Listener output, Cancellation cancellation) {
        programsRun.add(program);
        if (program.equals(silentProgram)) {
          output.accept(
              String.format(Locale.ROOT, "\r[%27s20.0%%%26s] \r\n", "", "")
                  .getBytes(StandardCharsets.UTF_8));
          silences.forEach(
              (minute, activity) -> output.silent(Duration.ofMinutes(minute), activity));
        }
        if (program instanceof Program.SystemFileCheck) {
          return sfc(output);
        }
        return dism(program, output);
      }

      @Override
      public List<RepairSource> repairSources() {
        return media.isEmpty() ? List.of() : List.of(new RepairSource('E', 1));
      }

      @Override
      public List<WindowsImage> images(char drive) throws PcException {
        if (mediaUnreadable) {
          throw win32("reading the media", 13);
        }
        return drive == 'E' ? media : List.of();
      }
    };
  }

  private int sfc(Consumer<byte[]> output) {
    boolean damaged = systemFilesDamaged;
    systemFilesDamaged = systemFilesDamaged && storeDamaged;
    String verdict =
        !sfcText.isEmpty()
            ? sfcText
            : !damaged
                ? "Windows Resource Protection did not find any integrity violations."
                : systemFilesDamaged
                    ? "Windows Resource Protection found corrupt files but was unable to fix some of them."
                    : "Windows Resource Protection found corrupt files and successfully repaired them.";
    String text =
        "\r\nBeginning system scan.\r\n\rVerification 50% complete.\rVerification 100% complete.\r\n\r\n"
            + verdict
            + "\r\n";
    output.accept(text.getBytes(StandardCharsets.UTF_16LE));
    return 0;
  }

  private int dism(Program program, Consumer<byte[]> output) {
    String bar = String.format(Locale.ROOT, "\r[%26s100.0%%%26s] \r\n", "", "").replace(' ', '=');
    String text;
    int exit = 0;
    if (program instanceof Program.DismRestoreHealth) {
      if (restoreHealthError.isPresent()) {
        exit = restoreHealthError.get();
        String number = exit < 0 ? "0x" + Integer.toHexString(exit) : Integer.toString(exit);
        text =
            bar
                + (exit == 3010
                    ? "The restore operation completed successfully.\r\n"
                    : "\r\nError: " + number + "\r\n\r\nA sentence.\r\n");
        storeDamaged = storeDamaged && exit != 3010;
      } else {
        storeDamaged = false;
        text =
            bar
                + "The restore operation completed successfully.\r\nThe operation completed successfully.\r\n";
      }
    } else {
      boolean known = program instanceof Program.DismCheckHealth;
      text =
          (known ? "" : bar)
              + (storeDamaged && !known
                  ? "The component store is repairable.\r\n"
                  : "No component store corruption detected.\r\n")
              + "The operation completed successfully.\r\n";
    }
    output.accept(
        ("\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0\r\n\r\n" + text)
            .getBytes(StandardCharsets.US_ASCII));
    return exit;
  }

  @Override
  public UpdateLog updateLog() {
    return new UpdateLog() {
      @Override
      public List<String> eventsSince(Instant since, int limit) {
        return List.copyOf(events);
      }

      @Override
      public Subscription subscribe(Runnable onNews, Consumer<PcException> onLost) {
        throw new UnsupportedOperationException("repairs wait for no event");
      }
    };
  }

  @Override
  public SystemPages systemPages() {
    return new SystemPages() {
      @Override
      public boolean isAvailable(Page page) {
        return pages.contains(page);
      }

      @Override
      public void open(Page page) throws PcException {
        if (dead.contains(page)) {
          throw new PcException(Message.asIs("opening " + page + " failed"), HResult.ofWin32(1155));
        }
        opened.add(page);
      }
    };
  }

  @Override
  public ServicingLog servicingLog() {
    return (since, limit) -> List.copyOf(cbs);
  }

  @Override
  public RestorePoints restorePoints() {
    return new RestorePoints() {
      @Override
      public boolean isEnabled() {
        return protectionOn;
      }

      @Override
      public OptionalLong newest() {
        return OptionalLong.of(restorePoint);
      }

      @Override
      public void create(String description) {
        restorePoint += restorePointThrottled ? 0 : 1;
      }
    };
  }

  @Override
  public Power power() {
    return why -> {
      awake++;
      return () -> awake--;
    };
  }

  @Override
  public PcFacts facts() {
    return new PcFacts() {
      @Override
      public WindowsVersion windows() {
        return windows;
      }

      @Override
      public WindowsImage image() {
        return new WindowsImage(
            windows.product(),
            "Core",
            WindowsImage.Architecture.AMD64,
            windows.build(),
            windows.revision(),
            List.of("en-US"));
      }

      @Override
      public String bootId() {
        return "boot-" + boots;
      }

      @Override
      public Set<RestartSign> restartSigns() {
        return restartSigns;
      }

      @Override
      public boolean isServicing() {
        servicingLooks -= servicingLooks > 0 ? 1 : 0;
        return servicing || servicingLooks > 0;
      }

      @Override
      public boolean isInstallingMsi() {
        return installingMsi;
      }

      @Override
      public long freeBytes() {
        return freeBytes;
      }

      @Override
      public Battery battery() {
        return battery;
      }

      @Override
      public List<Antivirus> antivirus() {
        return antivirus;
      }

      @Override
      public List<LoggedFailure> recentFailures(Instant since) {
        return List.of();
      }
    };
  }

  @Override
  public UpdatePolicies updatePolicies() {
    return new UpdatePolicies() {
      @Override
      public Owner owner() {
        return owner;
      }

      @Override
      public List<Setting> switchedOn() {
        return policies.entrySet().stream()
            .filter(e -> e.getValue() == 1)
            .map(e -> new Setting(e.getKey(), Instant.parse("2025-12-24T18:00:00Z")))
            .toList();
      }

      @Override
      public Optional<String> server() {
        return Optional.of("http://updates.example");
      }

      @Override
      public Optional<Integer> value(UpdatePolicy policy) {
        return Optional.ofNullable(policies.get(policy));
      }

      @Override
      public void set(UpdatePolicy policy, int value) {
        policies.put(policy, value);
      }

      @Override
      public void remove(UpdatePolicy policy) {
        policies.remove(policy);
      }
    };
  }
}
