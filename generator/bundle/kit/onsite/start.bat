@echo off
setlocal DisableDelayedExpansion
chcp 65001 >nul
rem A folder that was dropped on this file; the program reads it from here, so no sign is special.
set "ANJIAN_PROJECT="
if not "%~1"=="" set "ANJIAN_PROJECT=%~f1"
rem Not "cd": this also opens a folder on another computer.
pushd "%~dp0"
set "CODE=2"
".venv\Scripts\python.exe" -I -c "import generator" >nul 2>nul
if not "%errorlevel%"=="0" goto missing
".venv\Scripts\python.exe" -I -X utf8 program\anjian_kit.py {{ word }}
set "CODE=%errorlevel%"
goto end
:missing
type program\not-installed.txt
:end
popd
if not defined ANJIAN_NO_PAUSE pause
exit /b %CODE%
