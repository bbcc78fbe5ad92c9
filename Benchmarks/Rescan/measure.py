#!/usr/bin/env python3
"""Measures a re-scan over a generated site and prints a table beside the targets.

    measure.py ZHUBI COUNT [SCRATCH]

COUNT pages of 20 KB with planted findings (generate.py) are written into SCRATCH, kept for the next
measurement. Needs a quiet machine; every figure is the better of two runs, except the first scans.
The run fails when planted findings are missed, whatever the time.
"""
import datetime
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import time

zhubi, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
scratch = sys.argv[3] if len(sys.argv) > 3 else f"/tmp/zhubi-rescan-{count}"
here = os.path.dirname(os.path.abspath(__file__))
site, cores = f"{scratch}/site", os.cpu_count() or 1
os.makedirs(scratch, exist_ok=True)
if not os.path.exists(f"{scratch}/planted"):
    shutil.rmtree(site, ignore_errors=True)
    made = subprocess.run([sys.executable, f"{here}/generate.py", site, str(count)],
                          capture_output=True, text=True, check=True)
    with open(f"{scratch}/planted", "w") as file:
        file.write(made.stdout)
    time.sleep(3)  # files as young as that are not trusted to be unchanged
planted = dict(pair.split("=") for pair in open(f"{scratch}/planted").read().split())
size = sum(os.path.getsize(f"{folder}/{name}")
           for folder, _, names in os.walk(site) for name in names) / 1e6
pack = f"{scratch}/pack"
os.makedirs(pack, exist_ok=True)
with open(f"{pack}/pack.yaml", "w") as file:
    file.write("id: sample\ntitle: sample\nkind: term.sample\nseverity: error\n")
with open(f"{pack}/terms.tsv", "w") as file:
    file.write("term\n示范词条甲\n")


def run(*arguments):
    """Seconds and peak megabytes of a run."""
    begin = time.time()
    process = subprocess.Popen([zhubi, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 1), f"{arguments}: status {code}"
    return time.time() - begin, usage.ru_maxrss / 1024


def rescan(ledger, *more):
    return run("rescan", site, "--ledger", f"{scratch}/{ledger}", "--no-config", *more)


def forget(*names):
    for name in names:
        for ending in ("", "-wal", "-shm", "-run"):
            if os.path.exists(f"{scratch}/{name}{ending}"):
                os.remove(f"{scratch}/{name}{ending}")


def open_findings(ledger):
    return sqlite3.connect(f"{scratch}/{ledger}").execute(
        "SELECT d.key, f.rule, f.line, f.column, f.fingerprint, f.times FROM findings f "
        "JOIN documents d ON d.id = f.document WHERE f.state = 'open' ORDER BY 1, 2, 5").fetchall()


def rule_count(ledger, rule, excerpt=""):
    return sqlite3.connect(f"{scratch}/{ledger}").execute(
        "SELECT COUNT(*) FROM findings WHERE rule = ? AND state = 'open' AND excerpt LIKE ?",
        (rule, f"%{excerpt}%")).fetchone()[0]


forget("one.db", "all.db", "fresh.db")
run("scan", site, "--to", "jsonl", "--no-config")  # warms the page cache
memory_time = min(run("scan", site, "--to", "jsonl", "--no-config", "--progress", "never")[0]
                  for _ in range(2))
one, _ = rescan("one.db", "--jobs", "1")
many, peak = rescan("all.db")
assert open_findings("one.db") == open_findings("all.db"), "threads changed the findings"
assert rule_count("all.db", "outdated.agency", "国家食品药品监督管理总局") == int(planted["agency"])
assert rule_count("all.db", "personal.mobile") == int(planted["mobile"])
unchanged = min(rescan("all.db")[0] for _ in range(2))
term, _ = rescan("all.db", "--lexicon", pack)
full, _ = rescan("fresh.db", "--lexicon", pack)
assert open_findings("all.db") == open_findings("fresh.db"), "the quick way missed something"
assert rule_count("all.db", "term.sample") == int(planted["term"])
ledger = os.path.getsize(f"{scratch}/all.db") / 1e6
rows = [
    ("scan of the files, cache warm", f"{size / memory_time:.1f} MB/s", "", None),
    ("first run, 1 thread", f"{size / one:.1f} MB/s", "", None),
    (f"first run, {cores} cores", f"{size / many:.1f} MB/s, {count / many:.0f} pages/s", "", None),
    ("  of what the threads could", f"{one / many / cores:.0%}", "≥ 85 %", one / many / cores >= 0.85),
    ("  of the scan without a ledger", f"{memory_time / many:.0%}", "≥ 60 %",
     memory_time / many >= 0.6),
    ("  memory", f"{peak:.0f} MB", "≤ 400 MB", peak <= 400),
    ("second run, nothing changed", f"{many / unchanged:.1f} ×, {unchanged:.2f} s", "≥ 20 ×",
     many / unchanged >= 20),
    ("one term more", f"{full / term:.1f} ×, {term:.2f} s", "≥ 10 ×", full / term >= 10),
    ("ledger", f"{ledger:.0f} MB, {ledger / size:.1%} of the pages", "", None),
]
model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
              if line.startswith("model name")), platform.machine())
print(f"{datetime.date.today()}, {model}, {cores} cores; {count} pages, {size:.0f} MB; "
      f"load {os.getloadavg()[0]:.1f}")
for name, value, target, is_met in rows:
    mark = "" if is_met is None else "met" if is_met else "MISSED"
    print(f"{name:34}{value:28}{target:10}{mark}")
