# tollbook: two commands do everything on a machine with Python 3.11+ and make.
#   make demo   runs the main job on two examples and shows the site
#   make test   runs the tests
PYTHON ?= python3
BIN := .venv/bin
DEMO ?= demo

.DEFAULT_GOAL := help
.PHONY: help setup demo test crash lint docs bench lock

help:
	@sed -n 's/^#  *//p' Makefile | head -3; echo "also: make setup lint docs crash bench lock"

.venv/run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("tollbook needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 demo" if sys.version_info < (3, 11) else 0)'
	@echo "Installing tollbook into .venv (once; about a minute) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	@echo "Installing the developer tools into .venv (once) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

setup: .venv/dev

demo: .venv/run
	@$(BIN)/toll demo --out $(DEMO)

test: .venv/dev
	@$(BIN)/python -m pytest

# Kills a run fifty times at random moments and looks for what was lost (minutes).
crash: .venv/dev
	@TOLLBOOK_KILLS=50 $(BIN)/python -m pytest -n 0 -s tests/cli/test_crash.py

lint: .venv/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -q -n 0 -m "not slow" tests/house

docs: .venv/dev
	@$(BIN)/sphinx-build -W --keep-going -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

bench: .venv/dev
	@for script in bench/*.py; do $(BIN)/python $$script || exit 1; done

# Pins every dependency with hashes for all platforms; needs uv on the PATH.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt
