/**
 * An error number: what it is called, what it means, what kind of trouble it stands for and what
 * helps. The knowledge is in tables, with sources; whoever meets a number asks here.
 */
package app.regrip.errors;
