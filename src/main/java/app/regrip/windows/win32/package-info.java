/**
 * What all of this stands on: error numbers as exceptions, the registry, WMI, and where Windows
 * lies.
 */
package app.regrip.windows.win32;
