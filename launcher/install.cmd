@echo off
rem Installs Regrip for everybody on this PC: copies the folder this file lies in to Program Files,
rem where only administrators may write, and starts it. Run it as administrator. Run it again to
rem update. What Regrip remembers (%LOCALAPPDATA%\Regrip, %ProgramData%\Regrip) is not touched.
setlocal EnableExtensions DisableDelayedExpansion

set "FROM=%~dp0"
set "TO=%ProgramFiles%\Regrip"
set "NEW=%ProgramFiles%\Regrip.new"
set "OLD=%ProgramFiles%\Regrip.old"

if not exist "%FROM%RegripHelper.exe" (
  >&2 echo This is not the folder of a built Regrip: RegripHelper.exe is missing beside install.cmd.
  exit /b 2
)
if /i "%FROM%"=="%TO%\" (
  >&2 echo Regrip is installed here already. Start Regrip.exe.
  exit /b 2
)

rem Only an administrator can list the filters of the file system; nothing is changed by it.
"%SystemRoot%\System32\fltMC.exe" >nul 2>nul
if errorlevel 1 (
  >&2 echo Regrip is installed for everybody, which takes an administrator.
  >&2 echo Right-click install.cmd and choose "Run as administrator".
  exit /b 1
)

rem A repair that runs is not to be ended.
"%SystemRoot%\System32\tasklist.exe" /fi "imagename eq RegripHelper.exe" 2>nul | "%SystemRoot%\System32\find.exe" /i "RegripHelper.exe" >nul
if not errorlevel 1 (
  >&2 echo A repair is running. Let it finish, then install.
  exit /b 1
)

rem The whole of it is copied beside the old one first, so that a copy that fails costs nothing, and
rem no library of an older version stays to be loaded too.
if exist "%NEW%" rd /s /q "%NEW%"
"%SystemRoot%\System32\xcopy.exe" "%FROM%*" "%NEW%\" /e /i /y /q >nul
if errorlevel 1 (
  if exist "%NEW%" rd /s /q "%NEW%"
  >&2 echo Copying to "%ProgramFiles%" failed. Nothing was changed; see that there is room and try again.
  exit /b 1
)
"%SystemRoot%\System32\taskkill.exe" /f /im Regrip.exe >nul 2>nul
if exist "%OLD%" rd /s /q "%OLD%"
set "TRIES=0"
:swap
if not exist "%TO%" goto :place
move "%TO%" "%OLD%" >nul 2>nul
if not exist "%TO%" goto :place
rem A program that was ended just now holds its files for a moment.
set /a TRIES+=1
"%SystemRoot%\System32\ping.exe" -n 2 127.0.0.1 >nul
if %TRIES% LSS 10 goto :swap
rd /s /q "%NEW%"
>&2 echo Something in "%TO%" is in use. Nothing was changed; close Regrip and try again.
exit /b 1

:place
move "%NEW%" "%TO%" >nul
if not exist "%TO%\RegripHelper.exe" (
  if exist "%OLD%" move "%OLD%" "%TO%" >nul
  >&2 echo Regrip could not be put into "%TO%". What was there is there again; try again.
  exit /b 1
)
if exist "%OLD%" rd /s /q "%OLD%"

echo Regrip is installed in "%TO%".
rem By Explorer, so that the tray does not run with the rights of this window.
start "" "%SystemRoot%\explorer.exe" "%TO%\Regrip.exe"
exit /b 0
