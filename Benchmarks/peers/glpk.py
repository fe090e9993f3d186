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
        status, objective, bound = outcome(common.streamed(command + ["--write", solution], options, told))
        written = mip_objective(solution)
        if written is not None:
            objective = written[1]
            # A finished tree proves its plan; the log has no line of it where the first relaxation was whole.
            if status == "solved" and written[0] == "o" and bound is None:
                bound = objective
        return status, objective, bound


def told(line):
    """Objective and bound of a line of the tree; None for other lines."""
    found = re.search(r"(?:mip =|>>>>>) *(\S+|not found yet) +>= +(\S+)", line)
    if not found:
        return None
    plan, bound = found.groups()
    return (None if "not" in plan else float(plan), None if bound == "tree" or "inf" in bound else float(bound))


def mip_objective(file):
    """State and objective of the written solution, with all digits; None if there is none."""
    if not os.path.exists(file):
        return None
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            if words[:2] == ["s", "mip"] and words[4] in ("o", "f"):
                return words[4], float(words[5])
    return None


def outcome(text):
    """Status, objective and bound of glpsol's log."""
    # The tree's lines: "+ 1234: mip = 1.5 >= 1.2 20.0% (3; 4)".
    lines = re.findall(r"(?:mip =|>>>>>) *(\S+|not found yet) +>= +(\S+)", text)
    objective, bound = None, None
    for found, proved in lines:
        objective = None if "not" in found else float(found)
        bound = None if proved == "tree" or "inf" in proved else float(proved)
    if "PROBLEM HAS NO" in text:
        return "infeasible", None, None
    if lines and "tree is empty" in text and objective is not None and bound is None:
        bound = objective
    if "INTEGER OPTIMAL SOLUTION FOUND" in text or "RELATIVE MIP GAP TOLERANCE REACHED" in text:
        return "solved", objective, bound
    return "limit", objective, bound


if __name__ == "__main__":
    common.run("glpk", version, solve)
