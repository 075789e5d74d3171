/** Newer versions of Regrip: asked for once a day, where somebody has switched that on. */
package app.regrip.release;
