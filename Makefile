PYTHON ?= python3
PORT ?= 8080
BIN := .venv/bin
READY := .venv/ready
READY_DEV := .venv/ready-dev
TOGETHER := -n 2 --dist loadgroup --no-loadscope-reorder --max-worker-restart 0

# Many processes start during the tests: each would compile the product anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup demo test test-rest test-browser check format pins catalogue crash fuzz bench clean

setup: $(READY)

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Teladan memerlukan Python 3.11 atau lebih baru." if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Memasang pustaka (sekali saja, sekitar satu menit) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(READY_DEV): requirements-dev.txt $(READY)
	@echo "Memasang alat uji ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

demo: $(READY)
	@$(BIN)/teladan demo --port $(PORT)

# The browser's driver keeps an event loop running in its process, so its tests have their own;
# they wait more than they work, so they run beside the others. What they say comes at the end.
# A process that dies ends the run at once: with another in its place the rest may wait for ever.
test: $(READY_DEV)
	@$(MAKE) --no-print-directory -j 2 test-rest test-browser

test-rest: $(READY_DEV)
	$(BIN)/pytest $(TOGETHER) --ignore=tests/browser

test-browser: $(READY_DEV)
	@said=$$(mktemp); $(BIN)/pytest -p no:cacheprovider tests/browser >$$said 2>&1; \
	ended=$$?; cat $$said; rm $$said; exit $$ended

check: $(READY_DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.catalogue

format: $(READY_DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Write the message template anew and bring the Indonesian catalogue up to it.
catalogue: $(READY_DEV)
	$(BIN)/pybabel extract --omit-header --width=100 --no-location --sort-output -o locales/messages.pot bot handlers
	$(BIN)/pybabel update --width=100 --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -d locales -i locales/messages.pot -l id

# Compile the pins: versions and hashes, no addresses.
pins: $(READY_DEV)
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache

# The kill -9 harness at full count; `make test` runs a shortened one.
crash: $(READY_DEV)
	CRASH=full $(BIN)/pytest tests/crash tests/races tests/replicas tests/canaries -p no:randomly -o log_cli=true --log-cli-level=INFO

# What the bot bears, side by side with bare bots: a table, and var/bench.json. What is durable
# is measured on the disk, not in memory as the tests.
bench: $(READY_DEV)
	@mkdir -p var
	TMPDIR=$(CURDIR)/var $(BIN)/python -m tests.bench

# A million updates of every kind and a million forged buttons; `make test` tries some thousands.
fuzz: $(READY_DEV)
	FORGERIES=1000000 $(BIN)/pytest tests/authority/test_forgeries.py
	FUZZ=1000000 $(BIN)/pytest -n 2 --dist load tests/fuzz -p no:randomly -p no:logging
