/** System notifications of Windows: toasts through WinRT, and balloons where there are none. */
package app.regrip.windows.toast;
