package app.regrip.evidence.evtx;

import app.regrip.eventxml.XmlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log that was read to its end, for tests. */
record ReadLog(EvtxLog log, List<Read> records) {

  /** The XML, or why there is none. */
  record Read(long number, boolean recovered, String xml, String broken) {}

  static ReadLog of(byte[] bytes) throws EvtxException {
    try {
      EvtxLog log = EvtxLog.open(new ByteArrayInputStream(bytes));
      List<Read> records = new ArrayList<>();
      for (Optional<EvtxRecord> next = log.next(); next.isPresent(); next = log.next()) {
        records.add(read(next.get()));
      }
      return new ReadLog(log, records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Read read(EvtxRecord record) {
    XmlText xml = new XmlText();
    try {
      record.read(xml);
      return new Read(record.number(), record.isRecovered(), xml.toString(), "");
    } catch (EvtxException e) {
      return new Read(record.number(), record.isRecovered(), "", e.getMessage());
    }
  }

  List<Long> numbers() {
    return records.stream().filter(r -> r.broken().isEmpty()).map(Read::number).toList();
  }

  List<Long> recovered() {
    return records.stream()
        .filter(r -> r.broken().isEmpty() && r.recovered())
        .map(Read::number)
        .toList();
  }

  List<Long> broken() {
    return records.stream().filter(r -> !r.broken().isEmpty()).map(Read::number).toList();
  }
}
