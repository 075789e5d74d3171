/**
 * Files that survive a power cut, and JSON that is refused as a whole where it is not what was
 * written.
 */
package app.regrip.storage;
