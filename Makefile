# Rounds. Every command installs what is missing first (scripts/setup, quick when nothing is).
#
#   make run        build optimised, start on http://127.0.0.1:7860 with ./data   (DEMO=1: with a sample school)
#   make test       every test: unit, contract on SQLite and PostgreSQL, browser, fuzzing of the HTTP description, kill -9
#   make soak       what takes too long for that: a thousand kills of the server on each engine, a hundred of
#                   transcriptions, twenty tabs for five minutes
#   make simulate   10,000 seeds of devices, network and mishaps around the register (SEEDS=1..500 for others)
#   make bench      the benchmark table as Markdown and JSON in .build/bench/
#   make build      the optimised executable at .build/release/rounds
#   make check      the fast part of make test: formatting, import table, JavaScript lint and types (seconds)
#   make format     formats the Swift sources

.PHONY: run test soak simulate bench build check format setup

run: build
	.build/release/rounds serve --port 7860 --data-dir ./data $(if $(DEMO),--demo)

test: setup
	scripts/check

soak: setup
	scripts/check build
	scripts/soak

SEEDS ?= 1..10000
simulate: setup
	scripts/simulate --seeds $(SEEDS)

bench: build
	scripts/bench

build: setup
	scripts/embed-web
	swift build -c release --product rounds
	scripts/models

check: setup
	scripts/check format imports assets javascript

format:
	swift format -i -r Package.swift Sources Tests Benchmarks

setup:
	@scripts/setup
