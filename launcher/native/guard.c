// RegripGuard.exe: stands by while RegripHelper.exe repairs. A helper that is killed or crashes may
// leave services stopped; then this starts a helper once more, with the one order to start those
// services again. It is elevated because the helper that starts it is, so nobody is asked anew.
//
// It has no Java, reads no file and decides nothing: which services ran is in the journal, and only
// the helper reads that.
//
//   RegripGuard RUN-ID PID           by the helper PID, which waits for the end of this one
//   RegripGuard RUN-ID wait HANDLE   by the former
//
// There are two, one after the other, so that the one that stays is nobody's child: who ends "the
// process and its children" would end it too.
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define PATH_CHARS 4096
#define LINE_CHARS (PATH_CHARS + 256)
#define RUN_ID_CHARS 36

// What the helper ends with where it has come to its own end (Guard.java). Who kills a process may
// choose any code, and many choose 0 or 1.
#define ENDED_BY_ITSELF 0x5247

static BOOL is_run_id(const wchar_t *text) {
  return wcslen(text) == RUN_ID_CHARS && wcsspn(text, L"0123456789abcdef-") == RUN_ID_CHARS;
}

// Without handles of ours but, where there is one, the given one.
static BOOL start(const wchar_t *program, wchar_t *line, HANDLE handed, DWORD flags,
                  PROCESS_INFORMATION *process) {
  STARTUPINFOEXW startup = {.StartupInfo = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES}};
  SIZE_T size = 0;
  InitializeProcThreadAttributeList(NULL, 1, 0, &size);
  startup.lpAttributeList = malloc(size);
  if (startup.lpAttributeList == NULL ||
      !InitializeProcThreadAttributeList(startup.lpAttributeList, 1, 0, &size)) {
    return FALSE;
  }
  BOOL good = handed == NULL ||
              UpdateProcThreadAttribute(startup.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST,
                                        &handed, sizeof handed, NULL, NULL);
  return good && CreateProcessW(program, line, NULL, NULL, handed != NULL,
                                flags | EXTENDED_STARTUPINFO_PRESENT, NULL, NULL,
                                &startup.StartupInfo, process);
}

static int stand_by(const wchar_t *program, const wchar_t *run_id, DWORD helper) {
  wchar_t line[LINE_CHARS];
  PROCESS_INFORMATION process;
  HANDLE handle = OpenProcess(SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION, TRUE, helper);
  if (handle == NULL) {
    return 1;
  }
  snwprintf(line, LINE_CHARS, L"\"%ls\" %ls wait %llu", program, run_id,
            (unsigned long long)(ULONG_PTR)handle);
  // A job the helper may be in could end with it; most let nobody out who asks, so it is tried.
  return start(program, line, handle, CREATE_BREAKAWAY_FROM_JOB, &process) ||
                 start(program, line, handle, 0, &process)
             ? 0
             : 1;
}

static int start_services(wchar_t *program, const wchar_t *run_id) {
  wchar_t line[LINE_CHARS];
  PROCESS_INFORMATION process;
  wchar_t *name = wcsrchr(program, L'\\') + 1;
  snwprintf(name, PATH_CHARS - (name - program), L"RegripHelper.exe");
  snwprintf(line, LINE_CHARS, L"\"%ls\" --recover services --run %ls --parent %lu", program, run_id,
            GetCurrentProcessId());
  if (!start(program, line, NULL, 0, &process)) {
    return 1;
  }
  // It asks who has started it, so this one stays.
  WaitForSingleObject(process.hProcess, INFINITE);
  return 0;
}

static int wait_for(HANDLE helper, wchar_t *program, const wchar_t *run_id) {
  DWORD code;
  if (WaitForSingleObject(helper, INFINITE) != WAIT_OBJECT_0 || !GetExitCodeProcess(helper, &code)) {
    return 1;
  }
  CloseHandle(helper);
  // A Windows that shuts down starts its services by itself when it is back.
  return code == ENDED_BY_ITSELF || GetSystemMetrics(SM_SHUTTINGDOWN)
             ? 0
             : start_services(program, run_id);
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, wchar_t *line, int show) {
  (void)self, (void)before, (void)line, (void)show;
  static wchar_t program[PATH_CHARS];
  SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32);
  DWORD length = GetModuleFileNameW(NULL, program, PATH_CHARS);
  if (length == 0 || length >= PATH_CHARS - 32 || __argc < 3 || !is_run_id(__wargv[1])) {
    return 2;
  }
  if (__argc == 3) {
    return stand_by(program, __wargv[1], wcstoul(__wargv[2], NULL, 10));
  }
  return __argc == 4 && wcscmp(__wargv[2], L"wait") == 0
             ? wait_for((HANDLE)(ULONG_PTR)wcstoull(__wargv[3], NULL, 10), program, __wargv[1])
             : 2;
}
