"""OR-Tools' linear solver with the SCIP that it carries."""

import common
import or_tools


def solve(options):
    return or_tools.solve(options, "scip", f"limits/gap={options.gap}")[:3]


common.run("ortools-scip", or_tools.version, solve)
