package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdatePolicy;
import app.regrip.repair.steps.ServiceNames;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has its key from a name in the code has words too. */
class NamesInSentencesTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void eachCheckSaysWhatItCouldNotLookAt(String language) {
    List<Finding> findings = new Diagnosis(Clock.systemUTC()).look(pcThatTellsNothing());

    assertThat(findings).hasSizeGreaterThan(10).allMatch(f -> f.id().startsWith("unknown-"));
    assertSaid(language, findings.stream().map(Finding::text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void eachPolicyHasItsEffect(String language) {
    MemoryPc pc = new MemoryPc();
    Stream.of(UpdatePolicy.values()).forEach(policy -> pc.policies.put(policy, 1));

    List<Finding> findings = new Diagnosis(Clock.systemUTC()).look(pc);

    assertThat(findings).extracting(Finding::id).contains("policy-at-home");
    assertSaid(language, findings.stream().flatMap(f -> Stream.of(f.text(), f.evidence())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void eachServiceHasItsName(String language) {
    assertSaid(
        language,
        Stream.of(
                ServiceNames.UPDATE_ORCHESTRATOR,
                ServiceNames.DELIVERY_OPTIMIZATION,
                ServiceNames.BITS,
                ServiceNames.WINDOWS_UPDATE,
                ServiceNames.INSTALLER,
                ServiceNames.CRYPTOGRAPHIC,
                ServiceNames.TRUSTED_INSTALLER)
            .flatMap(service -> Stream.of(ServiceNames.of(service), ServiceNames.atStart(service)))
            .peek(name -> assertThat(name.key()).startsWith("repair.service.")));
  }

  private static void assertSaid(String language, Stream<Message> messages) {
    Translator translator = new Translator(Locale.forLanguageTag(language), ZoneOffset.UTC);
    assertThat(messages.map(translator::say))
        .isNotEmpty()
        .noneMatch(words -> words.isBlank() || words.contains("repair."));
  }

  private static Pc pcThatTellsNothing() {
    return (Pc)
        Proxy.newProxyInstance(
            Pc.class.getClassLoader(),
            new Class<?>[] {Pc.class},
            (proxy, port, none) -> portThatTellsNothing(port.getReturnType()));
  }

  private static Object portThatTellsNothing(Class<?> port) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, given) -> {
          throw new PcException(Message.asIs("Asking failed"), HResult.INVALID_HANDLE);
        });
  }
}
