/*
 * Stands in for the services of Windows Update that Wine does not have: CryptSvc, UsoSvc, DoSvc.
 * It is a real service of the real service control manager, which starts, runs, and stops when
 * asked, and does nothing else. Its only argument is the name of the service:
 *
 *   sc create DoSvc binPath= "C:\windows\system32\idleservice.exe DoSvc"
 *
 * Fed from the folder REGRIP_FAKES (or the folder C:\regrip-fakes.txt names): as long as there is a
 * file stops-slowly-DoSvc.txt, it is stopping and does not stop.
 *
 * build: x86_64-w64-mingw32-gcc -municode -O2 -Wall -Wextra -Werror -Wno-unused-function idleservice.c -o idleservice.exe
 */
#include "fake.h"

static SERVICE_STATUS_HANDLE service;
static HANDLE asked_to_stop;

static void say(DWORD state) {
  SERVICE_STATUS status = {
      .dwServiceType = SERVICE_WIN32_OWN_PROCESS,
      .dwCurrentState = state,
      .dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0,
  };
  SetServiceStatus(service, &status);
}

static DWORD WINAPI on_control(DWORD control, DWORD type, void *data, void *context) {
  (void)type, (void)data, (void)context;
  if (control == SERVICE_CONTROL_STOP) {
    say(SERVICE_STOP_PENDING);
    SetEvent(asked_to_stop);
  }
  return NO_ERROR;
}

static void WINAPI serve(DWORD count, wchar_t **names) {
  (void)count;
  service = RegisterServiceCtrlHandlerExW(names[0], on_control, NULL);
  say(SERVICE_RUNNING);
  WaitForSingleObject(asked_to_stop, INFINITE);
  wchar_t name[MAX_PATH], slowly[MAX_PATH * 2];
  _snwprintf(name, MAX_PATH, L"stops-slowly-%ls.txt", names[0]);
  fed_from(slowly, MAX_PATH * 2, name);
  while (GetFileAttributesW(slowly) != INVALID_FILE_ATTRIBUTES) {
    Sleep(50);
  }
  say(SERVICE_STOPPED);
}

int wmain(int count, wchar_t **arguments) {
  if (count != 2) {
    return ERROR_INVALID_PARAMETER;
  }
  asked_to_stop = CreateEventW(NULL, TRUE, FALSE, NULL);
  SERVICE_TABLE_ENTRYW table[] = {{arguments[1], serve}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(table) ? 0 : (int)GetLastError();
}
