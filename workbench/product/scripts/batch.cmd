@echo off
rem Runs a workflow in the embedded workbench: batch -workflowDir=DIR ... (batch -help shows all arguments).
rem Java is taken from JAVA_HOME or the PATH; TESSERA_VMARGS may hold arguments for it, such as -Xmx4g.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "java=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not "%java%"=="java.exe" goto run
where /q java.exe
if not errorlevel 1 goto run
echo No Java found: install a JDK 17 and set JAVA_HOME or the PATH 1>&2
exit /b 3
:run
for %%f in ("%home%plugins\org.tessera.workbench_*.jar") do set "workbench=%%~ff"
for %%f in ("%home%plugins\org.eclipse.osgi_*.jar") do set "framework=%%~ff"
"%java%" -Djava.awt.headless=true %TESSERA_VMARGS% -cp "%workbench%;%framework%" org.tessera.workbench.launch.Main %*
exit /b %ERRORLEVEL%
