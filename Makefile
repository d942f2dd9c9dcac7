# 案鉴. Windows users: see README (python tools\prepare.py).
PYTHON ?= python3
UV ?= uv
BIN := .venv/bin
PYTEST_ARGS ?=

.PHONY: site serve prepare prepare-dev test test-full check bench bench-search lock clean

site: prepare
	$(BIN)/python -m generator build

serve: prepare
	$(BIN)/python -m generator serve

prepare:
	@$(PYTHON) tools/prepare.py

prepare-dev:
	@$(PYTHON) tools/prepare.py --dev --browser --office

test: prepare-dev
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not full" $(PYTEST_ARGS)

# The long tests too; what is skipped is named with its reason at the end.
test-full: prepare-dev
	$(BIN)/python -m pytest -n auto --dist loadfile -rs $(PYTEST_ARGS)

# Everything in one command: style, format, types, tests.
check: prepare-dev
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not full" $(PYTEST_ARGS)

bench: prepare-dev
	$(BIN)/python -m bench
	$(BIN)/python -m bench.publishing
	$(BIN)/python -m bench.teaching
	$(BIN)/python -m bench.ledgers

# Our search beside Material's and Pagefind (half an hour; BENCH_ARGS="--peers none" for ours alone).
bench-search: prepare-dev
	$(BIN)/python -m bench.search $(BENCH_ARGS)

# Renew the lock files from pyproject.toml (needs uv and network; LOCK_ARGS=--upgrade
# for newer versions).  They hold for every platform and Python 3.10 or later.
LOCK := $(UV) pip compile --quiet --universal --generate-hashes --python-version 3.10 --fork-strategy fewest \
	--no-emit-index-url --no-emit-find-links --no-annotate \
	--custom-compile-command "make lock" $(LOCK_ARGS)

lock:
	$(LOCK) pyproject.toml --extra office --output-file requirements.lock
	$(LOCK) pyproject.toml --extra office --group dev --constraints requirements.lock \
		--output-file requirements-dev.lock
	$(LOCK) --group pyproject.toml:build --constraints requirements-dev.lock \
		--output-file requirements-build.lock

clean:
	rm -rf .venv .prepare.lock .anjian site site.* site-* build dist .mypy_cache .pytest_cache \
		.ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
