// Says which Java the programs would run with, or the words they would stop with.
#include "launcher.h"

static struct place place;

void stop(const wchar_t *words) {
  wprintf(L"%ls\n", words);
  exit(1);
}

int wmain(void) {
  find_place(&place);
  wprintf(L"Java %d in %ls\n", place.java_version, place.java);
  return 0;
}
