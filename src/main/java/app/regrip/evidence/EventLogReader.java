package app.regrip.evidence;

import app.regrip.eventxml.EventFields;
import app.regrip.eventxml.RecordFields;
import app.regrip.evidence.evtx.EvtxException;
import app.regrip.evidence.evtx.EvtxLog;
import app.regrip.evidence.evtx.EvtxRecord;
import app.regrip.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the events of a binary log, in whatever state it is. The numbers of its records take the
 * place of lines.
 */
final class EventLogReader {

  /** What is said where nothing could be read. */
  static final String NOTHING_READ = "evidence.evtx.nothing-read";

  private final EvidenceSink sink;
  private final EventOfXml meaning = new EventOfXml();
  private final RecordFields content = new RecordFields(EventOfXml::knows, EventOfXml::asks);
  private final Counted recovered = new Counted();
  private final Counted unread = new Counted();
  private Message why = Message.NONE;
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
      nothing(e.why());
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
        throw new EvtxException(Message.of("evidence.evtx.why.nameless"));
      }
      event(record, fields, event.get());
    } catch (EvtxException e) {
      why = unread.count == 0 ? e.why() : why;
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
      sink.clue(new Hint(Hint.WSUS, "", Optional.empty(), event.time(), record.number()));
    }
  }

  private void conclude(EvtxLog log) {
    if (read == 0) {
      nothing(reasonForNothing(log));
    }
    if (recovered.count > 0) {
      sink.problem(
          new Problem(Message.of("evidence.evtx.recovered", recovered.count), recovered.first));
    }
    if (unread.count > 0 && read > 0) {
      sink.problem(
          new Problem(Message.of("evidence.evtx.left-out", unread.count, why), unread.first));
    }
    if (log.isCutOff()) {
      sink.problem(new Problem(Message.of("evidence.evtx.cut-off"), 0));
    }
    if (log.isDirty()) {
      sink.problem(new Problem(Message.of("evidence.evtx.not-closed"), 0));
    }
  }

  private Message reasonForNothing(EvtxLog log) {
    if (unread.count > 0) {
      return Message.of("evidence.evtx.all-broken", unread.count, why);
    }
    return Message.of(
        log.damagedChunks() > 0 ? "evidence.evtx.nothing-intact" : "evidence.evtx.no-event");
  }

  private void nothing(Message reason) {
    sink.problem(new Problem(Message.of(NOTHING_READ, reason), 0));
  }
}
