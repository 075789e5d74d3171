/**
 * A pretend PC, kept in a folder, that answers the ports of {@code app.regrip.pc}.
 *
 * <p>It is a model and not a script: what is wrong with it lies on the disk as a stopped service, a
 * damaged file or a pending restart, its update check fails while a cause is there, and only what
 * removes the cause makes it succeed. So a proof against it means something. Because all of it is
 * on the disk, processes share one PC, and one that is killed leaves what it had done until then.
 */
package app.regrip.simulated;
