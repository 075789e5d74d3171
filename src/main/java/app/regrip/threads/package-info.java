/** Threads of Regrip's own: each has a name, and whoever starts one knows how it ends. */
package app.regrip.threads;
