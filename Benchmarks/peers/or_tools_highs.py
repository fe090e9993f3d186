"""OR-Tools' linear solver with the HiGHS that it carries."""

import re

import common
import or_tools


def solve(options):
    parameters = f"mip_rel_gap={options.gap},threads={options.threads}"
    # OR-Tools hands the objective on as the bound, so the bound is read from the log.
    status, objective, _, log = or_tools.solve(options, "highs", parameters)
    found = re.findall(r"Dual bound +(\S+)", log)
    return status, objective, float(found[-1]) if found else None


common.run("ortools", or_tools.version, solve)
