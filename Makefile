# 표정 (Pyojeong): `make start` opens the studio, `make test` runs every check. Both set up what they need in .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.10 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8080

.PHONY: start test check bench clean

start: $(VENV)/.product $(VENV)/.libraries
	$(BIN)/pyojeong serve --host $(HOST) --port $(PORT)

test: check
	$(BIN)/python -m pytest

check: $(VENV)/.test $(VENV)/.libraries
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --no-cache --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.lab $(VENV)/.libraries
	$(BIN)/python -m benchmarks

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 12))' \
	  || { echo "Python 3.10–3.12가 필요합니다: PYTHON=python3.11 make …" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.product: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.product

$(VENV)/.lab: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[lab,test]'
	@touch $@ $(VENV)/.product $(VENV)/.test

# OpenCV and Skia open the system's libGL and libEGL; slim machines lack them and only apt can add them.
$(VENV)/.libraries: | $(VENV)/bin/python
	@$(BIN)/python -c 'import cv2, skia' 2>/dev/null \
	  || { echo "그래픽 라이브러리가 없습니다. 먼저: sudo apt-get install -y libgl1 libegl1 libglib2.0-0" >&2; exit 2; }
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache
