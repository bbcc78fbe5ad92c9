#!/usr/bin/env python3
"""Runs the job in Spark's local-cluster mode, kills an executor in the middle, and compares with one
machine.

    test_spark.py ZHUBI SCRATCH [DOCUMENTS]

Every line of the cluster must be a line of the single run, and as often: none lost, none twice.
"""
import glob
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter

import pyspark

zhubi, scratch = os.path.abspath(sys.argv[1]), sys.argv[2]
count = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
# The workers of a local cluster start executors from the installation, not from this process.
os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
here = os.path.dirname(os.path.abspath(__file__))
os.environ["PYTHONPATH"] = here
sys.path.insert(0, here)

from pyspark.sql import SparkSession  # noqa: E402

import zhubi_spark  # noqa: E402

dice = random.Random(7)
PIECES = ["请于规定时间内将有关情况报送办公室。", "抄送国家食品药品监督管理总局。", "本页内容为内部资料，注意保存。",
          "按照职责分工抓好落实。", "加强组织领导，压实工作责任。", "联系手机：138{:08d}。"]
source = os.path.join(scratch, "export.jsonl")
with open(source, "w", encoding="utf-8") as file:
    for number in range(count):
        text = "".join(
            dice.choice(PIECES).format(dice.randrange(10 ** 8)) + "\n"
            for _ in range(dice.randint(5, 60)))
        file.write(json.dumps({"id": f"doc-{number}", "text": text, "date": "2025-03-04"},
                              ensure_ascii=False) + "\n")

begin = time.time()
one = subprocess.run([zhubi, "scan", source, "--from", "jsonl", "--to", "jsonl"],
                     capture_output=True, check=False)
assert one.returncode in (0, 1), one.stderr.decode()
wanted = Counter(one.stdout.decode().splitlines())
print(f"one machine: {sum(wanted.values())} lines in {time.time() - begin:.1f} s", flush=True)


def executors():
    """Executors that descend from this process, by number."""
    found = []
    for path in glob.glob("/proc/[0-9]*/cmdline"):
        process = int(path.split("/")[2])
        try:
            if b"CoarseGrainedExecutorBackend" not in open(path, "rb").read():
                continue
            ancestor = process
            while ancestor > 1:
                status = open(f"/proc/{ancestor}/stat").read()
                ancestor = int(status.rsplit(")", 1)[1].split()[1])
                if ancestor == os.getpid():
                    found.append(process)
                    break
        except OSError:
            continue
    return sorted(found)


spark = (SparkSession.builder.master("local-cluster[2,1,1024]").appName("zhubi-test")
         .config("spark.ui.enabled", "false").config("spark.executor.memory", "512m")
         .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
         .getOrCreate())
spark.sparkContext.setLogLevel("ERROR")
killed = {}


def kill():
    tracker = spark.sparkContext.statusTracker()
    while not killed:
        for stage in tracker.getActiveStageIds():
            info = tracker.getStageInfo(stage)
            if info and info.numTasks >= 24 and 3 <= info.numCompletedTasks < info.numTasks - 4:
                before = executors()
                if before:
                    os.kill(before[0], signal.SIGKILL)
                    killed.update(pid=before[0], of=len(before), at=info.numCompletedTasks,
                                  tasks=info.numTasks)
                    return
        time.sleep(0.02)


threading.Thread(target=kill, daemon=True).start()
output = os.path.join(scratch, "out")
begin = time.time()
verdicts = zhubi_spark.run(spark, source, output, zhubi, partitions=24)
print(f"cluster: {verdicts} in {time.time() - begin:.1f} s; killed {killed}", flush=True)
assert killed, "no executor was killed in the middle"
lines = Counter()
for name in glob.glob(f"{output}/kind=*/part-*"):
    with open(name, encoding="utf-8") as file:
        lines.update(file.read().splitlines())
assert lines == wanted, (len(lines - wanted), len(wanted - lines))
assert os.path.exists(f"{output}/_SUCCESS")
again = executors()
assert killed["pid"] not in again
# A tool that refuses its work is no clean result.
try:
    zhubi_spark.run(spark, source, os.path.join(scratch, "bad"), zhubi, ["--profile", "nowhere"])
    raise SystemExit("a refused scan was taken for a clean one")
except SystemExit:
    raise
except Exception as error:
    assert "zhubi ended with 2" in str(error), str(error)[:500]
spark.stop()
print(f"{sum(lines.values())} lines agree with one machine, none lost, none twice")
