// Regrip.exe, regrip.com (with -DCONSOLE) and RegripHelper.exe (with -DHELPER): one process, with
// Java inside it. regrip.com is Regrip.exe for a terminal: a shell waits for it and gets its exit
// code, and what goes wrong is printed. Shells try .com before .exe.
//
// Whoever started us chose our environment and our working folder, and may be malware of the same
// user. So before the first line of Java runs: DLLs come from Windows and from Java only, variables
// that can put code into a Java are gone, and the options of the Java are those in this file.
#include "launcher.h"

#define MAIN_THREAD_STACK (2 * 1024 * 1024)
#define LONGEST_OPTION (PATH_CHARS * 3)
#define MOST_OPTIONS 40

typedef jint(JNICALL *create_java)(JavaVM **, void **, void *);

static JavaVMOption options[MOST_OPTIONS];
static int option_count;
static struct place place;

#ifdef CONSOLE
void stop(const wchar_t *words) {
  HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
  DWORD written, length = (DWORD)wcslen(words);
  char bytes[4 * PATH_CHARS];
  if (!WriteConsoleW(out, words, length, &written, NULL)) {
    int size = WideCharToMultiByte(CP_ACP, 0, words, (int)length, bytes, sizeof bytes, NULL, NULL);
    WriteFile(out, bytes, (DWORD)size, &written, NULL);
  }
  WriteFile(out, "\r\n", 2, &written, NULL);
  ExitProcess(CANNOT_START);
}

