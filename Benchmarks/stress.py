#!/usr/bin/env python3
"""Measures stress tests: rows of the table in README.md.

    python3 Benchmarks/stress.py --shorewise .build/release/shorewise

Plans a dataset once, then takes targets out of the plan and of the current network, on one thread and on two, with and
without pairs of countries. Wall times are whole processes, reading and printing included: the least of three runs.
Standard library alone.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time


def timed(command):
    """Seconds, and what the command prints."""
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return time.monotonic() - start, done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shorewise", default=".build/release/shorewise")
    parser.add_argument("--dataset", default="datasets/ev-battery")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    print("| dataset | targets | tests | linear programs | 1 thread | 2 threads | ratio |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        plan = str(pathlib.Path(folder) / "plan")
        timed([arguments.shorewise, "plan", arguments.dataset, "--gap", "0.005", "-o", plan])
        for pairs in ([], ["--pairs"]):
            seconds = {}
            for threads in ("1", "2"):
                command = [arguments.shorewise, "stress", plan, "--json", "--threads", threads]
                runs = [timed(command + pairs) for _ in range(arguments.runs)]
                seconds[threads] = min(run[0] for run in runs)
                record = json.loads(runs[0][1])
            tests = len(record["results"])
            name = pathlib.Path(arguments.dataset).name + (", pairs of countries too" if pairs else "")
            print(
                f"| {name} | {len(record['targets'])} | {tests:,} | {3 * tests:,} "
                f"| {seconds['1']:.2f} s | {seconds['2']:.2f} s | {seconds['1'] / seconds['2']:.2f} |")


main()
