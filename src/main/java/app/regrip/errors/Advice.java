package app.regrip.errors;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * What to try about an error number, in a sentence or two. Numbers that call for the same action
 * form a family; the first family that holds a number speaks.
 */
public final class Advice {

  private record Family(IntPredicate holds, String advice) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family(anyOf(0), "Nothing to do: this means success."),
          new Family(
              anyOf(0x80070006),
              "Regrip repairs this one: choose Repair. It starts with the gentlest fix, keeps your"
                  + " files as they are, and checks afterwards that updates work again."),
          new Family(
              anyOf(
                  0x80070BC2,
                  0x80070BC9,
                  0x80070BCA,
                  0x8007015E,
                  0x80070669,
                  0x00240005,
                  0x80240016,
                  0x80242014,
                  0x80242015,
                  0x8024201D,
                  0x8024A007,
                  0x8024D00C,
                  0x8024D00E,
                  0x8024D014,
                  0x8024D015,
                  0x800F0806,
                  0x800F082A,
                  0xC1900107,
                  0xC1900216),
              "Save your work and restart the PC, then check for updates again. Windows has work"
                  + " waiting that only a restart can finish."),
          new Family(
              anyOf(
                      0x8024002E,
                      0x8024002F,
                      0x80240025,
                      0x80240044,
                      0x8024001A,
                      0x80244011,
                      0x8024500C,
                      0x8024500D,
                      0x8024502E,
                      0x8024510E,
                      0x80241003,
                      0x80070659,
                      0x80073D01,
                      0x8020003E,
                      0x800F0907,
                      0x800F0910,
                      0x80D03002,
                      0x80D03806)
                  .or(range(0x800F0940, 0x800F0947))
                  .or(anyOf(0x800F094A, 0x800F094B, 0x800F0954)),
              "A policy or an update server of an organisation (WSUS) decides here. Ask whoever"
                  + " manages this PC; on a PC of your own, look for a program that changed update"
                  + " policies."),
          new Family(
              anyOf(
                      0x80070070,
                      0x80070027,
                      0x80073CF4,
                      0x800F0828,
                      0xC1900122,
                      0xC1900123,
                      0xC19001DF)
                  .or(range(0xC190020C, 0xC190020F))
                  .or(anyOf(0xC1900211, 0xC1900212)),
              "Free some space on the Windows drive (Settings, System, Storage), about 10 GB for a"
                  + " large update, then check for updates again."),
          new Family(
              anyOf(
                  0x80070422,
                  0x80070424,
                  0x80070426,
                  0x8007041D,
                  0x8007042C,
                  0x8007042D,
                  0x8007042E,
                  0x80070430,
                  0x80070433,
                  0x8007041F,
                  0x80246008,
                  0x8024601E,
                  0x8024A000,
                  0x80D01001,
                  0x80080005),
              "A service that updates need is switched off, missing or does not start. Choose"
                  + " Diagnose in Regrip to see which; a tune-up program may have switched it off."),
          new Family(
              anyOf(
                      0x8024001E,
                      0x8024000B,
                      0x80240009,
                      0x8024001B,
                      0x80248000,
                      0x80248001,
                      0x8024800C,
                      0x80010108,
                      0x800706BA,
                      0x800706BE,
                      0x800706BF,
                      0x8007045B,
                      0x80070652,
                      0x80244015,
                      0x8024402D,
                      0x8024F004,
                      0x80240055,
                      0x80240063)
                  .or(range(0x8024004F, 0x80240053))
                  .or(anyOf(0x80240060)),
              "This usually passes by itself: Windows Update was busy or was just stopping. Wait"
                  + " half an hour and check for updates again."),
          new Family(
              anyOf(
                      0x80072F05,
                      0x80072F06,
                      0x80072F0D,
                      0x80072F19,
                      0x80072F7D,
                      0x80072F89,
                      0x80072F8A,
                      0x80072F8F,
                      0x80247163,
                      0x80240437,
                      0x80200038,
                      0x8020003C)
                  .or(range(0x800B0100, 0x800B01FF))
                  .or(range(0x80092000, 0x80096FFF)),
              "Windows could not trust a certificate or a signature. See that date, time and time"
                  + " zone of this PC are right, and whether a security program inspects web"
                  + " traffic, then check for updates again."),
          new Family(
              range(0x80D03801, 0x80D0380D)
                  .or(anyOf(0x80200059, 0x800F0908, 0x80240059, 0x8024004C, 0x800F0829)),
              "The download is paused because of the connection or the power supply. Connect to"
                  + " mains power and to a network that is not set as metered."),
          new Family(
              range(0x80072EE0, 0x80072FFF)
                  .or(range(0x80190000, 0x8019FFFF))
                  .or(range(0x80244016, 0x8024402C))
                  .or(range(0x80244004, 0x8024400E))
                  .or(range(0x80240438, 0x80240440))
                  .or(range(0x8020002D, 0x8020003B))
                  .or(range(0x800704C9, 0x800704D4))
                  .or(
                      anyOf(
                          0x800704C6,
                          0x80070035,
                          0x8024001F,
                          0x80240030,
                          0x80240034,
                          0x80246005,
                          0x80246009,
                          0x80200010,
                          0x80200013,
                          0x8020003F,
                          0x800F0906,
                          0x800F090F,
                          0x80D02002,
                          0x80D06811,
                          0x80D0380A,
                          0x80073CF5)),
              "Windows could not reach the update servers. Check the internet connection; switch"
                  + " VPN, proxy and web filters off for a try, then check for updates again."),
          new Family(
              anyOf(0x80070005, 0x80070522, 0x800702E4, 0x80200056, 0x80240066),
              "Windows was refused access. Try again as an administrator; if it stays, a security"
                  + " program or changed permissions stand in the way."),
          new Family(
              anyOf(0x80070020, 0x80070021, 0x8024800F),
              "Another program holds a file that updates need, often a security program or a"
                  + " backup. Close it or restart the PC, then check for updates again."),
          new Family(
              anyOf(0x80070017, 0x8007045D, 0x8007001F, 0x80070570, 0x80070571, 0x800703EE),
              "The disk could not be read or written properly. Back up your files first, then have"
                  + " Windows check the drive (chkdsk)."),
          new Family(
              anyOf(0x800F081F, 0x800F0915),
              "Windows did not find good copies of the damaged files. Repair with an installation"
                  + " medium of the same Windows version as source."),
          new Family(
              anyOf(0x800F0832, 0x800F0830),
              "The component store is too damaged for a repair in place. Back up your files and"
                  + " repair Windows with its installation medium, keeping files and programs."),
          new Family(
              anyOf(0x80070306),
              "This is not 0x80070006, though pages on the web give it the same name. It comes with"
                  + " a damaged component store, and a reset of the update folders does not help:"
                  + " try Regrip's component store repair (DISM), then a repair install from"
                  + " Settings, Recovery, which keeps files and programs."),
          new Family(
              range(0x800F0800, 0x800F09FF)
                  .or(range(0x800736B0, 0x80073720))
                  .or(anyOf(0x80242012, 0x80070490)),
              "The component store of Windows, from which updates are built, may be damaged."
                  + " Regrip's component store repair (DISM) and system file check (SFC) are made"
                  + " for this; together they take 15 to 60 minutes."),
          new Family(
              range(0xC1900000, 0xC1900FFF).or(range(0xC1800000, 0xC180FFFF)),
              "Windows Setup could not finish. Unplug devices that are not needed, update drivers,"
                  + " free about 20 GB of space, and try the feature update again."),
          new Family(
              anyOf(0x80070008, 0x8007000E, 0x800705AA, 0x80D03808),
              "Memory ran short. Close programs or restart the PC, then check for updates again."),
          new Family(
              range(0x80248000, 0x80248FFF)
                  .or(range(0x80246001, 0x80246FFF))
                  .or(
                      anyOf(
                          0x80070002, 0x80070003, 0x8007000D, 0x80242006, 0x80240013, 0x80240031)),
              "The update store on this PC seems damaged or incomplete. Regrip's renewal of the"
                  + " update folders makes a new one; installed updates stay installed."));

  private static final String GENERIC =
      "Restart the PC and check for updates again. If the error comes back, choose Diagnose in"
          + " Regrip and look the number up at Microsoft.";

  private Advice() {}

  /** Never empty; for a number of no family the advice that is good in general. */
  public static String on(HResult code) {
    return FAMILIES.stream()
        .filter(family -> family.holds.test(code.value()))
        .map(Family::advice)
        .findFirst()
        .orElse(code.isFailure() ? GENERIC : "Nothing to do: the number does not mean a failure.");
  }

  private static IntPredicate anyOf(int... values) {
    return value -> {
      for (int candidate : values) {
        if (candidate == value) {
          return true;
        }
      }
      return false;
    };
  }

  private static IntPredicate range(int first, int last) {
    return value ->
        Integer.compareUnsigned(value, first) >= 0 && Integer.compareUnsigned(value, last) <= 0;
  }
}
