# Observatory of regional health innovation: install, run and check. Needs GNU make and Python 3.11 or later.

PORT    ?= 8501
HOST    ?= 127.0.0.1
# What readers type into their browser. Streamlit must be told, or it asks an outside host for its public address.
ADDRESS ?= $(if $(filter 0.0.0.0 ::,$(HOST)),$(shell hostname),$(HOST))

VENV   := .venv
PYTHON := $(VENV)/bin/python
PIP    := $(PYTHON) -m pip --disable-pip-version-check --quiet
# -OO leaves the docstrings of all libraries out of the memory of the server, which is 16 MB.
SERVER := $(PYTHON) -OO -m streamlit
# One stamp for each list of packages, so that pip runs only when its list has changed.
RUN_STAMP := $(VENV)/.requirements
DEV_STAMP := $(VENV)/.requirements-dev

# Kept whatever the environment says: a server that compiles its libraries at each start needs a second longer.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run build check test chromium office clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@printf '\n  make run PORT=8600                  another port\n'
	@printf '  make run HOST=0.0.0.0 ADDRESS=name  open to the network, under this name\n'

run: build ## Install what is needed, build the data and serve the application
	@printf 'The observatory is at http://%s:%s (Ctrl+C stops it)\n' '$(ADDRESS)' '$(PORT)'
	@exec $(SERVER) run app.py --logger.hideWelcomeMessage=true \
		--server.address='$(HOST)' --server.port='$(PORT)' --browser.serverAddress='$(ADDRESS)'

build: $(RUN_STAMP) ## Build the data that the application reads
	@$(PYTHON) -m loaders build

check: $(DEV_STAMP) ## Check style and types
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy

test: check build chromium office ## Check everything: style, types, tests, tests in a real browser
	$(PYTHON) -m pytest -n 2 -m 'not browser'
	$(PYTHON) -m pytest -n 2 --dist loadfile -m browser

clean: ## Remove what make and the tools have made; data stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Debian ships python3 without venv, hence the question whether ensurepip is there.
$(VENV)/bin/pip:
	@for python in python3.11 python3 none; do \
		if [ $$python = none ]; then \
			echo 'No Python 3.11 or later was found. On Debian or Ubuntu: sudo apt-get install python3.11 python3.11-venv' >&2; exit 1; \
		fi; \
		command -v $$python >/dev/null || continue; \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		break; \
	done; \
	if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
		version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
		echo "$$python cannot make virtual environments. On Debian or Ubuntu: sudo apt-get install python$$version-venv" >&2; exit 1; \
	fi; \
	$$python -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

$(RUN_STAMP): requirements.txt | $(VENV)/bin/pip
	$(PIP) install -r $<
	@touch $@

$(DEV_STAMP): requirements-dev.txt requirements.txt $(RUN_STAMP)
	$(PIP) install -r $<
	@touch $@

# The browser tests drive a Chromium of the system; playwright's own download is not needed.
chromium:
	@for browser in chromium chromium-browser google-chrome; do \
		if command -v $$browser >/dev/null; then exit 0; fi; \
	done; \
	if ! command -v apt-get >/dev/null; then \
		echo 'The browser tests need Chromium on the PATH; install it with the package manager of this system.' >&2; exit 1; \
	fi; \
	if [ "$$(id -u)" = 0 ]; then sudo=; \
	elif command -v sudo >/dev/null; then sudo=sudo; \
	else echo 'The browser tests need Chromium. As root: apt-get update && apt-get install -y chromium' >&2; exit 1; fi; \
	$$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium

# The tests of presentations open them in LibreOffice; Arial is measured as Liberation Sans, which is as wide.
office:
	@if command -v soffice >/dev/null; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
		echo 'The tests of presentations need LibreOffice Impress: install it so that soffice is on the PATH.' >&2; exit 1; \
	fi; \
	if [ "$$(id -u)" = 0 ]; then sudo=; \
	elif command -v sudo >/dev/null; then sudo=sudo; \
	else echo 'The tests of presentations need LibreOffice. As root: apt-get update && apt-get install -y libreoffice-impress fonts-liberation' >&2; exit 1; fi; \
	$$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-impress fonts-liberation
