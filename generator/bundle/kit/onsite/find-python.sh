# Sets ANJIAN_PYTHON to a command; run from the folder of the kit.
ANJIAN_PYTHON=
for candidate in {{ commands }} python3 python; do
    if "$candidate" -I -X utf8 program/anjian_kit.py suits >/dev/null 2>&1; then
        ANJIAN_PYTHON=$candidate
        break
    fi
done
if [ -z "$ANJIAN_PYTHON" ]; then
    tr -d '\r' <program/no-python.txt
fi
