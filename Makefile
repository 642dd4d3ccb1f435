# Waymark. 'make help' lists what there is; 'make demo' and 'make test' are all a newcomer needs.
PYTHON ?= python3
BIN := .venv/bin
export PYTHONPATH := $(CURDIR):$(CURDIR)/site
.DEFAULT_GOAL := help
.PHONY: python-version lint-imports help demo setup test system-packages setup-dev lint format test-sqlite test-postgresql messages lock pictures bench-pages-audit bench-documents bench-checkers bench-fuzz bench-forms bench-search bench-search-speed

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | awk -F'|' '{printf "  make %-16s %s\n", $$1, $$2}'

python-version:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(v < (3, 11) and "Waymark needs Python 3.11 or newer; this is %d.%d. Name another one: make PYTHON=python3.12 demo" % v)'

demo: python-version ## Set everything up and serve the demo council on 127.0.0.1 (PORT=8000)
	@$(PYTHON) -m tools.demo

setup: python-version ## The same without serving
	@$(PYTHON) -m tools.setup runtime

test: setup-dev system-packages ## Check and test everything, on SQLite and on PostgreSQL
	@$(BIN)/python -m tools.test

system-packages: ## Install the servers that tests start (Debian), or say how
	@$(PYTHON) -m tools.system_packages

setup-dev: python-version
	@$(PYTHON) -m tools.setup dev

lint: ## Import contract, types, style, templates, migrations
	@$(BIN)/python -m tools.lint

lint-imports:
	@$(BIN)/lint-imports --no-logo

.PHONY: demo-feedback
demo-feedback: ## Make up a year of answers for the demo, so that its boards show something
	@DJANGO_SETTINGS_MODULE=waymark.settings.demo $(BIN)/python manage.py load_example_feedback

.PHONY: bench-backlog
bench-backlog: ## Measure how fast a backlog is checked with more processes, and that a killed run repeats nothing
	@$(BIN)/python -m tools.bench_backlog $(ARGS)

format: ## Put code and templates into their form
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .
	$(BIN)/djlint --reformat --quiet templates

test-sqlite: ## Tests on SQLite only
	$(BIN)/python -m pytest

test-postgresql: ## Tests on a PostgreSQL of their own
	$(BIN)/python -m tests.servers.postgresql $(BIN)/python -m pytest

bench-search: ## Quality of search on the public queries, on both databases; a drop fails
	$(BIN)/python -m tools.bench_search quality
	$(BIN)/python -m tests.servers.postgresql $(BIN)/python -m tools.bench_search quality

bench-search-speed: ## Speed of search at 10,000 pages, on both databases
	$(BIN)/python -m tools.bench_search speed
	$(BIN)/python -m tests.servers.postgresql $(BIN)/python -m tools.bench_search speed

.PHONY: bench-forms-import
bench-forms-import: ## Measure what imports keep, and whether the paths are the source's
	@DJANGO_SETTINGS_MODULE=waymark.settings.test $(BIN)/python -m tests.forms.bench_import

.PHONY: bench-kill
bench-kill: ## Kill web and worker while forms are sent, on both databases: nothing lost, nothing twice (ARGS="--kills 10")
	@$(BIN)/python -m tools.bench_kill $(ARGS)

.PHONY: bench-outage
bench-outage: ## Measure how fast one worker delivers 1,000 requests when a receiver is back, on both databases
	@$(BIN)/python -m tools.bench_outage $(ARGS)
	@$(BIN)/python -m tests.servers.postgresql $(BIN)/python -m tools.bench_outage $(ARGS)

.PHONY: walk-forms
walk-forms: ## Look at every state of every demo form with axe (a long walk; tests take some of them)
	WAYMARK_WALK_ALL=1 $(BIN)/python -m pytest -q tests/journeys/test_axe_everywhere.py -k form

messages: ## Collect the sentences to translate into locale/
	$(BIN)/python -m tools.messages extract

lock: ## Lock every Python and npm version again, with hashes
	uv pip compile pyproject.toml --group dev --generate-hashes --universal --python-version 3.11 --no-annotate --no-header -q -o requirements/dev.lock
	uv pip compile pyproject.toml --generate-hashes --universal --python-version 3.11 --no-annotate --no-header -c requirements/dev.lock -q -o requirements/runtime.lock
	uv pip compile pyproject.toml --group analysis --generate-hashes --universal --python-version 3.11 --no-annotate --no-header -c requirements/dev.lock -q -o requirements/analysis.lock
	$(BIN)/npm install --package-lock-only

pictures: ## Take the README's pictures from the running demo
	$(BIN)/python -m tools.pictures

.PHONY: videos
videos: ## Record the demo's how-to videos from a running demo (ADDRESS=http://127.0.0.1:8000; needs ffmpeg, espeak-ng)
	@for story in services/demo/media/*.yaml; do $(BIN)/python -m tools.video $$story $(or $(ADDRESS),http://127.0.0.1:8000) || exit 1; done

bench-pages-audit: ## Measure the page checks on labelled and made pages, axe and pa11y beside (ARGS="--only gds")
	@$(BIN)/python -m tools.bench_pages $(ARGS)

bench-documents: ## Measure the document checker on labelled, made and real files (ARGS="--only ua1 --alone")
	@$(BIN)/python -m tools.bench_documents $(ARGS)

bench-checkers: ## Install the other checkers that bench-documents measures beside ours
	@$(BIN)/python -m tools.bench_documents.install

bench-fuzz: ## Throw 10,000 damaged files at the sealed process (ARGS="--inputs 500")
	@$(BIN)/python -m tools.bench_fuzz $(ARGS)

bench-forms: ## Measure a form of 42 pages and 85 questions: editor, publish, steps
	@$(BIN)/python -m tools.bench_forms

.PHONY: bench-pages
bench-pages: ## Measure a service page at 100 and 10,000 pages: queries, time and bytes, beside plain Wagtail
	@$(BIN)/python -m tools.bench_service_page

.PHONY: bench-languages
bench-languages: ## Measure translation: seeded faults, every address in every language, the desk under load (ARGS="crawl")
	@$(BIN)/python -m tools.bench_languages $(ARGS)
.PHONY: bench-insight
bench-insight: ## Measure scrubbing, sentiment, index, alarms, panel, intake, kills and boards, on both databases (ARGS="sqlite boards")
	@$(BIN)/python -m tools.bench_insight $(ARGS)

.PHONY: sentiment-model
sentiment-model: ## Train the sentiment model anew from the labelled comments
	@$(BIN)/python -m tools.train_sentiment

.PHONY: bench-inbox
bench-inbox: ## Measure the list and the search of 100,000 requests, on both databases
	@$(BIN)/python -m tools.bench_inbox $(ARGS)
	@$(BIN)/python -m tests.servers.postgresql $(BIN)/python -m tools.bench_inbox $(ARGS)

.PHONY: bench-updates
bench-updates: ## Send a newsletter to 20,000 through a mail server that fails half way, on both databases (ARGS="--count 2000")
	@$(BIN)/python -m tools.bench_updates $(ARGS)
	@$(BIN)/python -m tests.servers.postgresql $(BIN)/python -m tools.bench_updates $(ARGS)
