package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.report.Secret;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class OwnNamesTest {

  @Test
  void namesTheUserTheComputerAndTheDomain() {
    Properties system = new Properties();
    system.setProperty("user.name", "marlene");
    system.setProperty("user.home", "/somewhere/marlene.old");
    Map<Secret, List<String>> names =
        OwnNames.of(
            Map.of("COMPUTERNAME", "KITCHEN.home.example", "USERDOMAIN", "CONTOSO"), system);
    assertThat(names.get(Secret.USER)).contains("marlene", "marlene.old");
    assertThat(names.get(Secret.COMPUTER)).contains("KITCHEN.home.example", "KITCHEN");
    assertThat(names.get(Secret.DOMAIN)).containsExactly("CONTOSO");
  }

  @Test
  void aComputerWithoutADomainIsItsOwn() {
    Map<Secret, List<String>> names =
        OwnNames.of(Map.of("COMPUTERNAME", "KITCHEN", "USERDOMAIN", "KITCHEN"), new Properties());
    assertThat(names.get(Secret.DOMAIN)).isEmpty();
  }
}
