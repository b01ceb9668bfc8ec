# Two commands: `make demo` shows the main job on an example, `make test` proves the project. Each sets up all it needs.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DEMO := .onrecord-demo

.PHONY: demo test browser lint bench clean

demo: $(VENV)/installed
	$(BIN)/onrecord add examples/wire.jsonl --archive $(DEMO)
	$(BIN)/onrecord check examples/page.txt --published 2025-09-22 --as-of 2025-09-30 --archive $(DEMO) --html report.html -f

# Two files of tests at a time, as on the two cores that the project is made for.
test: $(VENV)/installed-test lint browser
	$(BIN)/python -m pytest -n 2 --dist loadfile

# The tests of the desk need a browser. Where it cannot be had, pytest names them as left out.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || test -n "$$ONRECORD_CHROMIUM" || \
	  { SUDO=; [ "$$(id -u)" = 0 ] || SUDO="sudo -n"; \
	    { $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1; } || \
	  echo "no Chromium here, and none could be installed: the tests in tests/browser are left out"

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
