#!/usr/bin/env python3
"""Scans an export of any size with Apache Spark: every partition goes through one `zhubi scan`.

    spark-submit zhubi_spark.py --input 'export/*.jsonl' --output findings --zhubi /opt/zhubi/zhubi

The input is JSON Lines as `zhubi scan --from jsonl` reads it, one document a line, each with an id.
The output has two partitions, `kind=finding` and `kind=document` (one verdict for each document),
as the tool prints them. A task is committed as a whole or not at all: an executor that is lost is
replaced, its tasks run again, and nothing is written twice. A document without a verdict fails its
task: no document is lost in silence. The exit status is the tool's: 0, 1 with findings at or above
the threshold, 3 when something could not be read.
"""
import argparse
import json
import subprocess
import sys
import threading


class ScanFailed(Exception):
    """The tool refused its work, or left documents without a verdict."""


def scan_partition(lines, command):
    """Pipes lines through the tool; yields (kind, line). Holds neither input nor output."""
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    fed = {"count": 0, "error": None}
    complaints = []

    def feed():
        try:
            for line in lines:
                if line.strip():
                    process.stdin.write(line.encode("utf-8") + b"\n")
                    fed["count"] += 1
            process.stdin.close()
        except BaseException as error:  # the other thread tells
            fed["error"] = error
            try:
                process.stdin.close()
            except OSError:
                pass

    def listen():
        for line in process.stderr:
            if len(complaints) < 20:
                complaints.append(line.decode("utf-8", "replace").rstrip())

    threads = [threading.Thread(target=target, daemon=True) for target in (feed, listen)]
    for thread in threads:
        thread.start()
    verdicts = 0
    try:
        for line in process.stdout:
            text = line.decode("utf-8").rstrip("\n")
            # A finding has a rule, the summary of a document has none.
            kind = "finding" if "rule" in json.loads(text) else "document"
            verdicts += kind == "document"
            yield kind, text
    finally:
        if process.poll() is None and sys.exc_info()[0] is GeneratorExit:
            process.kill()
        process.wait()
    for thread in threads:
        thread.join()
    if process.returncode not in (0, 1, 3):
        raise ScanFailed(f"zhubi ended with {process.returncode}: {complaints}")
    if fed["error"] is not None or verdicts != fed["count"]:
        raise ScanFailed(
            f"{fed['count']} documents in, {verdicts} verdicts out: {fed['error']} {complaints}")


def run(spark, source, output, zhubi, options=(), partitions=None):
    """Scans and writes; gives the number of documents by verdict."""
    context = spark.sparkContext
    command = [zhubi, "scan", "-", "--from", "jsonl", "--to", "jsonl", "--progress", "never",
               *options]
    lines = context.textFile(source, minPartitions=partitions or context.defaultParallelism * 4)
    if partitions:
        lines = lines.repartition(partitions)
    scanned = lines.mapPartitions(lambda part: scan_partition(part, command))
    frame = spark.createDataFrame(scanned, "kind string, value string")
    frame.write.mode("errorifexists").partitionBy("kind").text(output)
    documents = spark.read.json(f"{output}/kind=document")
    return {row["verdict"]: row["count"] for row in documents.groupBy("verdict").count().collect()}


def main():
    parser = argparse.ArgumentParser(description="zhubi over a cluster")
    parser.add_argument("--input", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--zhubi", default="zhubi", help="its path on every worker")
    parser.add_argument("--partitions", type=int)
    parser.add_argument("options", nargs="*", help="options of zhubi scan, behind --")
    given = parser.parse_args()
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("zhubi").getOrCreate()
    verdicts = run(spark, given.input, given.output, given.zhubi, given.options, given.partitions)
    print(json.dumps(verdicts, sort_keys=True))
    spark.stop()
    sys.exit(3 if verdicts.get("incomplete") else 1 if verdicts.get("block") else 0)


if __name__ == "__main__":
    main()
