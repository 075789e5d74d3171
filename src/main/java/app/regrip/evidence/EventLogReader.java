package app.regrip.evidence;

import app.regrip.evidence.evtx.EvtxException;
import app.regrip.evidence.evtx.EvtxLog;
import app.regrip.evidence.evtx.EvtxRecord;
import app.regrip.evidence.evtx.RecordFields;
import app.regrip.update.EventFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the events of a binary log, in whatever state it is. The numbers of its records take the
 * place of lines.
 */
final class EventLogReader {

  private final EvidenceSink sink;
  private final EventOfXml meaning = new EventOfXml();
  private final RecordFields content = new RecordFields(EventOfXml::knows, EventOfXml::asks);
  private final Counted recovered = new Counted();
  private final Counted unread = new Counted();
  private String why = "";
  private long read;
  private String pc = "";
  private boolean wsusSeen;

  /** How many, from which record on. */
  private static final class Counted {
    private long count;
    private long first;

    void add(long number) {
      first = count++ == 0 ? number : first;
    }
  }

  EventLogReader(EvidenceSink sink) {
    this.sink = sink;
  }

  /** Reads to the end and says what is missing, also where the reading fails half-way. */
  void read(InputStream in) throws IOException {
    EvtxLog log;
    try {
      log = EvtxLog.open(in);
    } catch (EvtxException e) {
      nothing(e.getMessage());
      return;
    }
    try {
      for (Optional<EvtxRecord> next = log.next(); next.isPresent(); next = log.next()) {
        read(next.get());
      }
    } finally {
      conclude(log);
    }
  }

  private void read(EvtxRecord record) {
    try {
      content.clear();
      record.read(content);
      EventFields fields = new EventFields(content.fields());
      Optional<LoggedEvent> event = meaning.of(fields, record.number());
      if (event.isEmpty()) {
        throw new EvtxException("it does not say which event it is");
      }
      event(record, fields, event.get());
    } catch (EvtxException e) {
      why = unread.count == 0 ? e.getMessage() : why;
      unread.add(record.number());
    }
  }

  private void event(EvtxRecord record, EventFields fields, LoggedEvent event) {
    read++;
    if (record.isRecovered()) {
      recovered.add(record.number());
    }
    if (pc.isEmpty()) {
      pc = EventOfXml.pc(fields);
      sink.pc(pc);
    }
    sink.event(event);
    if (!wsusSeen && EventOfXml.isOfWsus(fields)) {
      wsusSeen = true;
      sink.clue(new Clue(Clue.WSUS, "", Optional.empty(), event.time(), record.number()));
    }
  }

  private void conclude(EvtxLog log) {
    if (read == 0) {
      nothing(reasonForNothing(log));
    }
    if (recovered.count > 0) {
      sink.problem(
          new Problem(
              recovered.count == 1
                  ? "One event stands in a damaged part of the log and was recovered."
                  : recovered.count
                      + " events stand in damaged parts of the log and were recovered, from here"
                      + " on.",
              recovered.first));
    }
    if (unread.count > 0 && read > 0) {
      sink.problem(
          new Problem(
              (unread.count == 1
                      ? "One event is broken and was left out: "
                      : unread.count + " events are broken and were left out, from here on: ")
                  + why
                  + ".",
              unread.first));
    }
    if (log.isCutOff()) {
      sink.problem(new Problem("The end of the log is missing.", 0));
    }
    if (log.isDirty()) {
      sink.problem(
          new Problem(
              "Windows had not closed this log: it was copied while in use, or the PC lost power."
                  + " The newest events may be missing.",
              0));
    }
  }

  private String reasonForNothing(EvtxLog log) {
    if (unread.count > 0) {
      return unread.count == 1
          ? "its only event is broken, " + why
          : "each of its " + unread.count + " events is broken, the first because " + why;
    }
    return log.damagedChunks() > 0 ? "no part of it is intact" : "there is no event in it";
  }

  private void nothing(String reason) {
    sink.problem(new Problem("Nothing could be read from this event log: " + reason + ".", 0));
  }
}
