package app.regrip.helper;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who may watch a repair and cancel it: the one process that started the helper, which is Regrip
 * itself and in the same session. What is compared comes from handles, never from arguments.
 *
 * <p>The user may be another one: where a standard user asks an administrator to type a password,
 * the helper belongs to the administrator.
 *
 * @param parent the process id the helper was started with
 * @param session the helper's own session
 * @param programs final paths of the only programs that may be at the other end
 * @param helperStarted when the helper itself was created
 */
public record PeerPolicy(long parent, int session, Set<String> programs, Instant helperStarted) {

  /**
   * The process at the other end.
   *
   * @param image final path of its program: no links, no short names
   */
  public record Peer(long pid, int session, String image, Instant started) {}

  /** Why not; empty where it may. */
  public Optional<String> refusal(Peer peer) {
    if (peer.pid() != parent) {
      return Optional.of("it is process " + peer.pid() + " and not " + parent);
    }
    if (peer.session() != session) {
      return Optional.of("it is in session " + peer.session() + " and not " + session);
    }
    // A folder would not do: the Java in it runs anybody's classes.
    if (programs.stream().noneMatch(peer.image()::equalsIgnoreCase)) {
      return Optional.of("it is " + peer.image() + " and not " + String.join(" or ", programs));
    }
    // A process that is younger has got the number of one that is gone.
    if (!peer.started().isBefore(helperStarted)) {
      return Optional.of("it was started after the helper");
    }
    return Optional.empty();
  }
}
