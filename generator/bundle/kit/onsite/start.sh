#!/bin/sh
# A folder that was dropped on this file, or named after it.
case ${1-} in
    '' | /*) ANJIAN_PROJECT=${1-} ;;
    *) ANJIAN_PROJECT=$PWD/$1 ;;
esac
export ANJIAN_PROJECT
CDPATH= cd -- "$(dirname -- "$0")" || exit 2
if .venv/bin/python -I -c 'import generator' >/dev/null 2>&1; then
    .venv/bin/python -I -X utf8 program/anjian_kit.py {{ word }}
    code=$?
else
    tr -d '\r' <program/not-installed.txt
    code=2
fi
# A window that was opened by a double click would close before anything is read.
if [ -t 0 ] && [ -t 1 ] && [ -z "$ANJIAN_NO_PAUSE" ]; then
    printf '%s' '按回车键关闭……'
    read -r _
fi
exit "$code"
