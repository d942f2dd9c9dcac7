@echo off
setlocal DisableDelayedExpansion
chcp 65001 >nul
rem Not "cd": this also opens a folder on another computer.
pushd "%~dp0"
set "CODE=2"
call program\find-python.bat
if not defined ANJIAN_PYTHON goto end
%ANJIAN_PYTHON% -I -X utf8 program\anjian_kit.py {{ word }}
set "CODE=%errorlevel%"
:end
popd
if not defined ANJIAN_NO_PAUSE pause
exit /b %CODE%
