// Whether others than administrators can change a file, or put another folder in the place of one
// it is in. The Java part judges the whole program later, by the same rules; this comes before any
// of that Java is loaded.
#include "launcher.h"

#include <aclapi.h>
#include <sddl.h>

static const wchar_t *const TRUSTED[] = {
    L"S-1-5-18",     // SYSTEM
    L"S-1-5-32-544", // administrators
    L"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464", // TrustedInstaller
#ifdef ALSO_TRUSTED
    ALSO_TRUSTED,
#endif
};

#define REPLACES                                                                                   \
  (FILE_DELETE_CHILD | DELETE | WRITE_DAC | WRITE_OWNER | MAXIMUM_ALLOWED | GENERIC_ALL)
#define CHANGES                                                                                    \
  (REPLACES | FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_WRITE_EA | FILE_WRITE_ATTRIBUTES |         \
   GENERIC_WRITE)

static BOOL is_trusted(PSID who, BOOL may_be_owner) {
  wchar_t *text;
  if (who == NULL || !ConvertSidToStringSidW(who, &text)) {
    return FALSE;
  }
  BOOL trusted = may_be_owner && wcscmp(text, L"S-1-3-4") == 0; // the owner, whoever that is
  for (size_t i = 0; i < sizeof TRUSTED / sizeof *TRUSTED; i++) {
    trusted = trusted || wcscmp(text, TRUSTED[i]) == 0;
  }
  LocalFree(text);
  return trusted;
}

static BOOL harms(const ACE_HEADER *entry, DWORD harmful) {
  if (entry->AceFlags & INHERIT_ONLY_ACE) {
    return FALSE;
  }
  switch (entry->AceType) {
  case ACCESS_DENIED_ACE_TYPE:
  case ACCESS_DENIED_CALLBACK_ACE_TYPE:
    return FALSE;
  case ACCESS_ALLOWED_ACE_TYPE:
  case ACCESS_ALLOWED_CALLBACK_ACE_TYPE: {
    const ACCESS_ALLOWED_ACE *allowed = (const ACCESS_ALLOWED_ACE *)entry;
    return (allowed->Mask & harmful) != 0 && !is_trusted((PSID)&allowed->SidStart, TRUE);
  }
  default:
    return TRUE;
  }
}

static BOOL is_safe(const wchar_t *path, DWORD harmful) {
  PSID owner;
  PACL list;
  PSECURITY_DESCRIPTOR descriptor;
  DWORD attributes = GetFileAttributesW(path);
  if (attributes == INVALID_FILE_ATTRIBUTES || attributes & FILE_ATTRIBUTE_REPARSE_POINT ||
      GetNamedSecurityInfoW((wchar_t *)path, SE_FILE_OBJECT,
                            OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner, NULL,
                            &list, NULL, &descriptor) != ERROR_SUCCESS) {
    return FALSE;
  }
  BOOL safe = is_trusted(owner, FALSE) && list != NULL;
  for (DWORD i = 0; safe && i < list->AceCount; i++) {
    void *entry;
    safe = GetAce(list, i, &entry) && !harms(entry, harmful);
  }
  LocalFree(descriptor);
  return safe;
}

BOOL only_administrators_change(const wchar_t *file) {
  wchar_t path[PATH_CHARS];
  snwprintf(path, PATH_CHARS, L"%ls", file);
  path[PATH_CHARS - 1] = 0;
  // A path of another PC, or one of the longer forms, is none that an installer writes.
  if (path[0] == 0 || path[1] != L':' || path[2] != L'\\' || wcsstr(path, L"..") != NULL) {
    return FALSE;
  }
  BOOL safe = is_safe(path, CHANGES);
  wchar_t *end = wcsrchr(path, L'\\');
  // In the folder of the file itself nobody else may put another DLL beside it.
  for (DWORD harmful = CHANGES; safe && end != NULL; harmful = REPLACES) {
    BOOL root = end == path + 2;
    end[root ? 1 : 0] = 0;
    safe = is_safe(path, harmful);
    end = root ? NULL : wcsrchr(path, L'\\');
  }
  return safe;
}
