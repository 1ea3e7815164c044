# Shorter names for what run.py and its tools do; nothing here is needed to run or to test.
.DEFAULT_GOAL := help
.PHONY: help run test check format lock messages shots
LOCK := .venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate $(if $(UPGRADE),--upgrade)

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: ## open the house on this machine
	python3 run.py

check: ## everything that CI asks for, in its order
	python3 run.py test

test: ## the tests alone; ARGS="tests/ground -x" goes to pytest
	python3 run.py test --only pytest $(ARGS)

format: ## lay out all code, mend what ruff can mend
	.venv/bin/python -m ruff check --fix --quiet
	.venv/bin/python -m ruff format --quiet

lock: ## write the hashed requirements from requirements*.in; UPGRADE=1 takes newer releases
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --constraint requirements.txt --output-file requirements-dev.txt
	$(LOCK) requirements-uv.in --output-file requirements-uv.txt

messages: ## collect the sentences into the Arabic catalogue, and compile it
	python3 run.py messages

shots: ## take the screenshots of docs/ anew
	python3 run.py shots
