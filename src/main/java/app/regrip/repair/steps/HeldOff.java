package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.StartType;
import app.regrip.repair.StepContext;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Services that come back each time they are stopped, by a trigger or by another program, are
 * disabled for as long as the folders are worked on. How each of them started is in the journal
 * before any is touched, and whatever starts the services again puts that back first.
 */
final class HeldOff {

  private static final String START_TYPES = "startTypes";

  private HeldOff() {}

  /** How those that hold the folders start now, for the journal. */
  static Map.Entry<String, String> startTypes(StepContext context) throws PcException {
    Map<String, StartType> types = new LinkedHashMap<>();
    for (String service : ServiceNames.HOLD_THE_FOLDERS) {
      Optional<ServiceStatus> status = context.pc().services().query(service);
      status.ifPresent(s -> types.put(service, s.startType()));
    }
    return Map.entry(
        START_TYPES,
        types.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(",")));
  }

  /** Disables those; one that the journal does not know, or that Windows guards, stays as it is. */
  static void disable(StepContext context, UndoData before, List<String> services) {
    Map<String, StartType> were = were(before);
    for (String service : services) {
      if (were.getOrDefault(service, StartType.DISABLED) != StartType.DISABLED) {
        try {
          context.pc().services().setStartType(service, StartType.DISABLED);
          context.said(Message.of("repair.said.held-off", ServiceNames.atStart(service)));
        } catch (PcException e) {
          context.said(
              Message.of(
                  "repair.said.not-held-off", ServiceNames.atStart(service), e.code().hex()));
        }
      }
    }
  }

  /** Puts the start types back that {@link #disable} changed. */
  static void letGo(StepContext context, UndoData before) throws PcException {
    for (Map.Entry<String, StartType> was : were(before).entrySet()) {
      boolean disabled =
          context
              .pc()
              .services()
              .query(was.getKey())
              .map(s -> s.startType() == StartType.DISABLED)
              .orElse(false);
      if (disabled && was.getValue() != StartType.DISABLED) {
        context.pc().services().setStartType(was.getKey(), was.getValue());
      }
    }
  }

  private static Map<String, StartType> were(UndoData before) {
    Map<String, StartType> types = new LinkedHashMap<>();
    for (String pair : before.fact(START_TYPES).orElse("").split(",")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        types.put(pair.substring(0, equals), StartType.valueOf(pair.substring(equals + 1)));
      }
    }
    return types;
  }
}
