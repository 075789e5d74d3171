@echo off
rem Installs Regrip for everybody on this PC: copies the folder this file lies in to Program Files,
rem where only administrators may write, and starts it. Run it as administrator. Run it again to
rem update. What Regrip remembers (%LOCALAPPDATA%\Regrip, %ProgramData%\Regrip) is not touched.
setlocal EnableExtensions DisableDelayedExpansion

set "FROM=%~dp0"
set "TO=%ProgramFiles%\Regrip"

if not exist "%FROM%RegripHelper.exe" (
  >&2 echo This is not the folder of a built Regrip: RegripHelper.exe is missing beside install.cmd.
  exit /b 2
)
if /i "%FROM%"=="%TO%\" (
  >&2 echo Regrip is installed here already. Start Regrip.exe.
  exit /b 2
)

rem Only an administrator can list the sessions of the server service; nothing is changed by it.
"%SystemRoot%\System32\net.exe" session >nul 2>nul
if errorlevel 1 (
  >&2 echo Regrip is installed for everybody, which takes an administrator.
  >&2 echo Right-click install.cmd and choose "Run as administrator".
  exit /b 1
)

rem A tray that runs holds its files. A repair that runs does too, and is not to be ended.
"%SystemRoot%\System32\tasklist.exe" /fi "imagename eq RegripHelper.exe" 2>nul | "%SystemRoot%\System32\find.exe" /i "RegripHelper.exe" >nul
if not errorlevel 1 (
  >&2 echo A repair is running. Let it finish, then install.
  exit /b 1
)
"%SystemRoot%\System32\taskkill.exe" /f /im Regrip.exe >nul 2>nul

rem Libraries of an older version would be loaded too.
if exist "%TO%\app" rd /s /q "%TO%\app"
"%SystemRoot%\System32\xcopy.exe" "%FROM%*" "%TO%\" /e /i /y /q >nul
if errorlevel 1 (
  >&2 echo Copying to "%TO%" failed. Nothing else was changed; close Regrip and try again.
  exit /b 1
)

echo Regrip is installed in "%TO%".
rem By Explorer, so that the tray does not run with the rights of this window.
start "" "%SystemRoot%\explorer.exe" "%TO%\Regrip.exe"
exit /b 0
