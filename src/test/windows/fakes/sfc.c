/*
 * Stands in for sfc.exe /scannow. Its sentences come from its own message table (sfc.mc), with the
 * numbers of the real one. To a pipe or a file it writes UTF-16LE in blocks of 4 KB whatever is in
 * them, to a console at once.
 *
 * Fed from sfc.txt in the folder REGRIP_FAKES (or the folder C:\regrip-fakes.txt names):
 *   result=100A    the number of the sentence it ends with (hexadecimal)
 *   exit=0         its exit code
 *   pace=5         milliseconds for each percent
 * Each run is written to sfc.log there.
 *
 * build: x86_64-w64-mingw32-gcc -municode -O2 -Wall -Wextra -Werror sfc.c "$(T=$(mktemp -d) && x86_64-w64-mingw32-windmc -C 65001 -h $T -r $T sfc.mc && x86_64-w64-mingw32-windres -I $T -i $T/sfc.rc -O coff $T/sfc.res && echo $T/sfc.res)" -o sfc.exe
 */
#include "fake.h"

#define BLOCK 4096
#define MESSAGE(number) (0x40000000u | (number))

static HANDLE out;
static int live;
static char block[BLOCK];
static size_t filled;

static void flush(void) {
  DWORD written;
  if (filled) WriteFile(out, block, (DWORD)filled, &written, NULL);
  filled = 0;
}

static void say(const wchar_t *text) {
  DWORD written;
  if (live) {
    WriteConsoleW(out, text, (DWORD)wcslen(text), &written, NULL);
    return;
  }
  const char *bytes = (const char *)text;
  for (size_t i = 0; i < wcslen(text) * sizeof *text; i++) {
    block[filled++] = bytes[i];
    if (filled == BLOCK) flush();
  }
}

static void say_message(unsigned number, ...) {
  wchar_t text[2048];
  va_list inserts;
  va_start(inserts, number);
  if (!FormatMessageW(FORMAT_MESSAGE_FROM_HMODULE, NULL, MESSAGE(number), 0, text, 2048, &inserts))
    _snwprintf(text, 2048, L"message %x is missing: %lu\r\n", number, GetLastError());
  va_end(inserts);
  say(text);
}

int wmain(void) {
  char result[16], exit_code[16], pace[16];
  DWORD mode;
  out = GetStdHandle(STD_OUTPUT_HANDLE);
  /* Windows gives a program on a console that console; Wine leaves it to the program. */
  if (!out || out == INVALID_HANDLE_VALUE)
    out = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
  live = GetConsoleMode(out, &mode) != 0;
  log_run(L"sfc.log");
  setting(L"sfc.txt", "result", "100A", result, sizeof result);
  setting(L"sfc.txt", "exit", "0", exit_code, sizeof exit_code);
  setting(L"sfc.txt", "pace", "2", pace, sizeof pace);
  unsigned number = strtoul(result, NULL, 16);
  say(L"\r\n");
  if (number == 0x100E || number == 0x1005 || number == 0x1013) {
    say_message(number);
    flush();
    return atoi(exit_code);
  }
  say_message(0x1000);
  if (number != 0x100D) {
    say(L"\r\n");
    say_message(0x1001);
    for (unsigned percent = 0; percent <= 100; percent++) {
      say(L"\r");
      say_message(0x1012, percent);
      Sleep(atoi(pace));
    }
    say(L"\r\n");
  }
  say(L"\r\n");
  say_message(number);
  flush();
  return atoi(exit_code);
}
