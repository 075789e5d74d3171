/*
 * The fake sfc.exe with a German message table (sfcgerman.mc), for what must work in any language.
 * Fed as sfc.c.
 *
 * build: x86_64-w64-mingw32-gcc -municode -O2 -Wall -Wextra -Werror sfcgerman.c "$(T=$(mktemp -d) && x86_64-w64-mingw32-windmc -C 65001 -h $T -r $T sfcgerman.mc && x86_64-w64-mingw32-windres -I $T -i $T/sfcgerman.rc -O coff $T/sfc.res && echo $T/sfc.res)" -o sfcgerman.exe
 */
#include "sfc.c"
