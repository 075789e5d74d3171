/**
 * The composition root: one program with several roles (tray, helper, command line). Which role it
 * is, and whether it looks after this PC or a pretend one, is decided here and nowhere else; here
 * the parts are put together by their constructors.
 */
package app.regrip;
