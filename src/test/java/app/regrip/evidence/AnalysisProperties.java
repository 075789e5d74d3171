package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnalysisProperties {

  private static final ErrorCatalog CATALOG = ErrorCatalog.load();

  private static final String[] SEEDS = {
    "<Events><Event><System><Provider Name='Microsoft-Windows-WindowsUpdateClient'/><EventID>20"
        + "</EventID><TimeCreated SystemTime='2026-01-01T00:00:00Z'/></System><EventData><Data"
        + " Name='errorCode'>0x80070306</Data></EventData></Event></Events>\r\n",
    "{16D57C29-A552-4B80-80E9-A353C6D90CBE}\t2023-01-06 09:45:55:528-0500\t1\t148 [X]\t101\t{0}\t0"
        + "\t80070306\tApp\tFailure\tSoftware Synchronization\tfailed\tcv\r\n",
    "2023/05/22 08:10:12.8479970 6996  7148  Agent           *FAILED* [80070306] x\r\n",
    "HotFixID  Description     InstalledOn\r\n--------  -----------     -----------\r\n"
        + "KB5014032 Security Update 5/5/2023 12:00:00 AM\r\n",
    "ResultCode HResult Title\r\n---------- ------- -----\r\n         2       0 KB5000001\r\n",
    "Operation : 1\r\nResultCode : 4\r\nHResult : -2147024122\r\nDate : 1/2/2026\r\nTitle : A\r\n",
    "SERVICE_NAME: wuauserv\r\n        TYPE               : 10  WIN32_OWN_PROCESS\r\n"
        + "        START_TYPE         : 3   DEMAND_START\r\n",
    "Event[0]:\r\n  Source: Microsoft-Windows-WindowsUpdateClient\r\n  Event ID: 20\r\n"
        + "  Description: \r\nInstallation Failure: it failed with error 0x80070306: A.\r\n",
    "Error,1/2/2026,Microsoft-Windows-WindowsUpdateClient,20,Agent,\"a \"\"b\"\" 0x80070306\"\r\n",
    "{\"u\": [{\"title\": \"A\", \"failure_hresult_code\": 2149842967, \"installed\": false}]}\r\n",
    "<![LOG[Scan failed with error = 0x80070306.]LOG]!><time=\"08:00:00.000+0\""
        + " date=\"01-02-2026\" component=\"WUAHandler\" context=\"\">\r\n",
    "2026-01-02 08:15:03, Error                 MOUPG  Result = 0xC1900101 - 0x20017\r\n",
    "Failed to install on 1/2/2026 - 0x80070306\r\n",
    "[SC] StartService FAILED 1058:\r\n",
  };

  @Property(tries = 300)
  void nothingThrowsWhateverIsBrokenInALog(@ForAll("mutations") byte[] bytes) {
    Analysis.Result result = analyse(bytes);
    assertThat(result.files()).hasSize(1);
    FileReport file = result.files().get(0);
    assertThat(file.isUnderstood() || !file.problems().isEmpty()).isTrue();
  }

  @Property(tries = 100)
  void arbitraryBytesAreAnAnswerToo(@ForAll byte[] bytes) {
    assertThat(analyse(bytes).files()).hasSize(1);
  }

  @Provide
  Arbitrary<byte[]> mutations() {
    return Arbitraries.longs().map(AnalysisProperties::mutated);
  }

  private static byte[] mutated(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(SEEDS[random.nextInt(SEEDS.length)]);
    }
    byte[] bytes =
        text.toString()
            .getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
    for (int i = random.nextInt(20); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    int from = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 0;
    return Arrays.copyOfRange(bytes, from, from + random.nextInt(bytes.length - from) + 1);
  }

  private static Analysis.Result analyse(byte[] bytes) {
    Analysis analysis = new Analysis(CATALOG);
    analysis.read("log", new ByteArrayInputStream(bytes));
    return analysis.result();
  }
}
