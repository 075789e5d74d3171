@echo off
rem Installs with the installer that was built elsewhere, and sees that it is there.
rem   install.cmd REGRIP.MSI LOGS
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~f1" (
  >&2 echo There is no installer "%~f1".
  exit /b 2
)
start "" /wait "%SystemRoot%\System32\msiexec.exe" /i "%~f1" /qn /l*v "%~2\install.log" || exit /b 1
if not exist "%ProgramFiles%\Regrip\runtime\bin\server\jvm.dll" exit /b 1
"%SystemRoot%\System32\reg.exe" query "HKLM\Software\Microsoft\Windows\CurrentVersion\Run" /v Regrip || exit /b 1
if not exist "%ProgramData%\Microsoft\Windows\Start Menu\Programs\Regrip.lnk" exit /b 1
rem The command line of a shell: it waits, and has the exit code.
call "%ProgramFiles%\Regrip\regrip.com" explain 0x80070006 || exit /b 1
"%ProgramFiles%\Regrip\regrip.com" nonsense
if not %ERRORLEVEL% EQU 2 exit /b 1
exit /b 0
