/*
 * Has what a helper has as long as it repairs, until it is ended.
 *
 * build: x86_64-w64-mingw32-gcc -O2 -Wall -Wextra -Werror at-work.c -o at-work.exe
 */
#include <windows.h>

int main(void) {
  HANDLE pipe = CreateNamedPipeA("\\\\.\\pipe\\ProtectedPrefix\\Administrators\\Regrip.at-work",
                                 PIPE_ACCESS_INBOUND | FILE_FLAG_FIRST_PIPE_INSTANCE,
                                 PIPE_TYPE_BYTE, 1, 0, 0, 0, NULL);
  if (pipe == INVALID_HANDLE_VALUE) {
    return 1;
  }
  Sleep(INFINITE);
  return 0;
}
