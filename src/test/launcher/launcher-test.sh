#!/bin/sh
# Holds launcher/regrip to its promises, with a pretend Maven and pretend JDKs in a folder with
# blanks in its name. Prints a line per promise; ends with 1 where one is broken.
#
#   SHELL_UNDER_TEST   the shell that runs the launcher (sh)
set -eu

launcher_folder=$(cd -- "$(dirname -- "$0")/../../../launcher" && pwd -P)
shell=$(command -v "${SHELL_UNDER_TEST:-sh}")
bench=$(mktemp -d "${TMPDIR:-/tmp}/regrip launcher.XXXXXX")
trap 'chmod -R u+w "$bench"; rm -rf "$bench"' EXIT
failures=0

promise() {
  printf '%s\n' "- $1"
}

broken() {
  failures=$((failures + 1))
  printf '%s\n' "  BROKEN: $1" "  exit code: $code" "  printed:" >&2
  sed 's/^/    /' "$bench/out" "$bench/err" >&2
}

# ---------------------------------------------------------------------------------- the pretend PC

# The everyday tools, and neither Java nor Maven.
tools=$bench/tools
mkdir "$tools"
for tool in cat chmod dirname find grep mkdir mv readlink rm sed sleep stty touch; do
  ln -s "$(command -v "$tool")" "$tools/$tool"
done

# jdk VERSION [jre]: a Java in a folder of its own; it prints how it was run.
jdk() {
  folder="$bench/java $1"
  mkdir -p "$folder/bin"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\nJAVA_VERSION_DATE="2026-01-01"\n' "$1" \
    >"$folder/release"
  cat >"$folder/bin/java" <<'JAVA'
#!/bin/sh
printf 'ran in: %s\n' "$(pwd)"
for argument in "$@"; do printf 'argument: %s\n' "$argument"; done
exit "${PRETEND_EXIT:-0}"
JAVA
  chmod +x "$folder/bin/java"
  [ "${2:-}" = jre ] || cp "$folder/bin/java" "$folder/bin/javac"
}
jdk 11.0.2
jdk 17.0.9
jdk 25
jdk 21.0.1 jre

maven=$bench/maven
mkdir "$maven"
cat >"$maven/mvn" <<'MAVEN'
#!/bin/sh
printf '%s\n' "$JAVA_HOME: $*" >>"$PRETEND_LOG"
[ ! -e "$PRETEND_LOG.busy" ] || echo "two builds at once" >>"$PRETEND_LOG"
touch "$PRETEND_LOG.busy"
sleep "${PRETEND_BUILD_SECONDS:-0}"
rm "$PRETEND_LOG.busy"
if [ -n "${PRETEND_FAILURE:-}" ]; then
  echo "[ERROR] $PRETEND_FAILURE"
  exit 1
fi
mkdir -p "$PRETEND_CHECKOUT/target/classes" "$PRETEND_CHECKOUT/target/lib"
MAVEN
chmod +x "$maven/mvn"

# checkout: a fresh one, built never.
checkout() {
  rm -rf "$bench/check out" "$bench/log"
  mkdir -p "$bench/check out/src/main/java" "$bench/check out/icons" "$bench/elsewhere"
  cp -R "$launcher_folder" "$bench/check out/launcher"
  touch "$bench/check out/pom.xml" "$bench/check out/src/main/java/A.java"
  : >"$bench/log"
}

# start [VARIABLE=VALUE...]: runs the launcher from another folder, always with the same arguments.
start() {
  code=0
  (
    cd "$bench/elsewhere"
    exec env -i PATH="$maven:$bench/java 17.0.9/bin:$tools" REGRIP_JVM_FOLDER="$bench/none" \
      PRETEND_LOG="$bench/log" PRETEND_CHECKOUT="$bench/check out" "$@" \
      "$shell" "${started_as:-$bench/check out/launcher/regrip}" fix "a b" "" "*"
  ) >"$bench/out" 2>"$bench/err" </dev/null || code=$?
}

exits() {
  [ "$code" -eq "$1" ] || broken "should exit with $1"
}

prints() {
  grep -qF -- "$1" "$bench/out" || broken "should print: $1"
}

complains() {
  grep -qF -- "$1" "$bench/err" || broken "should complain: $1"
}

builds() {
  times=$(grep -c package "$bench/log" || :)
  [ "$times" -eq "$1" ] || broken "should have built $1 times so far, not $times"
  ! grep -q "two builds" "$bench/log" || broken "two builds ran at once"
}

older_than_now() { # so that what comes next is newer, whatever the file system's clock
  touch -t 202001010000 "$bench/check out/target/regrip.stamp"
  find "$bench/check out/pom.xml" "$bench/check out/src" "$bench/check out/icons" \
    -exec touch -t 201901010000 {} +
}

# ------------------------------------------------------------------------------------- the promises

echo "launcher/regrip, run by $shell"

promise "The first start builds, says so on stderr only, and starts Regrip with all arguments"
checkout
start
exits 0
complains "Building Regrip (first start"
builds 1
prints "ran in: $bench/elsewhere"
prints "argument: @$bench/check out/launcher/jvm.options"
prints "argument: $bench/check out/target/classes:$bench/check out/target/lib/*"
prints "argument: app.regrip.Regrip"
prints "argument: a b"
prints "argument: *"
! grep -q Building "$bench/out" || broken "stdout belongs to Regrip"
[ "$(sed -n '/app.regrip.Regrip/,$p' "$bench/out" | grep -c '^argument:')" -eq 5 ] ||
  broken "should pass exactly four arguments"

