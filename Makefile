# make run    set everything up and serve it on http://127.0.0.1:8000 (PORT=8001 moves it)
# make test   the same set-up, then all checks and tests, on all processors; PYTEST='-m "not slow"' leaves some out
# make lint   the checks alone
# make bench  how quick it is with CASES=100000 fictional cases, in var/bench; REUSE=1 keeps what the last run loaded
#               and ROWS=100000 rows of a list checked and imported, in var/bench-imports
# make drill  how a site of its own stands attacks and faults, in var/drill; DRILL="slow" runs one of them
# make desk-tour  how many keys the desk takes: entries typed in Chromium by keyboard alone, in var/desk-tour
# make names  how well people are found: FILE=pairs.csv AMONG=100000 other names, in var/names; JSON=file has the figures

PYTHON ?= $(shell for python in python3.11 python3 python3.14 python3.13 python3.12; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$python; break; fi; done)
VENV_PYTHON := .venv/bin/python
DEMO ?= 1
CASES ?= 100000
AMONG ?= 100000
ROWS ?= 100000

.PHONY: run test lint bench drill desk-tour names environment developing requirements

# Each line is one process and nothing else, so that a signal to make reaches what it should stop.

run: environment
	@DEMO=$(DEMO) exec $(VENV_PYTHON) manage.py serve --prepare

test: lint
	@exec $(VENV_PYTHON) -m pytest --numprocesses=logical --maxprocesses=8 --dist=worksteal $(PYTEST)

lint: export DEBUG = 1
lint: developing
	@exec $(VENV_PYTHON) -m ruff check
	@exec $(VENV_PYTHON) -m ruff format --check
	@exec $(VENV_PYTHON) -m mypy
	@exec $(VENV_PYTHON) -m djlint templates --lint --quiet
	@exec $(VENV_PYTHON) manage.py check
	@exec $(VENV_PYTHON) -W ignore manage.py makemigrations --check --dry-run

# The settings of production, and a database that is nobody's: whatever is set for a site is left out.
APART := env -u DATABASE_URL -u DEBUG -u DEMO -u SITE_URL -u BIND -u WEB_THREADS WEB_WORKERS=1

bench: developing
	@exec $(APART) TRACKER_VAR=var/bench $(VENV_PYTHON) -m tests.benchmark speed --cases $(CASES) \
		$(if $(filter-out 0,$(REUSE)),--reuse) $(if $(filter 0,$(DATASETTE)),--without-datasette)
	@exec $(APART) TRACKER_VAR=var/bench-imports $(VENV_PYTHON) -m tests.benchmark imports --rows $(ROWS) \
		$(if $(filter 0,$(DATASETTE)),--without-peers)

drill: developing
	@exec $(APART) TRACKER_VAR=var/drill $(VENV_PYTHON) -m tests.drills $(DRILL)

desk-tour: developing
	@exec $(APART) TRACKER_VAR=var/desk-tour $(VENV_PYTHON) -m tests.desk_tour

names: developing
	@test -n "$(FILE)" || { echo "Which names? FILE=pairs.csv, with the columns query, stored, match (yes or no)"; exit 1; }
	@exec $(APART) TRACKER_VAR=var/names $(VENV_PYTHON) manage.py migrate --verbosity 0
	@exec $(APART) TRACKER_VAR=var/names $(VENV_PYTHON) -m tests.benchmark names "$(FILE)" --among $(AMONG) \
		$(if $(JSON),--json "$(JSON)")

environment developing:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. On Debian: apt-get install python3 python3-venv"; exit 1; }
	@exec $(PYTHON) tracker/environment.py $(if $(filter developing,$@),--dev)

# The lists of packages anew from their .in files, with exact versions and hashes. Versions stay as they are unless
# UPGRADE=--upgrade or UPGRADE="--upgrade-package NAME" says otherwise.
requirements: export CUSTOM_COMPILE_COMMAND = make requirements
requirements: developing
	@for list in requirements requirements-dev requirements-bench; do \
		$(VENV_PYTHON) -m piptools compile --quiet --allow-unsafe --generate-hashes --strip-extras --no-emit-find-links \
		--no-emit-index-url --no-emit-options --no-emit-trusted-host $(UPGRADE) --output-file $$list.txt $$list.in || exit 1; \
	done