// Alone, it starts the tray, which no shell waits for.
static int start_tray(void) {
  wchar_t program[PATH_CHARS];
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  join(program, place.install, L"Regrip.exe");
  if (!CreateProcessW(program, NULL, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process)) {
    stop(L"Regrip is not complete: Regrip.exe can't be started. Please install it again.");
  }
  return 0;
}
#else
void stop(const wchar_t *words) {
  // In the session of the services nobody could ever close a box.
  DWORD session = 0;
  ProcessIdToSessionId(GetCurrentProcessId(), &session);
  if (session == 0) {
    ExitProcess(CANNOT_START);
  }
  MessageBoxW(NULL, words, L"Regrip", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
  ExitProcess(CANNOT_START);
}
#endif

// Java reads its options in the system's own code page, which can't spell every path.
static void option(const wchar_t *format, ...) {
  static wchar_t wide[LONGEST_OPTION];
  va_list values;
  va_start(values, format);
  int length = vsnwprintf(wide, LONGEST_OPTION, format, values);
  va_end(values);
  if (length < 0 || length >= LONGEST_OPTION || option_count == MOST_OPTIONS) {
    stop(L"Regrip is installed in a folder with a name that is too long.");
  }
  BOOL lost = FALSE;
  BOOL all_of_unicode = GetACP() == CP_UTF8;
  DWORD strict = all_of_unicode ? 0 : WC_NO_BEST_FIT_CHARS;
  int size = WideCharToMultiByte(CP_ACP, strict, wide, -1, NULL, 0, NULL,
                                 all_of_unicode ? NULL : &lost);
  char *text = malloc(size);
  if (text == NULL || lost) {
    stop(L"Regrip is installed in a folder with a name that Java can't read.\n\n"
         L"Please install it in Program Files.");
  }
  WideCharToMultiByte(CP_ACP, strict, wide, -1, text, size, NULL, NULL);
  options[option_count++].optionString = text;
}

// All jars of the folder "app", by name, so that the order never depends on the disk.
static wchar_t *class_path(void) {
  static wchar_t path[LONGEST_OPTION];
  wchar_t pattern[PATH_CHARS];
  wchar_t *names[256];
  int count = 0;
  WIN32_FIND_DATAW found;
  join(pattern, place.install, L"app\\*.jar");
  HANDLE search = FindFirstFileW(pattern, &found);
  if (search == INVALID_HANDLE_VALUE) {
    stop(L"Regrip is not complete: its folder \"app\" is missing.\n\nPlease install it again.");
  }
  do {
    if (count == 256 || (names[count] = _wcsdup(found.cFileName)) == NULL) {
      stop(L"Regrip is not complete: its folder \"app\" can't be read.");
    }
    int at = count++;
    for (; at > 0 && wcscmp(names[at - 1], names[at]) > 0; at--) {
      wchar_t *later = names[at - 1];
      names[at - 1] = names[at];
      names[at] = later;
    }
  } while (FindNextFileW(search, &found));
  FindClose(search);
  size_t used = 0;
  for (int i = 0; i < count; i++) {
    int length = snwprintf(path + used, LONGEST_OPTION - used, L"%ls%ls\\app\\%ls",
                           i == 0 ? L"" : L";", place.install, names[i]);
    if (length < 0 || used + length >= LONGEST_OPTION - 32) {
      stop(L"Regrip is installed in a folder with a name that is too long.");
    }
    used += length;
  }
  return path;
}

// The class-data archive: the classes that a start needs, as Java has them in memory. The installer
// makes it with the Java that is to read it ("regrip.com --make-archive"); one that does not fit, or
// none, only makes the start slower. Java would say that where JSON is expected.
static void choose_archive(void) {
  wchar_t archive[PATH_CHARS];
  join(archive, place.install, L"regrip.jsa");
  BOOL is_made = FALSE;
#ifdef CONSOLE
  is_made = __argc == 2 && wcscmp(__wargv[1], L"--make-archive") == 0;
#endif
  if (is_made) {
    option(L"-Xshare:dump");
    option(L"-XX:SharedClassListFile=%ls\\app\\regrip.classes", place.install);
  } else if (GetFileAttributesW(archive) == INVALID_FILE_ATTRIBUTES) {
    return;
  }
  option(L"-XX:SharedArchiveFile=%ls", archive);
  option(L"-Xlog:disable");
}

static void choose_options(void) {
  option(L"-Djava.class.path=%ls", class_path());
  option(L"-Dregrip.install=%ls", place.install);
  option(L"-Dregrip.launcher=%ls", place.program);
  // JNA would unpack its DLL into TEMP, where anybody of this user can put another.
  option(L"-Djna.boot.library.path=%ls\\native", place.install);
  option(L"-Djna.nounpack=true");
  option(L"-Djna.noclasspath=true");
  option(L"-Djna.nosys=true");
  // By its full path JNA finds what Windows has; by name alone it asks in a way that Windows refuses
  // once the search is restricted.
  wchar_t system[PATH_CHARS];
  GetSystemDirectoryW(system, PATH_CHARS);
  option(L"-Djna.library.path=%ls", system);
  option(L"-XX:+UseSerialGC");
  option(L"-XX:TieredStopAtLevel=1");
  option(L"-XX:-UsePerfData");
  option(L"-XX:-CreateCoredumpOnCrash");
#ifdef HELPER
  wchar_t data[PATH_CHARS];
  data_folder(data);
  option(L"-Xmx48m");
  option(L"-XX:+DisableAttachMechanism");
  option(L"-XX:ErrorFile=%ls\\RegripHelper-crash-%%p.txt", place.install);
  option(L"-Djava.io.tmpdir=%ls\\temp", data);
  option(L"-Djava.awt.headless=true");
#ifdef ALSO_TRUSTED
  option(L"-Dregrip.also-trusted=" ALSO_TRUSTED);
#endif
#else
  wchar_t language[LANGUAGE_CHARS];
  if (language_of_installation(language)) {
    option(L"-Dregrip.language=%ls", language);
  }
  option(L"-Xms8m");
  option(L"-Xmx64m");
  option(L"-Xss512k");
  option(L"-XX:ReservedCodeCacheSize=24m");
  option(L"-XX:MinHeapFreeRatio=10");
  option(L"-XX:MaxHeapFreeRatio=25");
  option(L"-Dflatlaf.nativeLibraryPath=%ls\\native", place.install);
#endif
  if (place.java_version >= 24) {
    option(L"--enable-native-access=ALL-UNNAMED");
  }
  choose_archive();
}

static create_java load_java(void) {
  wchar_t bin[PATH_CHARS], jvm[PATH_CHARS];
  join(bin, place.java, L"bin");
  join(jvm, place.java, L"bin\\server\\jvm.dll");
  SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS);
  AddDllDirectory(bin);
  HMODULE library = LoadLibraryExW(jvm, NULL,
                                   LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32 |
                                       LOAD_LIBRARY_SEARCH_USER_DIRS);
  create_java create =
      library == NULL ? NULL : (create_java)(void *)GetProcAddress(library, "JNI_CreateJavaVM");
  if (create == NULL) {
    stop(L"The Java on this PC can't be loaded.\n\nPlease install Java 17 or newer again.");
  }
  return create;
}

