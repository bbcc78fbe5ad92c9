#!/usr/bin/env python3
"""Measures a re-scan over a generated site and prints a table beside the targets.

    measure.py ZHUBI COUNT [SCRATCH]

COUNT pages of 20 KB with planted findings (generate.py) are written into SCRATCH, kept for the next
measurement. Needs a quiet machine; figures of a few seconds are the better of two runs, scans of the
whole site are done once. What threads are worth is measured on the first PART pages. The run fails
when planted findings are missed, whatever the time. 100,000 pages take 2.3 GB; what is being done is
said on standard error with the seconds since the start.
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
PART, FOLDER = 10_000, 500  # pages; pages of a folder, see generate.py
begun = time.time()
os.makedirs(scratch, exist_ok=True)


def say(what):
    """What is being done, on standard error: some of it takes minutes."""
    print(f"{time.time() - begun:5.0f} s  {what}", file=sys.stderr, flush=True)


if not os.path.exists(f"{scratch}/planted"):
    shutil.rmtree(site, ignore_errors=True)
    needed, free = count * 23_000, shutil.disk_usage(scratch).free
    if free < needed:
        sys.exit(f"{scratch}: {needed / 1e9:.1f} GB are needed, {free / 1e9:.1f} are free")
    say("writing pages")
    made = subprocess.run([sys.executable, f"{here}/generate.py", site, str(count)],
                          capture_output=True, text=True, check=True)
    with open(f"{scratch}/planted", "w") as file:
        file.write(made.stdout)
    time.sleep(3)  # files as young as that are not trusted to be unchanged
planted = dict(pair.split("=") for pair in open(f"{scratch}/planted").read().split())


def read_all(folder):
    """Megabytes of the files below a folder; reading them fills the cache."""
    total = 0
    for path, _, names in os.walk(folder):
        for name in names:
            with open(f"{path}/{name}", "rb") as file:
                total += len(file.read())
    return total / 1e6


say("reading pages")
size = read_all(site)
# The first pages once more, as links that take no room.
part = site
if count > PART:
    part = f"{scratch}/part"
    shutil.rmtree(part, ignore_errors=True)
    for number in range(PART // FOLDER):
        shutil.copytree(f"{site}/{number:04d}", f"{part}/{number:04d}", copy_function=os.link)
    time.sleep(3)
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


def rescan(ledger, *more, folder=site):
    say(f"rescan {os.path.basename(folder)} {' '.join(more)}")
    return run("rescan", folder, "--ledger", f"{scratch}/{ledger}", "--no-config", *more)


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


forget("one.db", "many.db", "all.db", "fresh.db")
run("lexicon", "stats")  # compiles the lexicon, if nobody did
say("scan site")
memory_time, _ = run("scan", site, "--to", "jsonl", "--no-config", "--progress", "never")
one, _ = rescan("one.db", "--jobs", "1", folder=part)
threads, _ = rescan("many.db", folder=part)
assert open_findings("one.db") == open_findings("many.db"), "threads changed the findings"
many, peak = rescan("all.db")
assert rule_count("all.db", "outdated.agency", "国家食品药品监督管理总局") == int(planted["agency"])
assert rule_count("all.db", "personal.mobile") == int(planted["mobile"])
unchanged = min(rescan("all.db")[0] for _ in range(2))
shutil.copy(f"{scratch}/all.db", f"{scratch}/before.db")
terms = []
for _ in range(2):
    forget("all.db")
    shutil.copy(f"{scratch}/before.db", f"{scratch}/all.db")
    terms.append(rescan("all.db", "--lexicon", pack)[0])
term = min(terms)
forget("before.db")
full, _ = rescan("fresh.db", "--lexicon", pack)
assert open_findings("all.db") == open_findings("fresh.db"), "the quick way missed something"
assert rule_count("all.db", "term.sample") == int(planted["term"])
ledger = os.path.getsize(f"{scratch}/all.db") / 1e6
rows = [
    ("scan of the files, cache warm", f"{size / memory_time:.1f} MB/s", "", None),
    ("first run, 1 thread", f"{size * min(1, PART / count) / one:.1f} MB/s", "", None),
    (f"first run, {cores} cores", f"{size / many:.1f} MB/s, {count / many:.0f} pages/s", "", None),
    ("  of what the threads could", f"{one / threads / cores:.0%}", "≥ 85 %",
     one / threads / cores >= 0.85),
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