promise "The second start runs no Maven, and needs none"
older_than_now
start "PATH=$bench/java 17.0.9/bin:$tools"
exits 0
builds 1
[ ! -s "$bench/err" ] || broken "should be silent"

promise "A changed source, icon or pom.xml is built"
for changed in src/main/java/A.java icons/app.svg pom.xml; do
  checkout
  start
  older_than_now
  touch "$bench/check out/$changed"
  start
  exits 0
  builds 2
  complains "something in it has changed"
  older_than_now
  start
  builds 2
done

promise "A deleted source is built too"
checkout
start
older_than_now
rm "$bench/check out/src/main/java/A.java"
start
builds 2

promise "A new pom.xml clears the libraries of the old one"
checkout
start
older_than_now
touch "$bench/check out/target/lib/old-1.0.jar" "$bench/check out/pom.xml"
start
[ ! -e "$bench/check out/target/lib/old-1.0.jar" ] || broken "the old library is still there"

promise "A failed build shows what Maven said, starts nothing, and is tried again"
checkout
start "PRETEND_FAILURE=no such thing"
exits 3
complains "[ERROR] no such thing"
complains "The build failed"
! grep -q internet "$bench/err" || broken "the internet had no part in it"
! grep -q argument "$bench/out" || broken "should not start Regrip"
start "PRETEND_FAILURE=Could not transfer artifact"
exits 3
complains "needs the internet"
builds 2
start
exits 0
builds 3

promise "A build that fails after a good one is tried again as well"
older_than_now
touch "$bench/check out/src/main/java/A.java"
start "PRETEND_FAILURE=broken"
exits 3
start "PRETEND_FAILURE=broken"
exits 3
builds 5

promise "Regrip's exit code is passed on"
start PRETEND_EXIT=2
exits 2

promise "Without Java it says what is missing and how to install it"
checkout
start "PATH=$maven:$tools"
exits 3
complains "needs a JDK, version 17 or newer"
complains "apt install openjdk-17-jdk"
complains "dnf install"
complains "brew install"
builds 0

promise "A Java too old is named and not used"
start "PATH=$maven:$bench/java 11.0.2/bin:$tools"
exits 3
complains "Found Java 11"
builds 0

promise "A Java without a compiler is named and not used"
start "PATH=$maven:$bench/java 21.0.1/bin:$tools"
exits 3
complains "Java 21"

promise "REGRIP_JAVA_HOME goes before JAVA_HOME, and that before the PATH"
start "JAVA_HOME=$bench/java 25"
exits 0
grep -qF "$bench/java 25: " "$bench/log" || broken "Maven should run with Java 25"
prints "--enable-native-access=ALL-UNNAMED"
start "JAVA_HOME=$bench/java 25" "REGRIP_JAVA_HOME=$bench/java 17.0.9"
exits 0
! grep -q native-access "$bench/out" || broken "Java 17 does not know that flag"
start "REGRIP_JAVA_HOME=$bench/java 11.0.2"
exits 3
complains "REGRIP_JAVA_HOME is no JDK 17"

promise "A JAVA_HOME too old does not stand in the way of a newer Java"
start "JAVA_HOME=$bench/java 11.0.2"
exits 0

promise "The JDKs of the system are found"
mkdir -p "$bench/jvm"
ln -s "$bench/java 11.0.2" "$bench/jvm/a"
ln -s "$bench/java 17.0.9" "$bench/jvm/b"
start "PATH=$maven:$tools" "REGRIP_JVM_FOLDER=$bench/jvm"
exits 0

promise "Without Maven it says what is missing and how to install it"
checkout
start "PATH=$bench/java 17.0.9/bin:$tools"
exits 3
complains "Maven is missing"
complains "apt install maven"

promise "It starts through symbolic links, relative ones too"
checkout
ln -s "$bench/check out/launcher/regrip" "$bench/check out/link"
ln -sf "../check out/link" "$bench/elsewhere/regrip"
started_as="$bench/elsewhere/regrip"
start
exits 0
prints "argument: @$bench/check out/launcher/jvm.options"
started_as=regrip
start
exits 0
started_as=

promise "Two starts at once build once"
checkout
start PRETEND_BUILD_SECONDS=2 & # writes to the same files, which does not matter here
start PRETEND_BUILD_SECONDS=2
wait
code=0
builds 1

promise "A lock left by a killed start does not stand in the way"
checkout
mkdir -p "$bench/check out/target/regrip.lock"
sleep 0 &
dead=$!
wait "$dead"
echo "$dead" >"$bench/check out/target/regrip.lock/pid"
start
exits 0
builds 1
[ ! -e "$bench/check out/target/regrip.lock" ] || broken "the lock should be gone"

if [ "$(id -u)" -ne 0 ]; then
  promise "A checkout that cannot be written to is named"
  checkout
  chmod a-w "$bench/check out"
  start
  chmod u+w "$bench/check out"
  exits 3
  complains "cannot be written to"
fi

promise "Every flag of the JVM has its reason beside it"
awk '/^-/ { if (!reason) exit 1; reason = 0 } /^#/ { reason = 1 }' \
  "$launcher_folder/jvm.options" || broken "a flag without a comment"

[ "$failures" -eq 0 ] || exit 1
echo "All kept."
