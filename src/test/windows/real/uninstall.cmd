@echo off
rem Uninstalls, and sees that nothing is left.
rem   uninstall.cmd REGRIP.MSI LOGS
setlocal EnableExtensions DisableDelayedExpansion
start "" /wait "%SystemRoot%\System32\msiexec.exe" /x "%~f1" /qn REMOVEDATA=1 /l*v "%~2\uninstall.log" || exit /b 1
for %%F in ("%ProgramFiles%\Regrip" "%ProgramData%\Regrip" "%LOCALAPPDATA%\Regrip" "%ProgramData%\Microsoft\Windows\Start Menu\Programs\Regrip.lnk") do if exist %%F (
  >&2 echo Left there: %%F
  exit /b 1
)
for %%K in ("HKLM\Software\Regrip" "HKLM\Software\Classes\regrip" "HKLM\System\CurrentControlSet\Services\EventLog\Application\Regrip") do (
  "%SystemRoot%\System32\reg.exe" query %%K >nul 2>nul && (
    >&2 echo Left in the registry: %%K
    exit /b 1
  )
)
exit /b 0
