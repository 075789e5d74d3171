// What the installer asks and does beside copying: a DLL inside the MSI, which Windows Installer
// unpacks where only administrators may write. It starts only what is installed, in Program Files.
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#define INITGUID
#include <windows.h>
#include <knownfolders.h>
#include <msi.h>
#include <msiquery.h>
#include <shlobj.h>
#include <stdio.h>
#include <wchar.h>

#define PATH_CHARS 4096
#define LONGEST_ARCHIVING (2 * 60 * 1000)

// As PipeClaim.java names it: what a helper has as long as it repairs.
static const wchar_t AT_WORK[] = L"\\\\.\\pipe\\ProtectedPrefix\\Administrators\\Regrip.at-work";

static const wchar_t REPAIR_RUNS[] =
    L"Regrip is repairing Windows Update at this moment. Let it finish, or cancel it in Regrip's "
    L"window, and try again. Nothing was changed.";

static const wchar_t HALF_DONE[] =
    L"A repair of Regrip was interrupted, and it could not be taken back (exit code %lu of its "
    L"helper). Open Regrip, choose Finish or Undo, and try again. Nothing was removed.";

static UINT refuse(MSIHANDLE session, const wchar_t *words) {
  MSIHANDLE record = MsiCreateRecord(1);
  MsiRecordSetStringW(record, 0, L"[1]");
  MsiRecordSetStringW(record, 1, words);
  MsiProcessMessage(session, INSTALLMESSAGE_ERROR, record);
  MsiCloseHandle(record);
  return ERROR_INSTALL_FAILURE;
}

// Whether there is such a pipe is asked by its name, which opens nothing.
__declspec(dllexport) UINT __stdcall RefuseWhileRepairing(MSIHANDLE session) {
  BOOL runs = WaitNamedPipeW(AT_WORK, 1) || GetLastError() == ERROR_SEM_TIMEOUT;
  return runs ? refuse(session, REPAIR_RUNS) : ERROR_SUCCESS;
}

// Starts a program without a window and waits for its end. FALSE where it can't be started or takes
// longer.
static BOOL run(const wchar_t *program, wchar_t *line, DWORD millis, DWORD *code) {
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  if (!CreateProcessW(program, line, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, NULL, &startup,
                      &process)) {
    return FALSE;
  }
  BOOL ended = WaitForSingleObject(process.hProcess, millis) == WAIT_OBJECT_0;
  if (!ended) {
    TerminateProcess(process.hProcess, ERROR_TIMEOUT);
  }
  GetExitCodeProcess(process.hProcess, code);
  CloseHandle(process.hProcess);
  CloseHandle(process.hThread);
  return ended;
}

// Deferred, as SYSTEM: takes back what an interrupted repair has left. Its data is "1" where all
// that is remembered goes too, ";", and the folder of Regrip with a backslash.
__declspec(dllexport) UINT __stdcall Settle(MSIHANDLE session) {
  wchar_t data[PATH_CHARS], line[PATH_CHARS + 64], program[PATH_CHARS + 32], words[512];
  DWORD length = PATH_CHARS, code = 0;
  if (MsiGetPropertyW(session, L"CustomActionData", data, &length) != ERROR_SUCCESS) {
    return ERROR_INSTALL_FAILURE;
  }
  wchar_t *folder = wcschr(data, L';');
  if (folder == NULL) {
    return ERROR_INSTALL_FAILURE;
  }
  *folder++ = 0;
  snwprintf(program, PATH_CHARS + 32, L"%lsRegripHelper.exe", folder);
  snwprintf(line, PATH_CHARS + 64, L"\"%ls\" --settle%ls", program,
            wcscmp(data, L"1") == 0 ? L" --forget" : L"");
  // A helper that is damaged or gone is no reason to keep the rest of it.
  if (run(program, line, INFINITE, &code) && code != 0) {
    snwprintf(words, 512, HALF_DONE, code);
    return refuse(session, words);
  }
  return ERROR_SUCCESS;
}

