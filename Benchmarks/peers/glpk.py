"""GLPK's glpsol on the whole program, with the cuts and the branching that Shorewise's own whole program uses."""

import os
import re
import subprocess
import tempfile

import common


def version():
    text = subprocess.run(["glpsol", "--version"], capture_output=True, text=True, check=False).stdout
    return re.search(r"Solver (?:v)?(\S+)", text).group(1)


def solve(options):
    with tempfile.TemporaryDirectory() as folder:
        solution = os.path.join(folder, "solution")
        command = ["glpsol", "--freemps", options.file, "--min", "--mipgap", str(options.gap)]
        command += ["--tmlim", str(max(1, round(common.remaining(options)))), "--mir", "--cover", "--pcost"]
        done = subprocess.run(command + ["--write", solution], capture_output=True, text=True, check=False)
        return outcome(done.stdout)


def outcome(text):
    """Status, objective and bound of glpsol's log."""
    # The tree's lines: "+ 1234: mip = 1.5 >= 1.2 20.0% (3; 4)".
    lines = re.findall(r"(?:mip =|>>>>>) *(\S+|not found yet) +>= +(\S+)", text)
    objective, bound = None, None
    for found, proved in lines:
        objective = None if "not" in found else float(found)
        bound = None if "inf" in proved or "empty" in proved else float(proved)
    if "PROBLEM HAS NO" in text:
        return "infeasible", None, None
    if lines and "tree is empty" in text and objective is not None and bound is None:
        bound = objective
    if "INTEGER OPTIMAL SOLUTION FOUND" in text or "RELATIVE MIP GAP TOLERANCE REACHED" in text:
        return "solved", objective, bound
    return "limit", objective, bound


if __name__ == "__main__":
    common.run("glpk", version, solve)
