# Everything a newcomer types.
SWIFT ?= swift
PACKAGES = libicu-dev pkg-config zlib1g-dev libexpat1-dev libsqlite3-dev

.PHONY: setup build demo serve libzhubi test bench guard bench-setup format lint clean

setup:
	@bash .ci/setup $(PACKAGES)

build: setup
	$(SWIFT) build -c release --static-swift-stdlib --product zhubi
	$(SWIFT) build -c release --static-swift-stdlib --product zhubi-read-attachment
	$(SWIFT) build -c release --static-swift-stdlib --product zhubi-server

# The page in a browser of this machine; review records go to .build/reviews.
PORT ?= 8642
serve: build
	.build/release/zhubi serve --port $(PORT) --reviews .build/reviews

demo: build
	@.build/release/zhubi scan Tests/Demo || test $$? -eq 1

# libzhubi.so with its header, the Swift runtime linked in, in .build/libzhubi.
libzhubi: setup
	$(SWIFT) build -c release --product zhubi-c --scratch-path .build-c -Xswiftc -static-stdlib \
	  -Xlinker --version-script=Sources/ZhubiC/zhubi.exports -Xlinker --gc-sections -Xlinker -s \
	  -Xlinker -soname=libzhubi.so.0
	mkdir -p .build/libzhubi/lib .build/libzhubi/include
	cp .build-c/release/libzhubi-c.so .build/libzhubi/lib/libzhubi.so.0
	ln -sf libzhubi.so.0 .build/libzhubi/lib/libzhubi.so
	cp Sources/CZhubi/include/zhubi.h .build/libzhubi/include/

test: setup
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors
	$(SWIFT) test --skip-build
	Tests/LeanConsumer/check
	Tests/Service/check
	Tests/WebPage/check

# The table of ratios to the peers, and the guard that fails when a ratio falls.
bench: bench-setup
	cd Benchmarks && $(SWIFT) run -c release zhubi-bench table --records Records

guard: bench-setup
	cd Benchmarks && $(SWIFT) run -c release zhubi-bench guard

bench-setup:
	@bash .ci/setup $(PACKAGES) libhyperscan-dev

format:
	$(SWIFT) format -i -r Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Tests

lint:
	$(SWIFT) format lint -r --strict Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Tests

clean:
	rm -rf .build
