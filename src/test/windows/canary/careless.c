/*
 * The program that does not take care, as a control of the experiment: it loads a DLL by its bare
 * name. Where it does not load the planted one, the planting proves nothing. Without an argument it
 * only shows what its imports, those of our programs, bring with them before any code of its own
 * has run: on Windows these are known DLLs, which are not searched for.
 *
 * build: x86_64-w64-mingw32-gcc -municode -O2 -Wall -Wextra -Werror careless.c -o careless.exe -lole32
 */
#include <windows.h>
#include <shellapi.h>

const void *volatile imports[] = {CoInitialize, CommandLineToArgvW, MessageBoxW, OpenProcessToken};

int wmain(int count, wchar_t **arguments) {
  return count < 2 || LoadLibraryW(arguments[1]) ? 0 : 1;
}
