package app.regrip.windows.wua;

import app.regrip.errors.HResult;
import app.regrip.windows.wua.UpdateInterfaces.OperationResultCode;
import java.util.Optional;

/** How an installation ended, in one number of the three that its history entry holds. */
final class OperationResult {

  /** WU_E_CALL_CANCELLED. */
  static final HResult CANCELLED = new HResult(0x8024000B);

  /** WU_E_UNEXPECTED: it failed, and Windows does not say how. */
  static final HResult UNEXPECTED = new HResult(0x80240FFF);

  private OperationResult() {}

  /**
   * @param mapped the number that Windows shows
   * @param unmapped the one that the installer of the update gave, which may say more
   * @return empty while it is not over, e.g. until a restart
   */
  static Optional<HResult> of(int resultCode, HResult mapped, HResult unmapped) {
    return switch (resultCode) {
      case OperationResultCode.NOT_STARTED, OperationResultCode.IN_PROGRESS -> Optional.empty();
      case OperationResultCode.SUCCEEDED -> Optional.of(HResult.OK);
      case OperationResultCode.SUCCEEDED_WITH_ERRORS -> Optional.of(code(mapped, unmapped, mapped));
      case OperationResultCode.ABORTED -> Optional.of(code(mapped, unmapped, CANCELLED));
      default -> Optional.of(code(mapped, unmapped, UNEXPECTED));
    };
  }

  private static HResult code(HResult mapped, HResult unmapped, HResult otherwise) {
    if (unmapped.equals(HResult.INVALID_HANDLE)) {
      return unmapped;
    }
    if (mapped.isFailure()) {
      return mapped;
    }
    return unmapped.isFailure() ? unmapped : otherwise;
  }
}
