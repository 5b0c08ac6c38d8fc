# make graph   a graph from examples/ in out/
# make test    every test
# make check   lint and types, as CI runs them
# make fidelity   how well gestae reads, beside its peers; WITHOUT_PEERS=1 leaves those out
# make baseline REASON="..."   record the F1 that tests hold, and why it is what it is
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
DEV    := $(VENV)/.installed-dev
BENCH  := $(VENV)/.installed-benchmark

.PHONY: graph test check fidelity baseline clean

graph: $(STAMP)
	@mkdir -p out
	@rm -rf out/store
	@$(BIN)/gestae build examples --store out/store
	@$(BIN)/gestae export -f turtle -o out/graph.ttl --store out/store
	@$(BIN)/gestae export -f csv -o out/facts.csv --store out/store
	@$(BIN)/gestae draw -o out/graph.html --store out/store
	@echo
	@echo "out/graph.html   the picture: open it in a browser"
	@echo "out/graph.ttl    the graph as Turtle"
	@echo "out/facts.csv    one fact a row, each with its quote"
	@echo
	@echo "Next:  $(BIN)/gestae show PITF --store out/store"
	@echo "       $(BIN)/gestae query who-did-what --store out/store"
	@echo "       $(BIN)/gestae build YOUR-DOCUMENTS --store out/store"

test: $(DEV)
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	rm -rf build
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --target build/installed .
	cd build/installed && MYPYPATH=. ../../$(BIN)/python -m mypy --config-file ../../pyproject.toml -p gestae
	cd build/installed && PYTHONPATH=. ../../$(BIN)/lint-imports --config ../../pyproject.toml --no-cache

fidelity: $(BENCH)
	$(BIN)/python benchmarks/fidelity/fidelity.py $(if $(WITHOUT_PEERS),--no-peers)

baseline: $(BENCH)
	$(BIN)/python benchmarks/fidelity/baseline.py --reason "$(REASON)"

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(STAMP): $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $(STAMP)

$(DEV): $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[dev,server]"
	@touch $(DEV) $(STAMP)

$(BENCH): $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[benchmark]"
	@touch $(BENCH) $(STAMP)

clean:
	rm -rf build out $(VENV)
