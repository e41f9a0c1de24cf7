@echo off
rem Runs a workflow in the embedded workbench: batch -workflowDir=DIR ... (batch -help shows all arguments).
rem Java is taken from JAVA_HOME or the PATH; TESSERA_VMARGS may hold arguments for it, such as -Xmx4g.
setlocal
set "home=%~dp0"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
set "classpath="
for %%f in ("%home%plugins\org.tessera.workbench_*.jar") do set "classpath=%%~ff"
for %%f in ("%home%plugins\org.eclipse.osgi_*.jar") do call set "classpath=%%classpath%%;%%~ff"
"%java%" -Djava.awt.headless=true %TESSERA_VMARGS% -cp "%classpath%" org.tessera.workbench.launch.Main %*
exit /b %ERRORLEVEL%
