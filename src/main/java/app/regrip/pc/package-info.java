/**
 * The ports: what Regrip needs of a PC, in interfaces small enough to be a model in memory, on
 * disk, or Windows itself. Everything that fails says so with a {@code PcException}, which carries
 * Windows' number.
 */
package app.regrip.pc;
