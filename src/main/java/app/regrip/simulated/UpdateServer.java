package app.regrip.simulated;

import app.regrip.errors.HResult;
import java.util.Optional;

/** How the update servers are, as this pretend PC meets them. */
enum UpdateServer {
  UP(0),
  /** Their names can't be looked up: WU_E_PT_WINHTTP_NAME_NOT_RESOLVED. */
  UNREACHABLE(0x8024402C),
  /** HTTP 503: WU_E_PT_HTTP_STATUS_SERVICE_UNAVAIL. */
  OVERLOADED(0x80244022),
  /** Takes a question and never answers. */
  SILENT(0);

  private final int code;

  UpdateServer(int code) {
    this.code = code;
  }

  Optional<HResult> fault() {
    return code == 0 ? Optional.empty() : Optional.of(new HResult(code));
  }
}
