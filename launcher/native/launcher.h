// What the parts of the launchers share.
#ifndef REGRIP_LAUNCHER_H
#define REGRIP_LAUNCHER_H

#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <shellapi.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#include <jni.h>

#define PATH_CHARS 4096
#define OLDEST_JAVA 17

// What a program ends with that can't even start: nothing could be found out.
#define CANNOT_START 3

// Where things are. All paths are without a backslash at the end.
struct place {
  wchar_t program[PATH_CHARS]; // this program
  wchar_t install[PATH_CHARS]; // its folder
  wchar_t java[PATH_CHARS];    // the Java to run it with
  int java_version;            // 17, 21...
  wchar_t java_of_another_machine[PATH_CHARS]; // one that would do if it could be loaded, or none
};

// Ends with a message: in a box, or on the terminal.
void stop(const wchar_t *words) __attribute__((noreturn));

// Path of something in a folder; too long a one stops the program.
void join(wchar_t *path, const wchar_t *folder, const wchar_t *name);

// environment.c: drops all variables but those that are known to be harmless, and sets PATH.
void keep_known_variables(void);

// autostart.c: whether Regrip is to stay where Windows started it at sign-in.
BOOL is_wanted_at_sign_in(void);

// language.c: what Regrip speaks where a user has not chosen; FALSE where nothing was said.
#define LANGUAGE_CHARS 9
BOOL language_of_installation(wchar_t *word);

// place.c: finds all of it, or stops the program with words.
void find_place(struct place *place);

// place.c: C:\ProgramData\Regrip.
void data_folder(wchar_t *path);

// trusted.c: whether only administrators can change this, and the folders it is in.
BOOL only_administrators_change(const wchar_t *path);

#endif
