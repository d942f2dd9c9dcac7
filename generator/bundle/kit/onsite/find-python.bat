@echo off
rem Sets ANJIAN_PYTHON to a command; run from the folder of the kit. A launcher must not download.
set "ANJIAN_PYTHON="
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "PYLAUNCHER_ALLOW_INSTALL="
for %%v in ({{ pythons }}) do call :try py -%%v
call :try py -3
call :try python
call :look
if defined ANJIAN_PYTHON exit /b 0
set "INSTALLER="
for %%v in ({{ pythons }}) do call :choose %%v
if not defined INSTALLER goto none
type program\python-setup.txt
start "" /wait "%INSTALLER%" /quiet InstallAllUsers=0 PrependPath=0 Include_launcher=0 Include_test=0
call :look
if defined ANJIAN_PYTHON exit /b 0
type program\python-failed.txt
exit /b 2
:none
type program\no-python.txt
exit /b 2
:look
for %%d in ({{ digits }}) do call :try "%LocalAppData%\Programs\Python\Python%%d\python.exe"
for %%d in ({{ digits }}) do call :try "%ProgramFiles%\Python%%d\python.exe"
exit /b 0
:try
if defined ANJIAN_PYTHON exit /b 0
%* -I -X utf8 program\anjian_kit.py suits >nul 2>nul
rem Not "if errorlevel 1": a program that crashes leaves a negative number.
if "%errorlevel%"=="0" set ANJIAN_PYTHON=%*
exit /b 0
:choose
if defined INSTALLER exit /b 0
for %%f in (python\python-%1.*-amd64.exe) do set "INSTALLER=%%f"
exit /b 0
