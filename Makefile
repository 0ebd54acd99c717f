# Two commands matter: `make run` and `make test`. Each does its own set-up.
SHELL := /bin/bash
PYTHON := .venv/bin/python
TOUR ?= .tour
FROZEN := dist/$(if $(filter Darwin,$(shell uname)),Shoplark.app/Contents/MacOS/Shoplark,shoplark/shoplark)

.DEFAULT_GOAL := help

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

prepare:
	@.ci/prepare run

prepare-peers:
	@.ci/prepare peers

prepare-test:
	@.ci/prepare test

run: prepare ## Start Shoplark (with no display: draw the tour instead)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(PYTHON) main.py; \
	else \
		echo "No display here: drawing the tour."; \
		data=$$(mktemp -d) && $(PYTHON) main.py --practice --data-dir $$data --tour $(TOUR); code=$$?; \
		rm -rf $$data; [ $$code = 0 ] && echo "The pictures are in $(TOUR)."; exit $$code; \
	fi

test: prepare-test lint ## Lint, types, import rules and all tests
	@$(PYTHON) -m pytest -n 2 --dist loadfile
	@$(PYTHON) tests/desktop/in_a_box.py

lint: prepare ## Format, ruff, mypy --strict, import rules, translations
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports
	@$(PYTHON) resources/generate/translations.py --check

format: prepare ## Let ruff format and mend what it can
	@$(PYTHON) -m ruff format .
	@$(PYTHON) -m ruff check --fix .

check-text: prepare-peers ## Hold the counter against npm's twitter-text with 50,000 texts
	@SHOPLARK_TEXTS=50000 $(PYTHON) -m pytest --timeout 1200 tests/services/text/test_against_npm.py

crash-test: prepare ## Kill the program 1,000 times while it sends (SHOPLARK_KILLS=n)
	@$(PYTHON) -m tests.crash

refresh-test: prepare ## Kill the program while it renews its token 500 times (SHOPLARK_REFRESHES=n)
	@$(PYTHON) -m tests.refresh

odd-pictures: prepare ## Send every odd file of Pillow's own tests through all that pictures go through
	@$(PYTHON) -m tests.odd_pictures

bench: prepare-peers ## Print speeds and sizes beside their peers
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.bench

tour: prepare ## Draw every screen into .tour (light, dark, 2x, Arabic)
	@for look in "--theme light" "--theme dark" "--theme light --scale 2" "--theme light --lang ar"; do \
		name=$(TOUR)/$$(echo $$look | tr -d ' -'); data=$$(mktemp -d); \
		$(PYTHON) main.py --practice --data-dir $$data --tour $$name $$look || exit 1; rm -rf $$data; \
		echo "The pictures are in $$name."; \
	done

README_PICTURES := compose-ready:compose queue-full:queue inbox-answered:inbox analytics-full:analytics shop-full:shop

pictures: prepare ## Draw the README's pictures again
	@data=$$(mktemp -d) && $(PYTHON) main.py --practice --data-dir $$data --tour $(TOUR)/readme && rm -rf $$data
	@mkdir -p resources/pictures
	@for pair in $(README_PICTURES); do \
		cp $(TOUR)/readme/[0-9][0-9]-$${pair%%:*}.png resources/pictures/$${pair##*:}.png || exit 1; \
	done

build: prepare-test ## Freeze the program into dist/, check it and draw its tour
	@$(PYTHON) -m PyInstaller --noconfirm --log-level WARN build.spec
	@home=$$(mktemp -d) && trap 'rm -rf $$home' EXIT && clean="env -i HOME=$$home PATH=/usr/bin:/bin" && \
		$$clean $(FROZEN) --self-test && \
		$$clean $(FROZEN) --practice --data-dir $$home/frozen --tour $(TOUR)/frozen && \
		$(PYTHON) main.py --practice --data-dir $$home/source --tour $(TOUR)/source && \
		diff <(cd $(TOUR)/frozen && ls) <(cd $(TOUR)/source && ls) && \
		du -sh dist/[sS]hoplark*

lock: prepare ## Make requirements.lock again from pyproject.toml
	@.venv/bin/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --no-header --quiet -o requirements.lock

.PHONY: help prepare prepare-peers prepare-test run test lint format check-text crash-test refresh-test odd-pictures bench tour pictures build lock
