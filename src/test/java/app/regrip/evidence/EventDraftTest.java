package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventDraftTest {

  @Test
  void aSentenceIsAboutTheServiceItNamesFirst() {
    assertThat(EventDraft.service("Windows Update waits for Cryptographic Services and WUAUSERV"))
        .contains("wuauserv");
    assertThat(EventDraft.service("Cryptographic Services; Windows Update depends on it"))
        .contains("cryptsvc");
  }
}
