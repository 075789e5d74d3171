package app.regrip.windows.facts;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdatePolicies;
import app.regrip.pc.WindowsImage;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import app.regrip.windows.win32.Registry;
import app.regrip.windows.win32.Wmi;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Asks whose PC it is, what protects it, and what it forbids. */
public final class FactQuestions {

  /** Off, on, snoozed, expired: the half-byte of productState that says whether it is on. */
  private static final Set<Integer> POWERS = Set.of(0, 1, 2, 3);

  private FactQuestions() {}

  /** The properties asked of the WMI class AntiVirusProduct. */
  private enum Property {
    displayName,
    productState
  }

  /** By the ids of the assumptions. */
  public static Map<String, Question> all() {
    return Map.of(
        "U20",
        FactQuestions::antivirus,
        "U29",
        FactQuestions::autostart,
        "U30",
        FactQuestions::owner,
        "U34",
        FactQuestions::image);
  }

  private static Answer image() throws PcException {
    WindowsImage image =
        new WindowsPcFacts(
                (channel, question) -> {
                  throw new IllegalStateException("no events are asked for");
                })
            .image();
    return Answer.of(
        !image.edition().isEmpty()
            && !image.languages().isEmpty()
            && image.architecture() != WindowsImage.Architecture.UNKNOWN,
        Message.asIs(
            image.edition()
                + ", "
                + image.architecture()
                + ", "
                + String.join(" ", image.languages())));
  }

  private static Answer owner() throws PcException {
    UpdatePolicies policies = new WindowsUpdatePolicies();
    UpdatePolicies.Owner owner = policies.owner();
    String set =
        policies.switchedOn().stream().map(s -> s.policy().valueName()).toList().toString();
    return Answer.held(
        owner.isOrganisation()
            ? Message.of("selftest.u30.joined", owner.ties().toString(), set)
            : Message.of("selftest.u30.not-joined", set));
  }

  private static Answer antivirus() {
    WmiResult<Property> products;
    try {
      products =
          Wmi.ask(
              "root\\SecurityCenter2",
              "AntiVirusProduct",
              Property.class,
              Message.of("windows.facts.antivirus"));
    } catch (PcException e) {
      return Answer.couldNotAsk(
          Message.of(
              "selftest.u20.no-security-center",
              Message.of("selftest.refused", e.what(), e.code().hex())));
    }
    List<String> seen = new ArrayList<>();
    boolean asBelieved = true;
    for (int i = 0; i < products.getResultCount(); i++) {
      String name = String.valueOf(products.getValue(Property.displayName, i));
      Object value = products.getValue(Property.productState, i);
      int number = value instanceof Number state ? state.intValue() : -1;
      boolean microsoft = name.contains("Defender") || name.contains("Microsoft");
      asBelieved &=
          value instanceof Number
              && POWERS.contains(number >> 12 & 0xF)
              && new ProductState(number).isMicrosoft() == microsoft;
      seen.add(name + String.format(Locale.ROOT, " 0x%05X", number));
    }
    return seen.isEmpty()
        ? Answer.couldNotAsk(Message.of("selftest.u20.none"))
        : Answer.of(asBelieved, Message.asIs(String.join(", ", seen)));
  }

  /** A policy can keep Windows from reading the key at all; the rest is for a person to see. */
  private static Answer autostart() throws PcException {
    boolean forbidden =
        Registry.machine()
                .number(
                    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer",
                    "DisableLocalMachineRun")
                .orElse(0)
            == 1;
    return forbidden
        ? Answer.didNotHold(Message.of("selftest.u29.forbidden"))
        : Answer.couldNotAsk(Message.of("selftest.u29.look"));
  }
}
