@echo off
rem Finds a JDK 25, builds the command where it is missing, and runs it. What has changed since then
rem 'mvn process-classes -Dlauncher -am -pl :command' builds: unlike ./workbook, this does not look for it.
setlocal
set "root=%~dp0."
set "command=%root%\modules\workbook\command\target"
set "jdk="

if defined JAVA_HOME call :take "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :take "%%~dpj.."
for %%p in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
  for /d %%j in ("%%~p\*") do (
    call :take "%%~j"
    call :take "%%~j\current"
  )
)
if not defined jdk (
  echo workbook: a JDK 25 is needed and none was found: install one, for instance from https://adoptium.net, or set JAVA_HOME to it>&2
  exit /b 2
)

if not exist "%command%\classes\workbook\command\Workbook.class" call :build || exit /b 2

rem The class path is an environment variable, because a command line may be too short for it.
for /f "usebackq delims=" %%c in ("%command%\class-path\runtime") do set "CLASSPATH=%%c"
rem The console shows what it is given as UTF-8, and then again as before.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul
"%jdk%\bin\java" -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dworkbook.root=%root%" workbook.command.Workbook %*
set "status=%errorlevel%"
chcp %codepage% >nul
exit /b %status%

:take
if defined jdk exit /b 0
if exist "%~1\bin\javac.exe" findstr /b "JAVA_VERSION=.25[^0-9]" "%~1\release" >nul 2>nul && set "jdk=%~f1"
exit /b 0

:build
where mvn >nul 2>nul || (
  echo workbook: Maven 3.8 or newer is needed to build: https://maven.apache.org/download.cgi>&2
  exit /b 2
)
echo Building the workbook. The first time, Maven downloads what it needs.>&2
set "JAVA_HOME=%jdk%"
pushd "%root%"
call mvn -B -q process-classes -Dlauncher -am -pl :command >&2
set "built=%errorlevel%"
popd
if not "%built%"=="0" echo workbook: the build failed>&2
exit /b %built%
