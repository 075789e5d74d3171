package app.regrip.evidence;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message alone tells of the event it is of, by the message tables of the stand-alone
 * installer (wusa.exe) and of the Service Control Manager.
 *
 * @param subject the update or the service it is about
 * @param code as the message has it; empty where there is none
 */
record EventSentence(String provider, String id, String subject, String code) {

  static final String WUSA = "microsoft-windows-wusa";
  static final String SERVICES = "service control manager";

  private static final Pattern INSTALLER =
      Pattern.compile(
          "(?i)windows update (.{0,300}?) ?(?:(was successfully installed)"
              + "|could not be installed because of error ([0-9]{1,10})"
              + "|(was successfully uninstalled)"
              + "|could not be uninstalled because of error ([0-9]{1,10})).*",
          Pattern.DOTALL);

  /** By group of {@link #INSTALLER}. */
  private static final Map<Integer, String> INSTALLER_IDS = Map.of(2, "2", 3, "3", 4, "7", 5, "8");

  private static final Map<String, Pattern> OF_SERVICES =
      Map.of(
          "7000",
          Pattern.compile(
              "(?i)(?:the (.{2,80}?) service failed to start due to the following error"
                  + "|der dienst [\"„“]?(.{2,80}?)[\"“”]? wurde aufgrund folgenden fehlers nicht"
                  + " gestartet).*",
              Pattern.DOTALL),
          "7023",
          Pattern.compile(
              "(?i)(?:the (.{2,80}?) service terminated with the following"
                  + "|der dienst [\"„“]?(.{2,80}?)[\"“”]? wurde mit (?:dem )?folgendem (?:dienstspezifischem )?fehler"
                  + " beendet).*",
              Pattern.DOTALL),
          "7034",
          Pattern.compile(
              "(?i)(?:the (.{2,80}?) service terminated unexpectedly"
                  + "|der dienst [\"„“]?(.{2,80}?)[\"“”]? wurde unerwartet beendet).*",
              Pattern.DOTALL));

  /** One of these is in each of those: most sentences tell that a service runs, or stopped. */
  private static final Phrases TROUBLE =
      Phrases.of("failed to start", "terminated", "nicht gestartet", " beendet");

  private static final String UPDATE = "windows update ";

  static Optional<EventSentence> of(String message) {
    String text = message.strip();
    if (text.regionMatches(true, 0, UPDATE, 0, UPDATE.length())) {
      return ofInstaller(text);
    }
    boolean service =
        text.regionMatches(true, 0, "the ", 0, 4) && text.contains("ervice")
            || text.regionMatches(true, 0, "der ", 0, 4) && text.contains("ienst");
    return service ? ofService(text) : Optional.empty();
  }

  private static Optional<EventSentence> ofInstaller(String text) {
    Matcher installer = INSTALLER.matcher(text);
    if (!installer.matches()) {
      return Optional.empty();
    }
    String title = installer.group(1).replaceAll("^[\"“„]|[\"”“]$", "");
    return INSTALLER_IDS.entrySet().stream()
        .filter(id -> installer.group(id.getKey()) != null)
        .map(id -> new EventSentence(WUSA, id.getValue(), title, number(installer, id.getKey())))
        .findFirst();
  }

  private static String number(Matcher installer, int group) {
    return group == 3 || group == 5 ? installer.group(group) : "";
  }

  /** Of a service that updates need; others may fail without harm. */
  private static Optional<EventSentence> ofService(String text) {
    if (!TROUBLE.anyIn(text.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    for (Map.Entry<String, Pattern> known : OF_SERVICES.entrySet()) {
      Matcher sentence = known.getValue().matcher(text);
      if (sentence.matches()) {
        String name = sentence.group(1) == null ? sentence.group(2) : sentence.group(1);
        return EventDraft.service(name)
            .map(key -> new EventSentence(SERVICES, known.getKey(), key, ""));
      }
    }
    return Optional.empty();
  }
}
