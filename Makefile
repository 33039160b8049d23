# Everything that a person or continuous integration does with Amble.

# A module may import only what its target names (docs/ARCHITECTURE.md).
SWIFT_FLAGS := --explicit-target-dependency-import-check error
# Static, so that the installed programs need no Swift runtime; lld knows no warnings about what
# libraries of others call.
RELEASE_FLAGS := $(SWIFT_FLAGS) --configuration release --static-swift-stdlib -Xswiftc -use-ld=lld
SECONDS ?= 60
MOMENTS ?= 200
MUTANTS ?= 100000

.PHONY: help setup build run test check format lint layers release fuzz torture mutants test-usb bench clean

help: ## Shows this list.
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

setup: ## Installs the system packages that are missing.
	@.ci/setup

build: setup ## Builds both programs for debugging.
	swift build $(SWIFT_FLAGS)

run: build ## Shows the whole thing at work on a demonstration folder.
	@Samples/demonstrate

test: ## Runs all tests.
	@.ci/setup tests
	@.ci/test $(SWIFT_FLAGS)

check: lint layers test ## What every commit must pass.

format: ## Formats all sources.
	swift format --in-place --recursive --parallel Package.swift Sources Tests

lint: ## Finds what is not formatted.
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

layers: ## Finds imports that break the order of the house.
	@.ci/layers

release: setup ## Builds both programs for use.
	swift build $(RELEASE_FLAGS) --product amble
	swift build $(RELEASE_FLAGS) --product ambled

fuzz: setup ## Feeds rubbish to the parsers, SECONDS=60 each.
	Tests/Fuzz/run.sh $(SECONDS)

torture: setup ## Kills the daemon at MOMENTS=200 seeded moments.
	swift build $(SWIFT_FLAGS) --build-tests
	AMBLE_TORTURE=$(MOMENTS) swift test $(SWIFT_FLAGS) --skip-build --filter EndToEndTests.KillTests

mutants: setup ## Mangles the samples in MUTANTS=100000 ways and counts what comes out.
	AMBLE_MUTANTS=$(MUTANTS) swift test $(SWIFT_FLAGS) --configuration release \
		-Xswiftc -enable-testing --filter FormatsTests.MutationTests

test-usb: release ## Plugs devices into a real kernel under QEMU.
	Tests/EndToEnd/usb/run

bench: release ## Prints how fast it is against well-known tools, in the same run.
	Tests/Benchmarks/run

clean: ## Throws away what was built.
	rm -rf .build .build-*
