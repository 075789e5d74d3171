/** The folders of Windows Update, by handle, and who has a file in them open. */
package app.regrip.windows.folders;
