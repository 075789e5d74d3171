// What Regrip was told at its installation to speak, for users who have not chosen: a word of letters,
// which Language.java understands or not. Read here because Java would need its native parts for it,
// before the first word is said.
#include "launcher.h"

BOOL language_of_installation(wchar_t *word) {
  DWORD size = LANGUAGE_CHARS * sizeof *word;
  if (RegGetValueW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Regrip", L"Language",
                   RRF_RT_REG_SZ | RRF_SUBKEY_WOW6464KEY, NULL, word, &size) != ERROR_SUCCESS) {
    return FALSE;
  }
  return *word != 0 && wcsspn(word, L"abcdefghijklmnopqrstuvwxyz") == wcslen(word);
}
