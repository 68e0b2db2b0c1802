# Two commands work on a bare machine with Python 3.11 and make: `make run` and `make test`.
PORT ?= 8000
export PORT
# Each makes a database of its own first, which takes seconds: more than four gain nothing.
WORKERS ?= 2

PY := .venv/bin/python
# The demo is always the local one: a database that the shell or .env points at is left alone.
DEMO := env -u DATABASE_URL -u MEDIA_ROOT -u STATIC_ROOT -u DEBUG PORTAL_MODE=demo \
	SITE_URL=http://127.0.0.1:$(PORT)
TEST := env -u DATABASE_URL PORTAL_MODE=test
PIP_COMPILE := .venv/bin/uv pip compile --quiet pyproject.toml --python-version 3.11 --universal \
	--generate-hashes --no-header

.DEFAULT_GOAL := help
.PHONY: help run reset test drill lint format lock clean

help: ## ta lista
	@sed -n 's/^\([a-z]*\):.*## /make \1 – /p' Makefile

run: ## portal z przykładową treścią na tym komputerze, port PORT (8000)
	@sh requirements/install.sh base
	@$(DEMO) $(PY) -m deploy.server
	@$(DEMO) $(PY) manage.py migrate --verbosity 0
	@$(DEMO) $(PY) manage.py collectstatic --clear --no-input --verbosity 0
	@$(DEMO) $(PY) manage.py demo
	@$(DEMO) $(PY) manage.py rebuild_search > /dev/null
	@$(DEMO) $(PY) -m gunicorn -c python:deploy.server

reset: ## usuwa bazę i zdjęcia przykładu, następne make run zaczyna od nowa
	@rm -rf var/portal.sqlite3 var/portal.sqlite3-wal var/portal.sqlite3-shm var/media
	@echo "Usunięto dane przykładu. Nowy początek: make run"

# REQUIRE_ALL=1, as in .ci/run: what cannot be run is a failure and not a remark.
# The journeys run once, on the database of production; so do the drills. What touches no database
# runs once, too.
CHROMIUM = if sh requirements/chromium.sh; then WITHOUT=; \
	elif [ -n "$$REQUIRE_ALL" ]; then echo "Brakuje Chromium." >&2; exit 1; \
	else WITHOUT=" and not journey"; echo "Bez Chromium pominięto:" tests/journeys/test_*.py; fi

test: lint ## lint, migracje, testy na SQLite i PostgreSQL, w przeglądarce też
	@$(TEST) $(PY) manage.py makemigrations --check --dry-run
	@$(CHROMIUM); \
	$(TEST) $(PY) -m pytest -q -n $(WORKERS) -m "not journey and not drill" && \
	$(TEST) $(PY) -m tests.pg pytest -q -n $(WORKERS) -m "not drill$$WITHOUT" --database

drill: lint ## długie próby: macierze, zbiory złych danych, awarie; na PostgreSQL
	@$(CHROMIUM); \
	$(TEST) $(PY) -m tests.pg pytest -q -n $(WORKERS) -m "drill$$WITHOUT"

lint: ## styl i typy
	@sh requirements/install.sh dev
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@.venv/bin/djangofmt --check templates
	@.venv/bin/djangofmt check templates
	@$(TEST) $(PY) -m mypy .

format: ## poprawia styl tam, gdzie da się to zrobić samo
	@sh requirements/install.sh dev
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .
	@-.venv/bin/djangofmt check --fix templates
	@.venv/bin/djangofmt templates

# No line of a lock names a host: whoever installs chooses where from, the hashes say what.
lock: ## requirements/*.txt według pyproject.toml
	@sh requirements/install.sh dev
	@$(PIP_COMPILE) --group pyproject.toml:dev -o requirements/dev.txt
	@$(PIP_COMPILE) -c requirements/dev.txt -o requirements/base.txt

clean: ## usuwa .venv i pamięci podręczne narzędzi, dane przykładu zostają
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis var/static
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
