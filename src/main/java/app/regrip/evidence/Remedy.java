package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import java.util.Optional;
import java.util.Set;

/** Which of Regrip's fixes an error number calls for; none where the cause lies elsewhere. */
final class Remedy {

  private static final int SERVICING = 0x0F;
  private static final int BITS = 0x20;
  private static final int UPDATE = 0x24;

  /** The network, a policy, the disk or a restart decide here, and no repair does. */
  private static final Set<Integer> BEYOND_REPAIR =
      Set.of(
          0x800F0806,
          0x800F0828,
          0x800F0829,
          0x800F082A,
          0x800F0830,
          0x800F0832,
          0x800F0907,
          0x800F0908,
          0x800F090F,
          0x800F0910,
          0x800F0954,
          0x80248000,
          0x80248001,
          0x8024800C,
          0x8024800F,
          0x80246005,
          0x80246008,
          0x80246009,
          0x8020002D,
          0x80200010,
          0x80200013,
          0x80200038,
          0x8020003C,
          0x8020003E,
          0x8020003F,
          0x80200056,
          0x80200059);

  private static final Set<Integer> UPDATE_STORE =
      Set.of(
          0x80070002,
          0x80070003,
          0x8007000D,
          0x80242006,
          0x80240013,
          0x80240031,
          0x80070422,
          0x80070424);

  private Remedy() {}

  static Optional<Fix> of(HResult code) {
    int value = code.value();
    if (code.equals(HResult.INVALID_HANDLE)) {
      return Optional.of(Fix.ALL);
    }
    if (BEYOND_REPAIR.contains(value)) {
      return Optional.empty();
    }
    boolean assembly = value >= 0x800736B0 && value <= 0x80073720;
    if (code.isFailure() && code.facility() == SERVICING
        || assembly
        || value == 0x80070490
        || value == 0x80242012) {
      return Optional.of(Fix.DISM);
    }
    boolean store = code.facility() == UPDATE && ((value & 0xF000) == 0x8000 || isDownload(value));
    if (store || UPDATE_STORE.contains(value)) {
      return Optional.of(Fix.RESET);
    }
    return code.isFailure() && code.facility() == BITS ? Optional.of(Fix.BITS) : Optional.empty();
  }

  private static boolean isDownload(int value) {
    return value >= 0x80246001 && value <= 0x80246FFF;
  }
}
