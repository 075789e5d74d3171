@echo off
rem Repairs this PC, which may have nothing: BITS, a reset, and a look at the component store. To be
rem run as an administrator, on a PC nobody needs. 3 is "not proven yet", which is no failure.
rem   repair.cmd LOGS
setlocal EnableExtensions DisableDelayedExpansion
set "REGRIP=%ProgramFiles%\Regrip\Regrip.exe"
if not exist "%REGRIP%" exit /b 2
set BAD=
for %%F in (bits reset) do call :fix %%F "%~1"
"%SystemRoot%\System32\dism.exe" /Online /English /Cleanup-Image /CheckHealth >"%~1\dism.txt" 2>&1
if errorlevel 1 set BAD=%BAD% dism
type "%~1\dism.txt"
xcopy "%ProgramData%\Regrip\runs" "%~1\runs\" /e /i /y /q >nul
if defined BAD (
  >&2 echo Failed: %BAD%
  exit /b 1
)
exit /b 0

:fix
"%REGRIP%" fix %1 --yes >"%~2\fix-%1.txt" 2>&1
set CODE=%ERRORLEVEL%
type "%~2\fix-%1.txt"
if not %CODE% EQU 0 if not %CODE% EQU 3 set BAD=%BAD% %1
exit /b 0
