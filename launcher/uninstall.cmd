@echo off
rem Takes Regrip away: the program, its entries of this user, and nothing else. Run it as
rem administrator. Folders a repair has set aside, and its journals, stay in %ProgramData%\Regrip
rem until you delete them: they are the way back.
setlocal EnableExtensions DisableDelayedExpansion

set "TO=%ProgramFiles%\Regrip"

"%SystemRoot%\System32\fltMC.exe" >nul 2>nul
if errorlevel 1 (
  >&2 echo Right-click uninstall.cmd and choose "Run as administrator".
  exit /b 1
)
"%SystemRoot%\System32\tasklist.exe" /fi "imagename eq RegripHelper.exe" 2>nul | "%SystemRoot%\System32\find.exe" /i "RegripHelper.exe" >nul
if not errorlevel 1 (
  >&2 echo A repair is running. Let it finish first.
  exit /b 1
)
"%SystemRoot%\System32\taskkill.exe" /f /im Regrip.exe >nul 2>nul
"%SystemRoot%\System32\reg.exe" delete "HKCU\Software\Classes\regrip" /f >nul 2>nul
"%SystemRoot%\System32\reg.exe" delete "HKCU\Software\Microsoft\Windows\CurrentVersion\Run" /v Regrip /f >nul 2>nul
echo Regrip is gone from this PC. What it remembers is still in "%LOCALAPPDATA%\Regrip" and "%ProgramData%\Regrip".
rem The last command, in one line: this file goes too.
cd /d "%SystemRoot%" & rd /s /q "%TO%" & exit /b 0