static jobjectArray arguments(JNIEnv *java, jclass string) {
  int count, first = 0;
  wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
  if (words == NULL) {
    return NULL;
  }
#ifdef HELPER
  words[0] = L"helper";
#else
  first = 1;
#endif
  jobjectArray array = (*java)->NewObjectArray(java, count - first, string, NULL);
  for (int i = first; array != NULL && i < count; i++) {
    jstring word = (*java)->NewString(java, (const jchar *)words[i], (jsize)wcslen(words[i]));
    (*java)->SetObjectArrayElement(java, array, i - first, word);
  }
  return array;
}

// Java's main thread: the stack of the program's first one is not ours to choose. Regrip ends by
// System.exit, with a code of its own; what comes back here went wrong.
static DWORD WINAPI run(void *unused) {
  (void)unused;
  JavaVM *vm;
  JNIEnv *java;
  JavaVMInitArgs how = {JNI_VERSION_10, option_count, options, JNI_FALSE};
  if (load_java()(&vm, (void **)&java, &how) != JNI_OK) {
    stop(L"Java could not be started.\n\nIs there enough free memory?");
  }
  jclass regrip = (*java)->FindClass(java, "app/regrip/Regrip");
  jclass string = (*java)->FindClass(java, "java/lang/String");
  jmethodID main_method =
      regrip == NULL ? NULL
                     : (*java)->GetStaticMethodID(java, regrip, "main", "([Ljava/lang/String;)V");
  jobjectArray words = main_method == NULL ? NULL : arguments(java, string);
  if (words == NULL) {
    stop(L"Regrip is not complete.\n\nPlease install it again.");
  }
  (*java)->CallStaticVoidMethod(java, regrip, main_method, words);
  if ((*java)->ExceptionCheck(java)) {
    (*java)->ExceptionDescribe(java);
    return 1;
  }
  (*vm)->DestroyJavaVM(vm);
  return 0;
}

static int start(void) {
  SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32);
  SetDllDirectoryW(L"");
  HeapSetInformation(NULL, HeapEnableTerminationOnCorruption, NULL, 0);
#if !defined CONSOLE && !defined HELPER
  if (__argc == 2 && wcscmp(__wargv[1], L"--background") == 0 && !is_wanted_at_sign_in()) {
    return 0;
  }
#endif
  keep_known_variables();
  find_place(&place);
#ifdef CONSOLE
  if (__argc == 1) {
    return start_tray();
  }
#endif
#ifdef HELPER
  wchar_t system[PATH_CHARS];
  if (GetSystemDirectoryW(system, PATH_CHARS) != 0) {
    SetCurrentDirectoryW(system);
  }
#endif
  choose_options();
  DWORD code = 1;
  HANDLE thread = CreateThread(NULL, MAIN_THREAD_STACK, run, NULL,
                               STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
  if (thread != NULL) {
    WaitForSingleObject(thread, INFINITE);
    GetExitCodeThread(thread, &code);
  }
  return (int)code;
}

#ifdef CONSOLE
int wmain(void) {
  return start();
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, wchar_t *line, int show) {
  (void)self, (void)before, (void)line, (void)show;
  return start();
}
#endif
