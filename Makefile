# Everything a newcomer types.
SWIFT ?= swift
PACKAGES = libicu-dev pkg-config zlib1g-dev libexpat1-dev libsqlite3-dev libyaml-dev

PREFIX ?= /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share
BIN = $(DESTDIR)$(PREFIX)/bin

.PHONY: setup build demo serve libzhubi man completions install uninstall test fuzz bench guard guard-proof bench-setup bench-rescan test-spark format lint clean

setup:
	@bash .ci/setup $(PACKAGES)

# Without debug information: a smaller file is mapped and started sooner.
RELEASE = -c release --static-swift-stdlib -Xlinker -S

build: setup
	$(SWIFT) build $(RELEASE) --product zhubi
	$(SWIFT) build $(RELEASE) --product zhubi-read-attachment
	$(SWIFT) build $(RELEASE) --product zhubi-server

# The page in a browser of this machine; review records go to .build/reviews.
PORT ?= 8642
serve: build
	.build/release/zhubi serve --port $(PORT) --reviews .build/reviews

# The manual page in both languages, and completions, made by the tool itself.
man:
	@test -x .build/release/zhubi || { echo "run make build first" >&2; exit 1; }
	@mkdir -p .build/man/man1 .build/man/zh_CN/man1
	.build/release/zhubi manual --language en > .build/man/man1/zhubi.1
	.build/release/zhubi manual --language zh > .build/man/zh_CN/man1/zhubi.1

completions:
	@test -x .build/release/zhubi || { echo "run make build first" >&2; exit 1; }
	@mkdir -p .build/completions
	.build/release/zhubi completion bash > .build/completions/zhubi
	.build/release/zhubi completion zsh > .build/completions/_zhubi
	.build/release/zhubi completion fish > .build/completions/zhubi.fish

# After make build: the tool, the helper beside it, manual pages and completions below PREFIX.
install: man completions
	install -d $(BIN) $(SHARE)/man/man1 $(SHARE)/man/zh_CN/man1 \
	  $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions \
	  $(SHARE)/fish/vendor_completions.d
	install -m 755 .build/release/zhubi .build/release/zhubi-read-attachment .build/release/zhubi-server \
	  $(BIN)/
	install -m 644 .build/man/man1/zhubi.1 $(SHARE)/man/man1/
	install -m 644 .build/man/zh_CN/man1/zhubi.1 $(SHARE)/man/zh_CN/man1/
	install -m 644 .build/completions/zhubi $(SHARE)/bash-completion/completions/
	install -m 644 .build/completions/_zhubi $(SHARE)/zsh/site-functions/
	install -m 644 .build/completions/zhubi.fish $(SHARE)/fish/vendor_completions.d/

uninstall:
	rm -f $(BIN)/zhubi $(BIN)/zhubi-read-attachment $(BIN)/zhubi-server $(SHARE)/man/man1/zhubi.1 \
	  $(SHARE)/man/zh_CN/man1/zhubi.1 $(SHARE)/bash-completion/completions/zhubi \
	  $(SHARE)/zsh/site-functions/_zhubi $(SHARE)/fish/vendor_completions.d/zhubi.fish

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

# Everything that proves the house; checks that need what this machine lacks say so and are skipped.
test: setup libzhubi
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors
	SWIFT=$(SWIFT) .ci/tests
	Tests/LeanConsumer/check
	Tests/CInterface/check
	Tests/Service/check
	Tests/WebPage/check
	ZHUBI=.build/debug/zhubi Tests/Editors/check
	ZHUBI=.build/debug/zhubi Tests/Gate/check

# The readers and the whole scan under libFuzzer; what breaks them stays in Tests/Fuzz/.build/crashes.
SECONDS ?= 60
fuzz: setup
	Tests/Fuzz/run $(SECONDS)

# The table of ratios to the peers, and the guard that fails when a ratio falls.
bench: bench-setup
	cd Benchmarks && $(SWIFT) run -c release zhubi-bench table --records Records

guard: bench-setup
	cd Benchmarks && $(SWIFT) run -c release zhubi-bench guard

# That the guard can fail: an engine slowed down on purpose trips it.
guard-proof: bench-setup
	cd Benchmarks && $(SWIFT) test -c release

# Pages of a generated site, one command for all figures of a re-scan; COUNT=3000 for a quick try.
bench-rescan: build
	python3 Benchmarks/Rescan/measure.py .build/release/zhubi $(or $(COUNT),100000)

# The Spark job in a local cluster, an executor killed in the middle. Installs PySpark (500 MB) into a
# scratch folder outside the repository; needs Java 17.
SPARK_SCRATCH ?= $(or $(TMPDIR),/tmp)/zhubi-spark
test-spark: build
	test -x $(SPARK_SCRATCH)/venv/bin/python || python3 -m venv $(SPARK_SCRATCH)/venv
	$(SPARK_SCRATCH)/venv/bin/pip install -q pyspark==4.3.0
	rm -rf $(SPARK_SCRATCH)/run && mkdir -p $(SPARK_SCRATCH)/run
	$(SPARK_SCRATCH)/venv/bin/python Sources/Integrations/spark/test_spark.py \
	  .build/release/zhubi $(SPARK_SCRATCH)/run

bench-setup:
	@bash .ci/setup $(PACKAGES) libhyperscan-dev

format:
	$(SWIFT) format -i -r Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Tests

lint:
	$(SWIFT) format lint -r --strict Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Tests

clean:
	rm -rf .build
