/*
 * Stands in for dism.exe: /Online /English /Cleanup-Image with /CheckHealth, /ScanHealth or
 * /RestoreHealth. Writes what the real one writes on a pipe: each step of the bar is CR, 60 cells,
 * a blank, CR LF, written at once.
 *
 * Fed from dism.txt in the folder REGRIP_FAKES (or the folder C:\regrip-fakes.txt names):
 *   store=healthy|repairable|broken    what a look at the component store finds
 *   error=0x800f081f                   what RestoreHealth fails with; without it, it repairs
 *   pace=20                            milliseconds between two steps
 *   steps=100                          so many even steps of RestoreHealth; without it, some of a real one
 *   heals=C:\windows\store-damaged     a file that a repair takes away
 *   ahead=200                          RestoreHealth waits when it is so far, of 1000, ahead of what
 *                                      dism-seen.txt there says to have been seen of it; without it,
 *                                      it waits for nobody
 *   times=yes                          writes into dism-times.txt when each step was said: the percent
 *                                      and seconds since 1970
 * A repair leaves dism-repaired.txt there; from then on the store is healthy. Each run is written
 * to dism.log there.
 *
 * build: x86_64-w64-mingw32-gcc -municode -O2 -Wall -Wextra -Werror dism.c -o dism.exe
 */
#include "fake.h"

static HANDLE out;
static int pace, ahead;
static FILE *times;

static void say(const char *text) {
  DWORD written;
  WriteFile(out, text, (DWORD)strlen(text), &written, NULL);
}

static void take_down(double percent) {
  FILETIME now;
  if (!times) return;
  GetSystemTimePreciseAsFileTime(&now);
  ULONGLONG ticks = ((ULONGLONG)now.dwHighDateTime << 32 | now.dwLowDateTime) - 116444736000000000ULL;
  fprintf(times, "%.1f %.6f\n", percent, ticks / 1e7);
  fflush(times);
}

static void step(double percent) {
  char cells[59], label[16], line[80];
  int full = (int)(percent * 0.58 + 0.001);
  memset(cells, ' ', 58);
  cells[58] = 0;
  memset(cells, '=', full > 58 ? 58 : full);
  int length = snprintf(label, sizeof label, "%.1f%%", percent);
  memcpy(cells + (percent >= 100 ? 26 : 27), label, length);
  snprintf(line, sizeof line, "\r[%s] \r\n", cells);
  say(line);
  take_down(percent);
  Sleep(pace);
}

static int seen(void) {
  wchar_t path[MAX_PATH * 2];
  int permille = 0;
  fed_from(path, MAX_PATH * 2, L"dism-seen.txt");
  FILE *file = _wfopen(path, L"rt");
  if (!file) return 0;
  if (fscanf(file, "%d", &permille) != 1) permille = 0;
  fclose(file);
  return permille;
}

static void watched_step(double percent) {
  step(percent);
  while (ahead && percent < 100 && percent * 10 - seen() > ahead) Sleep(pace);
}

static void header(void) {
  say("\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.19041.3636\r\n\r\n"
      "Image Version: 10.0.19045.3803\r\n\r\n");
}

static int has(int argc, wchar_t **argv, const wchar_t *option) {
  for (int i = 1; i < argc; i++)
    if (!_wcsicmp(argv[i], option)) return 1;
  return 0;
}

static int restore(void) {
  char error[64], line[400];
  static const double steps[] = {3.8, 12.5, 36.4, 54.9, 54.9, 62.3, 84.9, 100.0};
  char even[16], far_ahead[16];
  setting(L"dism.txt", "ahead", "0", far_ahead, sizeof far_ahead);
  ahead = atoi(far_ahead);
  char taken_down[8];
  setting(L"dism.txt", "times", "", taken_down, sizeof taken_down);
  if (*taken_down) {
    wchar_t where[MAX_PATH * 2];
    fed_from(where, MAX_PATH * 2, L"dism-times.txt");
    times = _wfopen(where, L"ab");
  }
  setting(L"dism.txt", "steps", "0", even, sizeof even);
  int count = atoi(even);
  for (int i = 1; i <= count; i++) watched_step(100.0 * i / count);
  for (size_t i = 0; !count && i < sizeof steps / sizeof *steps; i++) step(steps[i]);
  setting(L"dism.txt", "error", "", error, sizeof error);
  if (*error) {
    unsigned code = strtoul(error, NULL, 0);
    snprintf(line, sizeof line, code > 0xFFFF ? "\r\nError: 0x%x\r\n\r\n" : "\r\nError: %u\r\n\r\n", code);
    say(line);
    if (code == 0x800f081f)
      say("The source files could not be found. \r\nUse the \"Source\" option to specify the location of the "
          "files that are required to restore the feature.\r\n");
    say("\r\nThe DISM log file can be found at C:\\WINDOWS\\Logs\\DISM\\dism.log\r\n");
    return (int)code;
  }
  wchar_t path[MAX_PATH * 2];
  fed_from(path, MAX_PATH * 2, L"dism-repaired.txt");
  FILE *repaired = _wfopen(path, L"wb");
  if (repaired) fclose(repaired);
  char heals[MAX_PATH];
  setting(L"dism.txt", "heals", "", heals, sizeof heals);
  if (*heals) DeleteFileA(heals);
  say("\r\nThe restore operation completed successfully.\r\nThe operation completed successfully.\r\n");
  return 0;
}

int wmain(int argc, wchar_t **argv) {
  char store[32], milliseconds[16];
  wchar_t path[MAX_PATH * 2];
  out = GetStdHandle(STD_OUTPUT_HANDLE);
  log_run(L"dism.log");
  setting(L"dism.txt", "store", "healthy", store, sizeof store);
  setting(L"dism.txt", "pace", "5", milliseconds, sizeof milliseconds);
  pace = atoi(milliseconds);
  header();
  if (!has(argc, argv, L"/Online") || !has(argc, argv, L"/English") || !has(argc, argv, L"/Cleanup-Image")) {
    say("\r\nError: 87\r\n\r\nThe cleanup-image option is unknown.\r\n");
    return 87;
  }
  if (has(argc, argv, L"/RestoreHealth")) return restore();
  if (has(argc, argv, L"/ScanHealth")) {
    static const double steps[] = {3.8, 20.0, 57.2, 98.6, 100.0};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) step(steps[i]);
  }
  fed_from(path, MAX_PATH * 2, L"dism-repaired.txt");
  if (!strcmp(store, "healthy") || GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES)
    say("No component store corruption detected.\r\n");
  else if (!strcmp(store, "repairable"))
    say("The component store is repairable.\r\n");
  else
    say("The component store cannot be repaired.\r\n");
  say("The operation completed successfully.\r\n");
  return 0;
}
