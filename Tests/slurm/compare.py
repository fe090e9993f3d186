"""Compares two stores row by row: all but times, machines, memory and who solved what.

compare.py STORE STORE [COLUMN…]: without these columns of the table run.
"""

import sqlite3
import sys

RUN = (
    "id dataset variant sweep command options input_sha256 status reason attempts measure level "
    "cost bound gap sales_at_risk uncertainty shorewise glpk warnings"
).split()
QUERIES = {
    "run": "",
    "run_axis": "SELECT * FROM run_axis ORDER BY run, place",
    "input": "SELECT * FROM input ORDER BY sha256",
    "input_file": "SELECT * FROM input_file ORDER BY input_sha256, file",
    "plan": "SELECT * FROM plan ORDER BY run, plan",
    "facility": "SELECT * FROM facility ORDER BY run, plan, period, facility",
    "mix": "SELECT * FROM mix ORDER BY run, plan, period, class, country, microfactory",
    "frontier_bound": "SELECT * FROM frontier_bound ORDER BY run, place",
    # Files that say how long the solve took differ; the tables do not.
    "run_file": "SELECT run, file, CASE WHEN file LIKE '%.json' THEN '' ELSE blob_sha256 END "
    "FROM run_file ORDER BY run, file",
}


def rows(store, query):
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as database:
        return database.execute(query).fetchall()


def main(left, right, *without):
    columns = [column for column in RUN if column not in without]
    QUERIES["run"] = f"SELECT {', '.join(columns)} FROM run ORDER BY id"
    differences = 0
    for table, query in QUERIES.items():
        one, other = rows(left, query), rows(right, query)
        if one == other:
            continue
        differences += 1
        print(f"{table}: {len(one)} rows and {len(other)}")
        for row in [row for row in one if row not in other][:3]:
            print(f"  - {row}")
        for row in [row for row in other if row not in one][:3]:
            print(f"  + {row}")
    unsolved = rows(right, "SELECT count(*) FROM run WHERE cost IS NULL")[0][0]
    open_batches = rows(right, "SELECT count(*) FROM batch WHERE ended IS NULL")[0][0]
    if unsolved or open_batches:
        print(f"{unsolved} runs without result, {open_batches} batches without end")
    sys.exit(1 if differences or unsolved or open_batches else 0)


main(*sys.argv[1:])
