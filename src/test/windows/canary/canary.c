/*
 * A DLL nobody should load: it takes down which program did, in C:\canary\dlls.txt. It is planted
 * under the names of DLLs of Windows where a program looks that does not take care.
 *
 * build: x86_64-w64-mingw32-gcc -municode -shared -O2 -Wall -Wextra -Werror canary.c -o canary.dll
 */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved) {
  (void)reserved;
  if (reason != DLL_PROCESS_ATTACH) {
    return TRUE;
  }
  char program[MAX_PATH], dll[MAX_PATH], line[2 * MAX_PATH + 16];
  GetModuleFileNameA(NULL, program, sizeof program);
  GetModuleFileNameA(self, dll, sizeof dll);
  int length = wsprintfA(line, "%s loaded %s\r\n", program, dll);
  HANDLE file = CreateFileA("C:\\canary\\dlls.txt", FILE_APPEND_DATA, FILE_SHARE_READ, NULL,
                            OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
  DWORD written;
  WriteFile(file, line, length, &written, NULL);
  CloseHandle(file);
  return TRUE;
}
