# Two commands: `make demo` shows the main job on an example, `make test` proves the project. Each sets up all it needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DEMO := .onrecord-demo

.PHONY: demo test lint bench clean

demo: $(VENV)/installed
	$(BIN)/onrecord add examples/wire.jsonl --archive $(DEMO)
	$(BIN)/onrecord check examples/page.txt --published 2025-09-22 --as-of 2025-09-30 --archive $(DEMO) --html report.html -f

test: $(VENV)/installed-test lint
	$(BIN)/python -m pytest

lint: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/installed-test
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	$(BIN)/python -m benchmarks

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/installed-test: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) $(DEMO) report.html
