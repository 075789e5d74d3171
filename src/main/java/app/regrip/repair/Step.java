package app.regrip.repair;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import java.util.Optional;

/**
 * One act of a {@link Plan}.
 *
 * <p>A step may be cut off at any instant and is then called again: every method can be repeated,
 * {@link #undo} works after an {@link #apply} that got half-way or never began, and {@code apply}
 * after an earlier one with the same {@link UndoData}. Whatever {@code undo} needs is in that
 * {@code UndoData}.
 */
public interface Step {

  /** Stable: it names the step in journals, also in those of older versions. */
  String id();

  /** What it will do, for the preview and the window. */
  default Message title() {
    return Message.of("repair.step." + id());
  }

  /** Whether asking for cancellation ends it early. */
  default boolean isCancellable() {
    return true;
  }

  /** Looks at what it is about to change. Changes nothing. */
  default UndoData capture(StepContext context) throws PcException {
    return UndoData.NOTHING;
  }

  StepResult apply(StepContext context, UndoData before) throws PcException, StepFailedException;

  /**
   * Looks whether what {@link #apply} did holds; a plan that is taken up applies once more what
   * does not.
   */
  default void verify(StepContext context, UndoData before)
      throws PcException, StepFailedException {}

  /**
   * The later step up to which what this one did must hold, such as "stopped, until they are
   * started again". A restart of the PC ends such a thing, so a plan taken up before that step does
   * this one once more.
   */
  default Optional<String> holdsUntil() {
    return Optional.empty();
  }

  /** Whether {@link #undo} puts anything back, so that it may be said. */
  default boolean isPutBack() {
    return true;
  }

  /**
   * Puts back what {@link #apply} changed. Steps that only look, or that only make good (DISM,
   * SFC), have nothing to put back.
   */
  default void undo(StepContext context, UndoData before) throws PcException {}
}
