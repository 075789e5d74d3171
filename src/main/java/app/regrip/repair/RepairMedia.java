package app.regrip.repair;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.RepairSource;
import app.regrip.pc.WindowsImage;
import app.regrip.pc.WindowsImage.Architecture;
import app.regrip.text.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether installation media suit this Windows, asked before DISM spends an hour on them. They must
 * be for the same kind of processor, of the same build, in a language of this Windows and of its
 * edition; of the images on them the one that fits is chosen. An older revision lacks what later
 * updates brought, but there may be no newer media, so DISM takes from it what it can.
 */
public final class RepairMedia {

  /** Versions that share one set of files: a switch is all that makes one the other. */
  private static final List<List<Integer>> SHARED =
      List.of(
          List.of(18362, 18363),
          List.of(19041, 19042, 19043, 19044, 19045),
          List.of(22621, 22631),
          List.of(26100, 26200));

  private RepairMedia() {}

  /**
   * @param source what to repair from; empty where the media do not suit
   * @param words what is on them, as a sentence; empty where there is nothing to say
   * @param next what to do where they do not suit
   */
  public record Judgement(Optional<RepairSource> source, Message words, Message next) {}

  /** How far an image suits; the later, the better. */
  private enum Suits {
    OTHER_PROCESSOR,
    OTHER_BUILD,
    OTHER_LANGUAGE,
    OTHER_EDITION,
    WELL
  }

  public static Judgement of(Pc pc, RepairSource asked) {
    try {
      return of(pc.facts().image(), pc.programs().images(asked.drive()), asked);
    } catch (PcException e) {
      return new Judgement(
          Optional.of(asked),
          Message.of("repair.media.unreadable", drive(asked), e.code().hex()),
          Message.NONE);
    }
  }

  static Judgement of(WindowsImage here, List<WindowsImage> images, RepairSource asked) {
    String drive = drive(asked);
    if (images.isEmpty()) {
      return new Judgement(Optional.empty(), Message.of("repair.media.none", drive), next(here));
    }
    int best = best(here, images, asked.index());
    WindowsImage image = images.get(best);
    if (suits(here, image) != Suits.WELL) {
      return new Judgement(Optional.empty(), misfit(drive, here, image), next(here));
    }
    RepairSource chosen = new RepairSource(asked.drive(), best + 1);
    Message which =
        chosen.equals(asked)
            ? Message.NONE
            : Message.of("repair.media.image", chosen.index(), drive, image.name());
    Message age =
        image.revision() < here.revision()
            ? Message.of("repair.media.older", number(image.revision()), number(here.revision()))
            : Message.NONE;
    return new Judgement(Optional.of(chosen), which.then(age), Message.NONE);
  }

  private static String drive(RepairSource source) {
    return source.drive() + ":";
  }

  /** A name for people to compare, and no count. */
  private static String number(int revisionOrBuild) {
    return Integer.toString(revisionOrBuild);
  }

  /** The one that was asked for, if it suits; else the first of those that suit best. */
  private static int best(WindowsImage here, List<WindowsImage> images, int index) {
    if (index <= images.size() && suits(here, images.get(index - 1)) == Suits.WELL) {
      return index - 1;
    }
    WindowsImage best =
        images.stream()
            .max(
                Comparator.<WindowsImage, Suits>comparing(image -> suits(here, image))
                    .thenComparing(image -> -images.indexOf(image)))
            .orElseThrow();
    return images.indexOf(best);
  }

  private static Suits suits(WindowsImage here, WindowsImage image) {
    if (!isSame(here.architecture(), image.architecture())) {
      return Suits.OTHER_PROCESSOR;
    }
    if (base(here.build()) != base(image.build())) {
      return Suits.OTHER_BUILD;
    }
    if (!shareALanguage(here.languages(), image.languages())) {
      return Suits.OTHER_LANGUAGE;
    }
    boolean unknown = here.edition().isEmpty() || image.edition().isEmpty();
    return unknown || here.edition().equalsIgnoreCase(image.edition())
        ? Suits.WELL
        : Suits.OTHER_EDITION;
  }

  private static boolean isSame(Architecture here, Architecture there) {
    return here == there || here == Architecture.UNKNOWN || there == Architecture.UNKNOWN;
  }

  private static int base(int build) {
    return SHARED.stream()
        .filter(builds -> builds.contains(build))
        .map(builds -> builds.get(0))
        .findFirst()
        .orElse(build);
  }

  private static boolean shareALanguage(List<String> here, List<String> there) {
    return here.isEmpty()
        || there.isEmpty()
        || here.stream().anyMatch(a -> there.stream().anyMatch(a::equalsIgnoreCase));
  }

  private static Message misfit(String drive, WindowsImage here, WindowsImage image) {
    return switch (suits(here, image)) {
      case OTHER_PROCESSOR ->
          Message.of("repair.media.other-processor", drive, image.architecture().words());
      case OTHER_BUILD ->
          Message.of(
              "repair.media.other-build",
              drive,
              image.name(),
              number(image.build()),
              here.name(),
              number(here.build()));
      case OTHER_LANGUAGE ->
          Message.of("repair.media.other-language", drive, languages(image), languages(here));
      default -> Message.of("repair.media.other-edition", drive, image.edition(), here.edition());
    };
  }

  private static Message next(WindowsImage here) {
    return here.languages().isEmpty()
        ? Message.of("repair.media.next")
        : Message.of("repair.media.next.in", languages(here));
  }

  private static Message languages(WindowsImage image) {
    return image.languages().stream()
        .map(Message::language)
        .reduce((a, b) -> Message.of("text.or", a, b))
        .orElse(Message.NONE);
  }
}
