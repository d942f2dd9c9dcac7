#!/bin/sh
CDPATH= cd -- "$(dirname -- "$0")" || exit 2
code=2
. program/find-python.sh
if [ -n "$ANJIAN_PYTHON" ]; then
    "$ANJIAN_PYTHON" -I -X utf8 program/anjian_kit.py {{ word }}
    code=$?
fi
# A window that was opened by a double click would close before anything is read.
if [ -t 0 ] && [ -t 1 ] && [ -z "$ANJIAN_NO_PAUSE" ]; then
    printf '%s' '按回车键关闭……'
    read -r _
fi
exit "$code"
