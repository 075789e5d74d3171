/**
 * What DISM and System File Checker print, in any language: progress while they run, a verdict at
 * the end. Exit codes alone are not believed.
 */
package app.regrip.console;
