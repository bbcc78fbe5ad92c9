"""One engine of PyPI behind a pipe: builds, says so, then scans once for every line it reads.

usage: peer.py daachorse|ahocorasick_rs|pyahocorasick TEXT TERMS
Prints JSON lines: {"ready", "build"} and then {"seconds", "count"} (processor time of this thread).
"""
import importlib.metadata
import json
import sys
import time


def main():
    engine, text_path, terms_path = sys.argv[1:4]
    with open(text_path, "rb") as file:
        text = file.read().decode("utf-8", "replace")
    with open(terms_path, "rb") as file:
        terms = [line.rstrip("\r") for line in file.read().decode().split("\n")]
    terms = [term for term in terms if term]
    start = time.thread_time()
    scan = build(engine, terms)
    seconds = time.thread_time() - start
    say({"ready": engine, "version": importlib.metadata.version(engine), "build": seconds})
    for _ in sys.stdin:
        start = time.thread_time()
        count = scan(text)
        say({"seconds": time.thread_time() - start, "count": count})


def build(engine, terms):
    if engine == "daachorse":
        import daachorse

        automaton = daachorse.CharwiseDoubleArrayAhoCorasick(terms)
        return lambda text: len(automaton.find_overlapping(text))
    if engine == "ahocorasick_rs":
        import ahocorasick_rs

        automaton = ahocorasick_rs.AhoCorasick(
            terms, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )
        return lambda text: len(automaton.find_matches_as_indexes(text, overlapping=True))
    if engine == "pyahocorasick":
        import ahocorasick

        automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for index, term in enumerate(terms):
            automaton.add_word(term, index)
        automaton.make_automaton()
        return lambda text: sum(1 for _ in automaton.iter(text))
    raise SystemExit(f"unknown engine {engine}")


def say(what):
    print(json.dumps(what), flush=True)


main()
