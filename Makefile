# Everything a newcomer types.
SWIFT ?= swift
PACKAGES = libicu-dev pkg-config

.PHONY: setup build demo test format lint clean

setup:
	@bash .ci/setup $(PACKAGES)

build: setup
	$(SWIFT) build -c release --product zhubi

test: setup
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors
	$(SWIFT) test --skip-build

format:
	$(SWIFT) format -i -r Package.swift Sources Tests

lint:
	$(SWIFT) format lint -r --strict Package.swift Sources Tests

clean:
	rm -rf .build
