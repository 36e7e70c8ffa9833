# Everything runs inside .venv, made from the lock file; a fresh machine needs Python 3.11 or newer and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   := build/demo

PAGE   := src/contested/desk/static/.made-from

.PHONY: help setup page browser demo test lint bench screenshots lock clean
help:
	@echo "make demo   read the example reports and show the brief"
	@echo "make test   lint, type-check, check the contracts, run every test"
	@echo "make lint   the first three alone"
	@echo "make screenshots  the desk's pages as pictures, for README"
	@echo "make bench  accuracy against the pinned floors, speed as ratios"
	@echo "make lock   write the lock file anew from pyproject.toml"

$(VENV)/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Contested needs Python 3.11 or newer: make PYTHON=python3.11"; exit 1; }
	@echo "Setting up $(VENV) (once, a few minutes)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(VENV)/ready page

# The desk's page is built with the package, and again where its sources have changed since.
page: $(VENV)/ready
	@$(BIN)/python build_page.py

# Tests drive a Chromium of the system; where there is none and this may install one, it does.
browser:
	@sh tests/desk/browser.sh

demo: setup
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/contested read demo/reports --ledger $(DEMO)/ledger.db
	@echo
	$(BIN)/contested brief --ledger $(DEMO)/ledger.db
	@echo
	@echo "The ledger is $(DEMO)/ledger.db. Open the desk in a browser: $(BIN)/contested desk --ledger $(DEMO)/ledger.db"

lint: setup
	$(BIN)/ruff check src tests bench build_page.py
	$(BIN)/ruff format --check src tests bench build_page.py
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint browser
	$(BIN)/python build_page.py check
	$(BIN)/pytest

screenshots: setup browser
	$(BIN)/python -m tests.desk.screenshots

bench: setup
	$(BIN)/python -m bench

lock: setup
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
