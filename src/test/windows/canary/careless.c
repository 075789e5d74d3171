/*
 * The program that does not take care, as a control of the experiment: it loads a DLL of Windows by
 * its bare name. Where it does not load the planted one, the planting proves nothing.
 *
 * build: x86_64-w64-mingw32-gcc -municode -O2 -Wall -Wextra -Werror careless.c -o careless.exe
 */
#include <windows.h>

int wmain(int count, wchar_t **arguments) {
  return count == 2 && LoadLibraryW(arguments[1]) ? 0 : 1;
}
