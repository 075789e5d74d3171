package app.regrip.evidence;

import app.regrip.evidence.EventDraft.Field;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Tells the kinds that people paste by one line, or by the names that several lines begin with. */
final class PastedSigns {

  private final Set<Field> seen = EnumSet.noneOf(Field.class);
  private String before = "";

  /** Empty where the line decides nothing. */
  Optional<FileKind> of(String text) {
    if (EventTextReader.isSign(text)
        || EventTable.isHeader(text)
        || EventTable.isGroup(text)
        || EventCsv.isHeader(text)
        || EventCsv.isRow(text)
        || EventDraft.beginsMessage(text)
        || ProblemReport.isSign(text)
        || isListedEvent(text)) {
      return Optional.of(FileKind.EVENT_TEXT);
    }
    if (ConfigManagerReader.isSign(text)) {
      return Optional.of(FileKind.CONFIG_MANAGER_LOG);
    }
    if (JsonResultReader.isSign(text)) {
      return Optional.of(FileKind.RESULT_JSON);
    }
    if (SetupLogReader.isSign(text)) {
      return Optional.of(FileKind.SETUP_LOG);
    }
    if (WingetReader.isSign(text)) {
      return Optional.of(FileKind.WINGET_OUTPUT);
    }
    String last = before;
    before = text;
    if (UpdateLine.isSign(text, last)
        || ScriptReport.isSign(text)
        || ToldFailure.in(1, text, last).isPresent()) {
      return Optional.of(FileKind.UPDATE_HISTORY);
    }
    return ServiceQueryReader.isListed(text)
            || ServiceTable.isHeader(text)
            || ServiceTable.error(text).isPresent()
            || ServiceTable.failure(text).isPresent()
            || ServiceTable.notStarted(text).isPresent()
            || ServiceTable.setToDisabled(text).isPresent()
        ? Optional.of(FileKind.SERVICE_QUERY)
        : Optional.empty();
  }

  /** An id and a source, each in a line of its own. */
  private boolean isListedEvent(String text) {
    Optional<Field> field = EventTextReader.fieldOf(text);
    field.ifPresent(seen::add);
    boolean id = seen.contains(Field.ID) || seen.contains(Field.INSTANCE);
    return field.isPresent() && id && seen.contains(Field.PROVIDER);
  }
}