// Deferred, as SYSTEM: the class-data archive. Its data is the folder of Regrip with a backslash.
// Nothing is lost without one but speed.
__declspec(dllexport) UINT __stdcall MakeArchive(MSIHANDLE session) {
  wchar_t folder[PATH_CHARS], line[PATH_CHARS + 64], path[PATH_CHARS + 32];
  DWORD length = PATH_CHARS, code;
  if (MsiGetPropertyW(session, L"CustomActionData", folder, &length) == ERROR_SUCCESS) {
    snwprintf(path, PATH_CHARS + 32, L"%lsregrip.com", folder);
    snwprintf(line, PATH_CHARS + 64, L"\"%ls\" --make-archive", path);
    run(path, line, LONGEST_ARCHIVING, &code);
    // Java writes it read-only, which keeps Windows from replacing or removing it.
    snwprintf(path, PATH_CHARS + 32, L"%lsregrip.jsa", folder);
    SetFileAttributesW(path, FILE_ATTRIBUTE_NORMAL);
  }
  return ERROR_SUCCESS;
}

static void delete_all(const wchar_t *folder) {
  wchar_t path[PATH_CHARS];
  WIN32_FIND_DATAW found;
  snwprintf(path, PATH_CHARS, L"%ls\\*", folder);
  HANDLE search = FindFirstFileW(path, &found);
  if (search == INVALID_HANDLE_VALUE) {
    return;
  }
  do {
    if (wcscmp(found.cFileName, L".") == 0 || wcscmp(found.cFileName, L"..") == 0) {
      continue;
    }
    snwprintf(path, PATH_CHARS, L"%ls\\%ls", folder, found.cFileName);
    if (!(found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY)) {
      DeleteFileW(path);
    } else if (!(found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT)) {
      delete_all(path);
    } else {
      RemoveDirectoryW(path);
    }
  } while (FindNextFileW(search, &found));
  FindClose(search);
  RemoveDirectoryW(folder);
}

// Deferred, with the rights of the user who uninstalls and no others: what Regrip remembers of that
// user. SYSTEM deletes nothing where a user could put a link.
__declspec(dllexport) UINT __stdcall ForgetUser(MSIHANDLE session) {
  (void)session;
  wchar_t *local, folder[PATH_CHARS];
  HANDLE user = NULL;
  if (!OpenThreadToken(GetCurrentThread(), TOKEN_QUERY | TOKEN_IMPERSONATE, TRUE, &user)) {
    OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY | TOKEN_IMPERSONATE, &user);
  }
  if (SHGetKnownFolderPath(&FOLDERID_LocalAppData, 0, user, &local) == S_OK) {
    snwprintf(folder, PATH_CHARS, L"%ls\\Regrip", local);
    delete_all(folder);
    CoTaskMemFree(local);
  }
  return ERROR_SUCCESS;
}

static BOOL is_plain_user(void) {
  HANDLE token;
  TOKEN_ELEVATION elevation = {.TokenIsElevated = 1};
  DWORD length, session = 0;
  if (!ProcessIdToSessionId(GetCurrentProcessId(), &session) || session == 0 ||
      !OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) {
    return FALSE;
  }
  GetTokenInformation(token, TokenElevation, &elevation, sizeof elevation, &length);
  CloseHandle(token);
  return !elevation.TokenIsElevated;
}

// After all is in place, for somebody who watched: the tray, unless it would get an administrator's
// rights.
__declspec(dllexport) UINT __stdcall StartTray(MSIHANDLE session) {
  wchar_t folder[PATH_CHARS], program[PATH_CHARS + 32];
  DWORD length = PATH_CHARS;
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  if (!is_plain_user() ||
      MsiGetPropertyW(session, L"InstallFolder", folder, &length) != ERROR_SUCCESS) {
    return ERROR_SUCCESS;
  }
  snwprintf(program, PATH_CHARS + 32, L"%lsRegrip.exe", folder);
  if (CreateProcessW(program, NULL, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process)) {
    CloseHandle(process.hProcess);
    CloseHandle(process.hThread);
  }
  return ERROR_SUCCESS;
}
