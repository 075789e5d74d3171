package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.windows.facts.MachinePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What administrators are given says the same as the code. */
class FleetTest {

  private static final Path FLEET = Path.of("launcher", "fleet");
  private static final String KEY = "SOFTWARE\\Policies\\Regrip";

  /** Name to "least to most", as the page writes it. */
  private static final TreeMap<String, String> POLICIES = new TreeMap<>();

  static {
    for (MachinePolicy policy : MachinePolicy.values()) {
      POLICIES.put(policy.valueName(), policy.least() + " to " + policy.most());
    }
  }

  @Test
  void theTemplateOffersThePoliciesThereAre() throws Exception {
    TreeMap<String, String> offered = new TreeMap<>();
    for (Element policy : elements(read(FLEET.resolve("Regrip.admx")), "policy")) {
      assertThat(policy.getAttribute("class")).isEqualTo("Machine");
      assertThat(policy.getAttribute("key")).isEqualTo(KEY);
      if (policy.hasAttribute("valueName")) {
        offered.put(
            policy.getAttribute("valueName"),
            number(policy, "disabledValue") + " to " + number(policy, "enabledValue"));
      } else if (!elements(policy, "enum").isEmpty()) {
        List<Integer> numbers =
            elements(policy, "decimal").stream()
                .map(item -> Integer.valueOf(item.getAttribute("value")))
                .toList();
        offered.put(
            elements(policy, "enum").get(0).getAttribute("valueName"),
            Collections.min(numbers) + " to " + Collections.max(numbers));
      } else {
        Element decimal = elements(policy, "decimal").get(0);
        offered.put(
            decimal.getAttribute("valueName"),
            decimal.getAttribute("minValue") + " to " + decimal.getAttribute("maxValue"));
      }
    }
    assertThat(offered).isEqualTo(POLICIES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE"})
  void eachLanguageHasTheTextsTheTemplateAsksFor(String language) throws Exception {
    List<String> wanted =
        Pattern.compile("\\$\\((?:string|presentation)\\.([A-Za-z0-9_]+)\\)")
            .matcher(Files.readString(FLEET.resolve("Regrip.admx")))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    Document texts = read(FLEET.resolve(language).resolve("Regrip.adml"));
    List<String> there =
        Stream.concat(elements(texts, "string").stream(), elements(texts, "presentation").stream())
            .map(text -> text.getAttribute("id"))
            .distinct()
            .toList();
    assertThat(there).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(elements(texts, "string"))
        .allSatisfy(text -> assertThat(text.getTextContent()).isNotBlank());
  }

  @Test
  void thePageNamesThePoliciesThereAre() throws IOException {
    TreeMap<String, String> named = new TreeMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\| (\\d+ to \\d+) \\|")
            .matcher(Files.readString(Path.of("src", "site", "markdown", "fleet.md")));
    while (row.find()) {
      named.put(row.group(1), row.group(2));
    }
    assertThat(named).isEqualTo(POLICIES);
  }

  /** The native launcher reads one of them, before any Java. */
  @Test
  void theLauncherReadsTheSameValue() throws IOException {
    assertThat(Files.readString(Path.of("launcher", "native", "autostart.c")))
        .contains("L\"" + KEY.replace("\\", "\\\\") + "\"")
        .contains("L\"" + MachinePolicy.START_WITH_WINDOWS.valueName() + "\"");
  }

  /**
   * What a command line may say to the installer is on the page, and is read where it is written.
   */
  @Test
  void thePageNamesThePropertiesOfTheInstaller() throws IOException {
    String tables = Files.readString(Path.of("launcher", "installer", "tables.sql"));
    Matcher secure = Pattern.compile("SET `Value` = '([A-Z_;]+)'").matcher(tables);
    assertThat(secure.find()).isTrue();
    List<String> properties =
        Arrays.stream(secure.group(1).split(";"))
            .filter(name -> !name.endsWith("BEFORE") && !name.startsWith("WIX_"))
            .toList();
    List<String> named =
        Pattern.compile("(?m)^\\| `([A-Z]+)=")
            .matcher(Files.readString(Path.of("src", "site", "markdown", "fleet.md")))
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(named).isEqualTo(properties);
  }

  @Test
  void whatTheInstallerWritesIsWhatIsRead() throws IOException {
    String installer = Files.readString(Path.of("launcher", "installer", "regrip.wxs"));
    String facts = "src/main/java/app/regrip/windows/facts/InstallationChoice.java";
    assertThat(installer)
        .contains("Key=\"Software\\Regrip\" Name=\"Language\" Type=\"string\"")
        .contains("Key=\"Software\\Regrip\" Name=\"Alerts\" Type=\"string\"")
        .contains("Key=\"Software\\Regrip\" Name=\"RepairManagedPc\" Type=\"integer\"")
        .contains("Key=\"Software\\Regrip\" Name=\"CheckForUpdates\" Type=\"integer\"");
    assertThat(Files.readString(Path.of("launcher", "native", "language.c")))
        .contains("L\"SOFTWARE\\\\Regrip\", L\"Language\"");
    assertThat(Files.readString(Path.of("launcher", "native", "launcher.c")))
        .contains("L\"-D" + Language.INSTALLED + "=%ls\"");
    assertThat(Files.readString(Path.of(facts)))
        .contains(
            "\"SOFTWARE\\\\Regrip\"", "\"Alerts\"", "\"RepairManagedPc\"", "\"CheckForUpdates\"");
  }

  /** They run as SYSTEM, so they start nothing a user could put somewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"detect.ps1", "remediate.ps1", "register-metrics.ps1"})
  void theScriptsStartWhatIsInstalledAndNothingElse(String name) throws IOException {
    String script = Files.readString(FLEET.resolve(name));
    assertThat(script).contains("$regrip = Join-Path $env:ProgramW6432 'Regrip\\regrip.com'");
    assertThat(Arrays.stream(script.split("\n")).filter(line -> line.contains("& ")))
        .allMatch(line -> line.contains("& $regrip ") || line.contains("'System32\\icacls.exe'"));
    assertThat(script.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("invoke-expression", "iex ", "http", "$env:temp", "-executionpolicy");
  }

  private static Document read(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(file.toFile());
  }

  private static String number(Element policy, String name) {
    return elements(elements(policy, name).get(0), "decimal").get(0).getAttribute("value");
  }

  private static List<Element> elements(org.w3c.dom.Node in, String name) {
    NodeList found =
        in instanceof Document document
            ? document.getElementsByTagName(name)
            : ((Element) in).getElementsByTagName(name);
    return java.util.stream.IntStream.range(0, found.getLength())
        .mapToObj(i -> (Element) found.item(i))
        .toList();
  }
}
