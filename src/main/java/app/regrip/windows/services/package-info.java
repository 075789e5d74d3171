/** The service control manager, behind {@link app.regrip.pc.Services}. */
package app.regrip.windows.services;
