package app.regrip.update;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateEvent.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateEventXmlTest {

  private static final String INSTALL_FAILED =
      """
      <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
      <Provider Name='Microsoft-Windows-WindowsUpdateClient' \
      Guid='{945a8954-c147-4acd-923f-40c45405a658}'/><EventID>20</EventID><Version>1</Version>\
      <Level>2</Level><Task>1</Task><Opcode>13</Opcode><Keywords>0x8000000000000028</Keywords>\
      <TimeCreated SystemTime='2026-02-18T13:59:41.1982207Z'/><EventRecordID>184041</EventRecordID>\
      <Correlation/><Execution ProcessID='1936' ThreadID='20868'/><Channel>System</Channel>\
      <Computer>PC</Computer><Security UserID='S-1-5-18'/></System><EventData>\
      <Data Name='errorCode'>0x80070006</Data>\
      <Data Name='updateTitle'>2026-02 Update for Windows 11 &amp; .NET (KB5050001)</Data>\
      <Data Name='updateGuid'>{A71D945C-A477-45F6-8F5D-3B4DAAB59C9D}</Data>\
      <Data Name='updateRevisionNumber'>1</Data>\
      <Data Name='serviceGuid'>{9482F4B4-E343-43B6-B170-9A65BC822C77}</Data></EventData></Event>""";

  private static UpdateEvent parsed(String xml) {
    Optional<UpdateEvent> event = UpdateEventXml.parse(xml);
    assertThat(event).isPresent();
    return event.get();
  }

  @Test
  void understandsAFailedInstallation() {
    assertThat(parsed(INSTALL_FAILED))
        .isEqualTo(
            new UpdateEvent(
                Instant.parse("2026-02-18T13:59:41.198220700Z"),
                20,
                "System",
                184041,
                Operation.INSTALL,
                Outcome.FAILED,
                Optional.of(HResult.INVALID_HANDLE),
                "2026-02 Update for Windows 11 & .NET (KB5050001)",
                "a71d945c-a477-45f6-8f5d-3b4daab59c9d",
                UpdateService.WINDOWS_UPDATE,
                OptionalInt.empty()));
  }

  @Test
  void readsOtherQuotesFractionsAndIndents() {
    String pretty =
        INSTALL_FAILED
            .replace('\'', '"')
            .replace("1982207Z", "198220700Z")
            .replace("><", ">\n  <")
            .replace(">0x80070006<", ">\n0X80070006 <");
    assertThat(parsed("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" + pretty))
        .isEqualTo(parsed(INSTALL_FAILED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x80070006", "0X80070006", "-2147024890", "2147942406"})
  void readsTheNumberInEverySpelling(String number) {
    assertThat(parsed(INSTALL_FAILED.replace("0x80070006", number)).code())
        .contains(HResult.INVALID_HANDLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "0x", "0x180070006", "99999999999", "0xZZ"})
  void doesNotInventANumber(String number) {
    assertThat(parsed(INSTALL_FAILED.replace("0x80070006", number)).code()).isEmpty();
  }

  @Test
  void readsDataByNameInAnyOrder() {
    UpdateEvent event =
        parsed(
            INSTALL_FAILED
                .replace("<EventID>20", "<EventID Qualifiers='0'>31")
                .replace("<Data Name='errorCode'>0x80070006</Data>", "")
                .replace("</EventData>", "<Data Name='errorCode'>0x80240034</Data></EventData>"));
    assertThat(event.operation()).isEqualTo(Operation.DOWNLOAD);
    assertThat(event.code()).contains(new HResult(0x80240034));
    assertThat(event.title()).contains("KB5050001");
  }

  @Test
  void doesWithoutWhatVersionZeroLacks() {
    UpdateEvent event =
        parsed(
            "<Event><System><Provider Name='Microsoft-Windows-WindowsUpdateClient'/>"
                + "<EventID>25</EventID><TimeCreated SystemTime='2026-02-18T13:59:41Z'/></System>"
                + "<EventData><Data Name='errorCode'>0x80070006</Data></EventData></Event>");
    assertThat(event.operation()).isEqualTo(Operation.SEARCH);
    assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(event.service()).isEqualTo(UpdateService.UNNAMED);
    assertThat(event.title()).isEmpty();
    assertThat(event.updateId()).isEmpty();
    assertThat(event.recordId()).isZero();
    assertThat(event.channel()).isEmpty();
  }

  @Test
  void knowsAnAppByItsTitleWhereTheServiceIsMissing() {
    UpdateEvent event =
        parsed(
            INSTALL_FAILED
                .replace(">20<", ">31<")
                .replace("2026-02 Update for Windows 11 &amp; .NET (KB5050001)", "9NBLGGH3FL3T-A.B")
                .replace("serviceGuid", "nothing"));
    assertThat(event.service()).isEqualTo(UpdateService.MICROSOFT_STORE);
    assertThat(event.isAboutWindows()).isFalse();
  }

  @Test
  void countsTheUpdatesFound() {
    UpdateEvent event =
        parsed(
            INSTALL_FAILED
                .replace(">20<", ">26<")
                .replace("<Data Name='errorCode'>0x80070006", "<Data Name='updateCount'>0"));
    assertThat(event.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(event.updatesFound()).hasValue(0);
    assertThat(event.code()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "16, OTHER, FAILED",
    "17, INSTALL, NEUTRAL",
    "18, INSTALL, NEUTRAL",
    "19, INSTALL, SUCCEEDED",
    "20, INSTALL, FAILED",
    "21, INSTALL, NEUTRAL",
    "22, INSTALL, NEUTRAL",
    "23, UNINSTALL, SUCCEEDED",
    "24, UNINSTALL, FAILED",
    "25, SEARCH, FAILED",
    "26, SEARCH, SUCCEEDED",
    "27, OTHER, NEUTRAL",
    "28, OTHER, NEUTRAL",
    "29, OTHER, NEUTRAL",
    "31, DOWNLOAD, FAILED",
    "32, OTHER, NEUTRAL",
    "34, OTHER, FAILED",
    "35, OTHER, NEUTRAL",
    "40, OTHER, NEUTRAL",
    "41, DOWNLOAD, STARTED",
    "42, OTHER, NEUTRAL",
    "43, INSTALL, STARTED",
    "44, DOWNLOAD, STARTED",
    "209, OTHER, NEUTRAL",
    "212, UNINSTALL, SUCCEEDED",
    "213, UNINSTALL, FAILED",
    "214, UNINSTALL, STARTED",
    "9999, OTHER, NEUTRAL"
  })
  void knowsEveryId(int id, Operation operation, Outcome outcome) {
    UpdateEvent event = parsed(INSTALL_FAILED.replace(">20<", ">" + id + "<"));
    assertThat(event.operation()).isEqualTo(operation);
    assertThat(event.outcome()).isEqualTo(outcome);
  }

  @Test
  void takesTheFirstOfSeveral() {
    assertThat(parsed(INSTALL_FAILED + INSTALL_FAILED.replace(">20<", ">19<")).id()).isEqualTo(20);
  }

  @Test
  void ofSeveralTextsNoneBorrowsFromAnother() {
    String untitled = INSTALL_FAILED.replace("Name='updateTitle'", "Name='other'");
    String torn = INSTALL_FAILED.substring(0, INSTALL_FAILED.length() - 20);
    assertThat(UpdateEventXml.parseAll(List.of(INSTALL_FAILED, torn, untitled, INSTALL_FAILED)))
        .containsExactly(parsed(INSTALL_FAILED), parsed(untitled), parsed(INSTALL_FAILED));
    assertThat(parsed(untitled).title()).isEmpty();
  }

  @Test
  void readsTheFirstOfAListThatIsCutOff() {
    String list = "<?xml version='1.0'?><Events>" + INSTALL_FAILED + "<Event";
    assertThat(parsed(list)).isEqualTo(parsed(INSTALL_FAILED));
    assertThat(UpdateEventXml.parse("<Events".repeat(100_000))).isEmpty();
  }

  @Test
  void knowsTheProviderByItsGuidToo() {
    String name = "Name='Microsoft-Windows-WindowsUpdateClient' ";
    assertThat(UpdateEventXml.parse(INSTALL_FAILED.replace(name, ""))).isPresent();
    assertThat(
            UpdateEventXml.parse(INSTALL_FAILED.replace(name, "Name='Service Control Manager' ")))
        .isEmpty();
  }

  @Test
  void isEmptyForWhatIsNoEvent() {
    assertThat(UpdateEventXml.parse(null)).isEmpty();
    assertThat(UpdateEventXml.parse("")).isEmpty();
    assertThat(UpdateEventXml.parse("<Event>")).isEmpty();
    assertThat(UpdateEventXml.parse(INSTALL_FAILED.substring(0, 400))).isEmpty();
    assertThat(UpdateEventXml.parse(INSTALL_FAILED.replace("<EventID>20</EventID>", ""))).isEmpty();
    assertThat(UpdateEventXml.parse(INSTALL_FAILED.replace(">20<", ">twenty<"))).isEmpty();
    assertThat(UpdateEventXml.parse(INSTALL_FAILED.replace("2026-02-18T", "long ago "))).isEmpty();
  }

  @Test
  void readsNoEntitiesFromOutside() {
    String attack =
        "<!DOCTYPE Event [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
            + INSTALL_FAILED.replace("2026-02 Update", "&x;");
    assertThat(UpdateEventXml.parse(attack)).isEmpty();
  }
}
