@echo off
rem Runs every test for Windows on this one. Those that need a stand-in leave themselves out.
rem   tests.cmd LOGS
setlocal EnableExtensions DisableDelayedExpansion
set "REGRIP_FAKES="
set "OUT=%CD%\target\windows"
call mvn -q -B -ntp test-compile dependency:copy@tools-of-the-windows-lane dependency:build-classpath -Dmdep.includeScope=test "-Dmdep.outputFile=%OUT%\class-path" || exit /b 1
for /f "usebackq delims=" %%L in ("%OUT%\class-path") do set "CLASSES=%%L"
>"%OUT%\tests.args" echo -cp "%OUT:\=/%/tools/junit-platform-console-standalone.jar;target/classes;target/test-classes;%CLASSES:\=/%"
"%JAVA_HOME%\bin\java.exe" -Dfile.encoding=UTF-8 "@%OUT%\tests.args" org.junit.platform.console.ConsoleLauncher execute --disable-banner --disable-ansi-colors --details=tree --details-theme=ascii --fail-if-no-tests --include-engine=junit-jupiter --include-engine=jqwik "--include-classname=.*(Test|Properties|IT)$" --include-tag=windows --scan-classpath=target/test-classes "--reports-dir=%~1\tests" >"%~1\tests.txt" 2>&1
set CODE=%ERRORLEVEL%
type "%~1\tests.txt"
exit /b %CODE%
