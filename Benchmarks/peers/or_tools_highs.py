"""OR-Tools' linear solver with the HiGHS that it carries."""

import re

import common
import or_tools


def solve(options):
    parameters = f"mip_rel_gap={options.gap},threads={options.threads}"
    # OR-Tools hands the objective on as the bound, so the bound is read from the log.
    status, objective, _, log = or_tools.solve(options, "highs", parameters)
    for line in log.splitlines():
        note(options, line)
    found = re.findall(r"Dual bound +(\S+)", log)
    return status, objective, float(found[-1]) if found else None


def note(options, line):
    """Notes a line of HiGHS' table of the search: bound, best, gap … seconds."""
    found = re.match(r"\s*(?:[A-Z] )?\s*\d+\s+\d+\s+\d+\s+\S+%\s+(\S+)\s+(\S+)\s.*?([0-9.]+)s$", line)
    if found:
        bound, best, seconds = found.groups()
        options.trace.note(float(best), float(bound), float(seconds))


common.run("ortools", or_tools.version, solve)
