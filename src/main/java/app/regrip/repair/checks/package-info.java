/**
 * What is looked at before a repair, one finding each: what is in the way, what is wrong, what a
 * person should know. Nothing here changes the PC.
 */
package app.regrip.repair.checks;
