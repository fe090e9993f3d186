#!/usr/bin/env python3
"""Measures what a batch costs beside the solves: one row of the table in README.md.

    python3 Benchmarks/batch.py --shorewise .build/release/shorewise --runs 1000

A copy of datasets/first-steps gets a sweep of so many variants, which `shorewise batch` solves into a new store.
Standard library alone; the store is read with sqlite3.
"""

import argparse
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

SWEEP = """\
description: what a bike costs to make in Shenzhen
patches:
  - {{table: production, where: {{facility: shenzhen}}, set: {{unit_cost: $cost}}}}
sweep:
  axes:
    cost: {{start: 400, stop: 600, count: {count}}}
"""


def resident_kib(process):
    """Memory that a process holds now, KiB; 0 once it has gone."""
    try:
        for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def run(arguments, folder):
    data = folder / "data"
    shutil.copytree(arguments.dataset, data)
    (data / "variants").mkdir(exist_ok=True)
    (data / "variants" / "cost.yaml").write_text(SWEEP.format(count=arguments.runs))
    store = folder / "runs.sqlite"
    command = [arguments.shorewise, "batch", str(data), "--variant", "cost", "--store", str(store)]
    start, times = time.monotonic(), os.times()
    batch = subprocess.Popen(
        command + arguments.options, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = []
    while batch.poll() is None:
        memory.append((time.monotonic() - start, resident_kib(batch.pid)))
        time.sleep(0.05)
    wall, after = time.monotonic() - start, os.times()
    if batch.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {batch.returncode}")
    processor = after.children_user + after.children_system - times.children_user - times.children_system
    return store, wall, processor, [kib for _, kib in memory if kib > 0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shorewise", default=".build/release/shorewise")
    parser.add_argument("--dataset", default="datasets/first-steps")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="at a time, of either engine")
    parser.add_argument("--work", help="where the store and the copy of the dataset are put")
    parser.add_argument("options", nargs="*", help="further options of batch, after --")
    arguments = parser.parse_args()
    arguments.options += ["--workers", str(arguments.workers)]
    with tempfile.TemporaryDirectory(dir=arguments.work) as name:
        store, wall, processor, memory = run(arguments, pathlib.Path(name))
        with sqlite3.connect(store) as database:
            runs, solve, process = database.execute(
                "SELECT count(*), sum(solve_seconds), sum(wall_seconds) FROM run WHERE status = 'solved'"
            ).fetchone()
        size = store.stat().st_size / runs / 1024
    tenth = max(1, len(memory) // 10)
    # Each of the workers is there all the time: what it does not spend on solves is what the batch costs.
    overhead = (wall * arguments.workers - solve) / runs * 1000
    print("| runs | wall s | a run, ms | of it solve, ms | process, ms | all but the solve, ms | processors busy | memory of the batch at a tenth, at the end, MiB | store, KiB a run |")
    print("|---|---|---|---|---|---|---|---|---|")
    print(
        f"| {runs} | {wall:.1f} | {wall / runs * 1000:.1f} | {solve / runs * 1000:.1f} | {process / runs * 1000:.1f} "
        f"| {overhead:.1f} | {processor / wall:.2f} | {memory[tenth] / 1024:.0f}, {memory[-1] / 1024:.0f} | {size:.1f} |")


if __name__ == "__main__":
    main()
