package app.regrip.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog.Subscription;
import app.regrip.update.UpdateService;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SimulatedUpdateLogTest {

  private static final long LONG_ENOUGH_SECONDS = 30;

  @TempDir Path temp;
  private final SetClock clock = new SetClock();

  @Test
  void aNewPcHasAPast() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "healthy", clock);
    List<String> events = pc.updateLog().eventsSince(Instant.EPOCH, 1000);
    assertThat(events).hasSizeGreaterThan(10);
    List<Instant> times = new ArrayList<>();
    long lastRecord = 0;
    for (String xml : events) {
      Document event = parse(xml);
      times.add(Instant.parse(attribute(event, "TimeCreated", "SystemTime")));
      long record = Long.parseLong(text(event, "EventRecordID"));
      assertThat(record).isGreaterThan(lastRecord);
      lastRecord = record;
      assertThat(attribute(event, "Provider", "Name"))
          .isEqualTo("Microsoft-Windows-WindowsUpdateClient");
    }
    assertThat(times).isSorted().allMatch(at -> at.isBefore(clock.instant()));
    assertThat(events)
        .filteredOn(xml -> xml.contains("<EventID>20</EventID>"))
        .isNotEmpty()
        .allMatch(xml -> xml.contains("{855e8a7c-ecb4-4ca3-b045-1dfa50104289}"));
  }

  @Test
  void aFailedCheckIsWrittenAsWindowsWritesIt() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "own-process", clock);
    PretendPc.of(pc).check();
    String xml = pc.updateLog().eventsSince(clock.instant(), 10).get(0);
    assertThat(xml).contains("SystemTime='2026-11-22T09:30:00.1234567Z'");
    Document event = parse(xml);
    assertThat(text(event, "EventID")).isEqualTo("25");
    assertThat(text(event, "Level")).isEqualTo("2");
    assertThat(text(event, "Opcode")).isEqualTo("11");
    assertThat(text(event, "Keywords")).isEqualTo("0x4000000000000022");
    assertThat(text(event, "Channel"))
        .isEqualTo("Microsoft-Windows-WindowsUpdateClient/Operational");
    NodeList data = event.getElementsByTagName("Data");
    assertThat(data.item(0).getTextContent()).isEqualTo("0x80070006");
    assertThat(data.item(1).getTextContent()).isEqualTo("{9482f4b4-e343-43b6-b170-9a65bc822c77}");
  }

  @Test
  void aManagedPcAsksItsOwnServer() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "managed-by-wsus", clock);
    PretendPc.of(pc).check();
    assertThat(pc.updateLog().eventsSince(clock.instant(), 1).get(0))
        .contains("{3da21691-e39d-4da6-8a4b-b43877bcb1b7}");
    assertThat(pc.updatePolicies().owner().isOrganisation()).isTrue();
  }

  @Test
  void theLimitKeepsTheNewest() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "healthy", clock);
    List<String> all = pc.updateLog().eventsSince(Instant.EPOCH, 1000);
    assertThat(pc.updateLog().eventsSince(Instant.EPOCH, 3))
        .isEqualTo(all.subList(all.size() - 3, all.size()));
    Instant newest = clock.instant().minus(Duration.ofHours(3));
    assertThat(pc.updateLog().eventsSince(newest, 1000)).containsExactly(all.get(all.size() - 1));
    assertThat(pc.updateLog().eventsSince(clock.instant(), 1000)).isEmpty();
  }

  @Test
  void titlesAreEscaped() throws Exception {
    ClientEvent.Update update =
        new ClientEvent.Update("a <b> & 'c'", "id", 1, UpdateService.WINDOWS_UPDATE);
    String xml = ClientEvent.of(ClientEvent.Kind.INSTALLED, update).xml(1, Instant.EPOCH);
    assertThat(parse(xml).getElementsByTagName("Data").item(0).getTextContent())
        .isEqualTo("a <b> & 'c'");
  }

  @Test
  void whoListensIsToldOfNewEventsUntilClosed() throws Exception {
    SimulatedPc watching = PretendPc.make(temp, "own-process", clock);
    SimulatedPc writing = PretendPc.make(temp, "own-process", clock);
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    BlockingQueue<PcException> lost = new LinkedBlockingQueue<>();
    Subscription subscription = watching.updateLog().subscribe(() -> told.add("news"), lost::add);
    for (int i = 1; i <= 20; i++) {
      PretendPc.of(writing).check();
      assertThat(told.poll(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isEqualTo("news");
      assertThat(watching.updateLog().eventsSince(clock.instant(), 1000)).hasSize(i);
    }
    subscription.close();
    subscription.close();
    PretendPc.of(writing).check();
    assertThat(told).isEmpty();
    assertThat(lost).isEmpty();
  }

  @Test
  void aLogThatIsGoneIsReportedAsLost() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "healthy", clock);
    BlockingQueue<PcException> lost = new LinkedBlockingQueue<>();
    Subscription subscription = pc.updateLog().subscribe(() -> {}, lost::add);
    SimulatedPc.remove(temp, clock);
    assertThat(lost.poll(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isNotNull();
    subscription.close();

    PretendPc.make(temp, "healthy", clock);
    PretendPc.of(pc).check();
    assertThat(pc.updateLog().eventsSince(clock.instant(), 10)).hasSize(1);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static String text(Document event, String tag) {
    return event.getElementsByTagName(tag).item(0).getTextContent();
  }

  private static String attribute(Document event, String tag, String name) {
    return ((Element) event.getElementsByTagName(tag).item(0)).getAttribute(name);
  }
}
