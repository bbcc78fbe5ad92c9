# Everything a newcomer types.
SWIFT ?= swift
PACKAGES = libicu-dev pkg-config

.PHONY: setup build demo test format lint clean

setup:
	@bash .ci/setup $(PACKAGES)

build: setup
	$(SWIFT) build -c release --static-swift-stdlib --product zhubi

demo: build
	@.build/release/zhubi scan Tests/Demo || test $$? -eq 1

test: setup
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors
	$(SWIFT) test --skip-build
	Tests/LeanConsumer/check

format:
	$(SWIFT) format -i -r Package.swift Sources Tests

lint:
	$(SWIFT) format lint -r --strict Package.swift Sources Tests

clean:
	rm -rf .build
