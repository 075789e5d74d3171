@echo off
rem Starts Regrip from a checkout, and builds it first where something has changed.
rem
rem   REGRIP_JAVA_HOME   the JDK to use, where the one that is found is not the one wanted
setlocal EnableExtensions DisableDelayedExpansion

for %%D in ("%~dp0..") do set "REGRIP_ROOT=%%~fD"
set "REGRIP_TARGET=%REGRIP_ROOT%\target"
set "REGRIP_STAMP=%REGRIP_TARGET%\regrip.stamp"
set "REGRIP_LOG=%REGRIP_TARGET%\regrip-build.log"

call :find_jdk
if not defined JDK exit /b 3

call :needs_build
if defined REGRIP_BUILD call :build_alone
if defined REGRIP_FAILED exit /b 3

set "NATIVE_ACCESS="
if %JDK_MAJOR% GEQ 24 set "NATIVE_ACCESS=--enable-native-access=ALL-UNNAMED"
"%JDK%\bin\java.exe" "@%REGRIP_ROOT%\launcher\jvm.options" "-Dregrip.launcher=%REGRIP_ROOT%\launcher\regrip.cmd" %NATIVE_ACCESS% -cp "%REGRIP_TARGET%\classes;%REGRIP_TARGET%\lib\*" app.regrip.Regrip %*
exit /b %ERRORLEVEL%


rem ------------------------------------------------------------------------------------ Java

:find_jdk
set "JDK="
set "SEEN="
if not defined REGRIP_JAVA_HOME goto :find_jdk_around
call :try_jdk "%REGRIP_JAVA_HOME%"
if defined JDK exit /b 0
>&2 echo regrip: REGRIP_JAVA_HOME is no JDK 17 or newer: "%REGRIP_JAVA_HOME%"
exit /b 3

:find_jdk_around
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try_jdk "%%~dp$PATH:J.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk*") do call :try_jdk "%%~D"
for /d %%D in ("%ProgramFiles%\Microsoft\jdk*") do call :try_jdk "%%~D"
for /d %%D in ("%ProgramFiles%\Java\jdk*") do call :try_jdk "%%~D"
if defined JDK exit /b 0
>&2 echo regrip: Regrip needs a JDK, version 17 or newer, and found none.
if defined SEEN >&2 echo   Found Java %SEEN%, which is too old.
>&2 echo   Windows:  winget install EclipseAdoptium.Temurin.21.JDK
>&2 echo   It is somewhere else? Set REGRIP_JAVA_HOME to its folder.
exit /b 3

rem Takes the JDK in folder %1 if it is one and new enough. Its file "release" tells the version.
:try_jdk
if defined JDK exit /b 0
if not exist "%~f1\bin\javac.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b /c:"JAVA_VERSION=" "%~f1\release"`) do set "VERSION=%%~V"
if not defined VERSION exit /b 0
for /f "tokens=1 delims=.+-_" %%M in ("%VERSION%") do set "JDK_MAJOR=%%M"
if %JDK_MAJOR% LSS 17 set "SEEN=%VERSION%"
if %JDK_MAJOR% GEQ 17 set "JDK=%~f1"
exit /b 0


rem ----------------------------------------------------------------------------------- Build

rem Whether a source is newer than the last good build. A folder is newer when something was
rem deleted from it.
:needs_build
set "REGRIP_BUILD=yes"
if not exist "%REGRIP_STAMP%" exit /b 0
if not exist "%REGRIP_TARGET%\classes" exit /b 0
if not exist "%REGRIP_TARGET%\lib" exit /b 0
powershell -NoProfile -NonInteractive -Command "$s = (Get-Item -LiteralPath $env:REGRIP_STAMP).LastWriteTimeUtc; $r = $env:REGRIP_ROOT; $all = 'pom.xml', 'src\main', 'icons' | ForEach-Object { Join-Path $r $_ } | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Get-Item -LiteralPath $_; Get-ChildItem -LiteralPath $_ -Recurse }; if ($all | Where-Object { $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1) { exit 1 } else { exit 0 }"
if not errorlevel 1 set "REGRIP_BUILD="
exit /b 0

rem One build at a time: an open file is the lock, and Windows closes it whatever happens to us.
rem Who waits looks again afterwards: the other one has built for both.
:build_alone
set "REGRIP_WAITED="
if not exist "%REGRIP_TARGET%" md "%REGRIP_TARGET%" 2>nul
set "REGRIP_TRY=%REGRIP_STAMP%.%RANDOM%%RANDOM%"
(type nul >"%REGRIP_TRY%") 2>nul
if not exist "%REGRIP_TRY%" goto :cannot_write
del "%REGRIP_TRY%"
:build_try
set "REGRIP_HAD_LOCK="
3>&2 2>nul (
  9>"%REGRIP_TARGET%\regrip.lock" (
    2>&3 call :build_locked
  )
)
if defined REGRIP_HAD_LOCK exit /b 0
if not defined REGRIP_WAITED >&2 echo Waiting for another start of Regrip that is building it...
set "REGRIP_WAITED=yes"
ping -n 2 127.0.0.1 >nul
goto :build_try

:build_locked
set "REGRIP_HAD_LOCK=yes"
call :needs_build
if not defined REGRIP_BUILD exit /b 0
set "REGRIP_FAILED=yes"
where mvn >nul 2>nul
if errorlevel 1 goto :no_maven
if exist "%REGRIP_STAMP%" (
  >&2 echo Building Regrip again, because something in it has changed...
) else (
  >&2 echo Building Regrip ^(first start, about a minute^)...
)
rem Or the old version of a library would stay beside the new one. What is in use stays.
if exist "%REGRIP_TARGET%\lib" del /q "%REGRIP_TARGET%\lib\*.jar" 2>nul
rem The stamp is made now, so that what changes during the build is newer than it.
type nul >"%REGRIP_STAMP%.new"
set "JAVA_HOME=%JDK%"
call mvn -q -B -f "%REGRIP_ROOT%\pom.xml" -Dmaven.test.skip=true package >"%REGRIP_LOG%" 2>&1 <nul
if errorlevel 1 goto :build_failed
move /y "%REGRIP_STAMP%.new" "%REGRIP_STAMP%" >nul
set "REGRIP_FAILED="
exit /b 0

:build_failed
del "%REGRIP_STAMP%.new" "%REGRIP_STAMP%" 2>nul
>&2 type "%REGRIP_LOG%"
>&2 echo regrip: The build failed; what Maven said stands above, and in "%REGRIP_LOG%"
findstr /c:"Could not transfer" /c:"could not be resolved" "%REGRIP_LOG%" >nul
if not errorlevel 1 >&2 echo   A build needs the internet where a library is not on this computer yet.
exit /b 3

:no_maven
>&2 echo regrip: Regrip has to be built, and Maven is missing.
>&2 echo   Windows:  choco install maven
>&2 echo   Or unpack it from maven.apache.org and put its folder bin on the PATH.
exit /b 3

:cannot_write
set "REGRIP_FAILED=yes"
>&2 echo regrip: Regrip has to be built, but its folder cannot be written to: "%REGRIP_ROOT%"
>&2 echo   Copy the checkout to a folder of your own and start it there.
exit /b 3
