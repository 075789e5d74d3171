@echo off
rem Installs the folder that was built elsewhere, with the Java of this PC put into it.
rem   install.cmd FOLDER
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~1\RegripHelper.exe" (
  >&2 echo There is no built Regrip in "%~1".
  exit /b 2
)
if not exist "%JAVA_HOME%\bin\server\jvm.dll" (
  >&2 echo JAVA_HOME is no Java: "%JAVA_HOME%".
  exit /b 2
)
xcopy "%JAVA_HOME%" "%~1\runtime\" /e /i /y /q >nul || exit /b 1
call "%~1\install.cmd" || exit /b 1
if not exist "%ProgramFiles%\Regrip\runtime\bin\server\jvm.dll" exit /b 1
exit /b 0
