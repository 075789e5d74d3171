/**
 * The real PC by JNA. Thin: each class is the calls of one part of Windows, each call checks its
 * result, and what is decided is decided elsewhere. The only package, with those below it, that may
 * know native code.
 */
package app.regrip.windows;
