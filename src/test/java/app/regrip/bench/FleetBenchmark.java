package app.regrip.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What many PCs cost a Prometheus: the status files of a simulated fleet, each asked for as the
 * windows_exporter of that PC would be, loaded into a real Prometheus together with the alert
 * rules; then the queries of the dashboard and of the rules.
 *
 * <p>Arguments: the program {@code prometheus}; how many PCs, else 5000; for how many seconds, else
 * 300. A scrape every 15 seconds stands for one every minute.
 */
final class FleetBenchmark {

  private static final Path FLEET = Path.of("launcher", "fleet");
  private static final Pattern EXPRESSION = Pattern.compile("(?m)^ *expr: (.+)$");
  private static final int SCRAPE_SECONDS = 15;
  private static final int QUERIES = 5;
  private static final int SERVERS = 4;

  private final HttpClient client = HttpClient.newHttpClient();
  private final SimulatedFleet fleet;
  private final Path scratch;
  private final URI prometheus;

  private FleetBenchmark(SimulatedFleet fleet, Path scratch, int port) {
    this.fleet = fleet;
    this.scratch = scratch;
    this.prometheus = URI.create("http://127.0.0.1:" + port);
  }

  public static void main(String[] arguments) throws Exception {
    int pcs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5000;
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
    Path scratch = Files.createTempDirectory("regrip-fleet");
    SimulatedFleet fleet =
        new SimulatedFleet(Files.createDirectory(scratch.resolve("pcs")), pcs, Instant.now());
    fleet.write();
    ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
    HttpServer exporters =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    exporters.createContext("/", exchange -> answer(fleet, exchange));
    exporters.setExecutor(threads);
    exporters.start();
    FleetBenchmark benchmark = new FleetBenchmark(fleet, scratch, freePort());
    benchmark.configure(exporters.getAddress().getPort());
    Process running = benchmark.start(Path.of(arguments[0]));
    try {
      benchmark.awaitAll();
      TimeUnit.SECONDS.sleep(seconds);
      benchmark.report();
    } finally {
      running.destroy();
      running.waitFor();
      exporters.stop(0);
      threads.shutdown();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** What windows_exporter adds of the file, and nothing of the rest it tells of a PC. */
  private static void answer(SimulatedFleet fleet, HttpExchange exchange) throws IOException {
    String name = Path.of(exchange.getRequestURI().getPath()).getFileName().toString();
    String text =
        Files.readString(fleet.folder().resolve(name))
            + "windows_textfile_mtime_seconds{file=\"C:\\\\ProgramData\\\\Regrip-metrics\\\\regrip.prom\"} "
            + fleet.now().getEpochSecond()
            + "\n";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void configure(int port) throws IOException {
    JsonArray targets = new JsonArray();
    for (int pc = 0; pc < fleet.pcs(); pc++) {
      JsonArray address = new JsonArray();
      address.add("127.0.0.1:" + port);
      JsonObject labels = new JsonObject();
      labels.addProperty("__metrics_path__", "/" + SimulatedFleet.name(pc) + ".prom");
      labels.addProperty("instance", SimulatedFleet.name(pc));
      JsonObject target = new JsonObject();
      target.add("targets", address);
      target.add("labels", labels);
      targets.add(target);
    }
    Files.writeString(scratch.resolve("targets.json"), targets.toString());
    Files.writeString(
        scratch.resolve("prometheus.yml"),
        """
        global:
          scrape_interval: %1$ds
          evaluation_interval: %1$ds
        rule_files: ['%2$s']
        scrape_configs:
        - job_name: windows
          file_sd_configs:
          - files: ['%3$s']
        """
            .formatted(
                SCRAPE_SECONDS,
                FLEET.resolve("regrip-rules.yml").toAbsolutePath(),
                scratch.resolve("targets.json")));
  }

  private Process start(Path program) throws IOException {
    return new ProcessBuilder(
            program.toString(),
            "--config.file=" + scratch.resolve("prometheus.yml"),
            "--storage.tsdb.path=" + scratch.resolve("data"),
            "--web.listen-address=" + prometheus.getAuthority(),
            "--web.enable-admin-api",
            "--log.level=warn")
        .redirectErrorStream(true)
        .redirectOutput(scratch.resolve("prometheus.log").toFile())
        .start();
  }

  /** Two minutes is far more than it takes; who waits longer has another trouble. */
  private void awaitAll() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(end)) {
      TimeUnit.SECONDS.sleep(1);
      if (count("count(regrip_build_info)") == fleet.pcs()) {
        return;
      }
    }
    throw new IllegalStateException(Files.readString(scratch.resolve("prometheus.log")));
  }

  private long count(String query) throws InterruptedException {
    try {
      JsonArray found = query(query);
      return found.isEmpty()
          ? 0
          : found.get(0).getAsJsonObject().getAsJsonArray("value").get(1).getAsLong();
    } catch (IOException e) {
      return 0;
    }
  }

  private JsonArray query(String query) throws IOException, InterruptedException {
    String asked = "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    JsonObject answer = JsonParser.parseString(get(asked)).getAsJsonObject();
    if (!answer.get("status").getAsString().equals("success")) {
      throw new IOException(query + ": " + answer);
    }
    return answer.getAsJsonObject("data").getAsJsonArray("result");
  }

  private String get(String path) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(prometheus.resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private void report() throws IOException, InterruptedException {
    long[] sizes =
        IntStream.range(0, fleet.pcs()).mapToLong(pc -> fleet.file(pc).toFile().length()).toArray();
    Arrays.sort(sizes);
    String own = get("/metrics");
    double series = number(own, "prometheus_tsdb_head_series");
    double samples = number(own, "prometheus_tsdb_head_samples_appended_total");
    double uptime = Instant.now().getEpochSecond() - number(own, "process_start_time_seconds");
    print("PCs", fleet.pcs());
    print("bytes of a status file, median", sizes[sizes.length / 2]);
    print("bytes of all status files", Arrays.stream(sizes).sum());
    print("series that Regrip writes", count("count({__name__=~\"regrip_.+\"})"));
    print("series with those of Prometheus and the rules", series);
    print("samples taken in", samples);
    print("MB of memory (resident)", number(own, "process_resident_memory_bytes") / 1e6);
    print("% of one core", 100 * number(own, "process_cpu_seconds_total") / uptime);
    print("bytes on disk for each sample", bytesOfSnapshot() / samples);
    for (String query : queries()) {
      print("ms: " + query + " [" + query(query).size() + " rows]", medianMillis(query));
    }
  }

  private static void print(String what, double value) {
    System.out.printf(Locale.ROOT, value < 10 ? "%12.2f  %s%n" : "%,12.0f  %s%n", value, what);
  }

  private double medianMillis(String query) throws IOException, InterruptedException {
    double[] millis = new double[QUERIES];
    for (int i = 0; i < QUERIES; i++) {
      long began = System.nanoTime();
      query(query);
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    return millis[QUERIES / 2];
  }

  /** Of all series of that name. */
  private static double number(String metrics, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$").matcher(metrics);
    double sum = 0;
    while (line.find()) {
      sum += Double.parseDouble(line.group(1));
    }
    return sum;
  }

  /** What Prometheus would keep for good of what it has in memory. */
  private double bytesOfSnapshot() throws IOException, InterruptedException {
    client.send(
        HttpRequest.newBuilder(prometheus.resolve("/api/v1/admin/tsdb/snapshot"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
    try (Stream<Path> files = Files.walk(scratch.resolve("data").resolve("snapshots"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static List<String> queries() throws IOException {
    List<String> all = new ArrayList<>();
    JsonObject dashboard =
        JsonParser.parseString(Files.readString(FLEET.resolve("regrip-dashboard.json")))
            .getAsJsonObject();
    for (JsonElement panel : dashboard.getAsJsonArray("panels")) {
      JsonArray targets = panel.getAsJsonObject().getAsJsonArray("targets");
      if (targets != null) {
        targets.forEach(target -> all.add(target.getAsJsonObject().get("expr").getAsString()));
      }
    }
    EXPRESSION
        .matcher(Files.readString(FLEET.resolve("regrip-rules.yml")))
        .results()
        .forEach(found -> all.add(found.group(1)));
    return all;
  }
}
