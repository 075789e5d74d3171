@echo off
rem Asks the installed Regrip how this Windows is. Red where something did not hold; what the doctor
rem and the diagnosis find is for people, and no verdict on Regrip.
rem   ask.cmd LOGS
setlocal EnableExtensions DisableDelayedExpansion
set "REGRIP=%ProgramFiles%\Regrip\Regrip.exe"
if not exist "%REGRIP%" exit /b 2
set BAD=
"%REGRIP%" doctor >"%~1\doctor.txt" 2>&1
if errorlevel 2 set BAD=doctor
"%REGRIP%" diagnose >"%~1\diagnose.txt" 2>&1
if %ERRORLEVEL% EQU 2 set BAD=%BAD% diagnose
"%REGRIP%" selftest --elevated --force --report "%~1\selftest.json" >"%~1\selftest.txt" 2>&1
if errorlevel 1 set BAD=%BAD% selftest
type "%~1\doctor.txt" "%~1\diagnose.txt" "%~1\selftest.txt"
if defined BAD (
  >&2 echo Not as believed: %BAD%
  exit /b 1
)
exit /b 0
