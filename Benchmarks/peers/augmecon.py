"""pyaugmecon's grid of the augmented epsilon-constraint method, with HiGHS by way of Pyomo.

It takes two programs of the same rows and columns, one with the cost and one with the risk as objective, and finds a
frontier of so many grid points. pyaugmecon passes no gap on to solvers other than Gurobi, so its solve is replaced by one
that does; the method is its own.
"""

import os
import sys
import tempfile
import time

import common


def version():
    # Loaded here, not in the time of the solve.
    import pyaugmecon  # noqa: F401
    import pyomo.environ  # noqa: F401
    from pyomo.contrib.appsi.solvers.highs import Highs  # noqa: F401
    from importlib.metadata import version as installed

    return installed("pyaugmecon")


def read(file):
    import highspy

    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    if highs.readModel(file) == highspy.HighsStatus.kError:
        raise ValueError(f"{file} was not read")
    return highs.getLp()


def model(cost_file, risk_file):
    """The program in Pyomo, with both objectives, cost first."""
    import highspy
    import pyomo.environ as pyo
    from pyomo.core.expr.numeric_expr import LinearExpression

    cost, risk = read(cost_file), read(risk_file)
    if cost.num_col_ != risk.num_col_ or cost.num_row_ != risk.num_row_:
        raise ValueError("the programs differ in more than the objective")
    program = pyo.ConcreteModel()
    whole = [kind == highspy.HighsVarType.kInteger for kind in cost.integrality_]

    def side(value):
        return None if abs(value) >= highspy.kHighsInf else value

    program.x = pyo.Var(range(cost.num_col_))
    columns = [program.x[place] for place in range(cost.num_col_)]
    for place, column in enumerate(columns):
        column.domain = pyo.Integers if whole[place] else pyo.Reals
        column.setlb(side(cost.col_lower_[place]))
        column.setub(side(cost.col_upper_[place]))

    # The matrix stands by column or by row; rows are wanted.
    rows = [([], []) for _ in range(cost.num_row_)]
    matrix = cost.a_matrix_
    starts, indices, values = list(matrix.start_), list(matrix.index_), list(matrix.value_)
    by_column = matrix.format_ == highspy.MatrixFormat.kColwise
    for line in range(len(starts) - 1):
        for place in range(starts[line], starts[line + 1]):
            row, column = (indices[place], line) if by_column else (line, indices[place])
            rows[row][0].append(values[place])
            rows[row][1].append(columns[column])

    lower, upper = list(cost.row_lower_), list(cost.row_upper_)
    program.rows = pyo.ConstraintList()
    for row, (coefficients, terms) in enumerate(rows):
        low, high = side(lower[row]), side(upper[row])
        if terms and (low is not None or high is not None):
            expression = LinearExpression(constant=0, linear_coefs=coefficients, linear_vars=terms)
            program.rows.add((low, expression, high) if low != high else expression == low)

    program.obj_list = pyo.ObjectiveList()
    for goal in (cost, risk):
        chosen = [(value, columns[place]) for place, value in enumerate(goal.col_cost_) if value]
        program.obj_list.add(
            sum(value * column for value, column in chosen) + goal.offset_, sense=pyo.minimize
        )
    for place in program.obj_list:
        program.obj_list[place].deactivate()
    return program


def solve(options):
    import pyomo.environ as pyo
    import pyaugmecon.model
    from pyaugmecon import PyAugmecon
    from pyomo.contrib.appsi.solvers.highs import Highs

    def one(grid):
        solver = Highs()
        solver.config.mip_gap = options.gap
        solver.config.time_limit = common.remaining(options)
        solver.config.load_solution = False
        solver.highs_options = {"threads": options.threads, "mip_abs_gap": 0.0}
        grid.result = solver.solve(grid.model)
        conditions = type(grid.result.termination_condition)
        if grid.result.best_feasible_objective is not None:
            grid.result.solution_loader.load_vars()
        solved = grid.result.termination_condition == conditions.optimal
        lost = grid.result.termination_condition in (conditions.infeasible, conditions.infeasibleOrUnbounded)
        if not solved and not lost:
            raise TimeoutError(f"a solve of the grid ended with {grid.result.termination_condition}")
        grid.status = pyo.SolverStatus.ok
        known = pyo.TerminationCondition
        grid.term = known.optimal if solved else known.infeasible

    pyaugmecon.model.Model.solve = one
    program = model(options.file, options.risk)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        grid = PyAugmecon(
            program,
            {"name": "grid", "grid_points": options.points, "cpu_count": 1, "output_excel": False,
             "logging_folder": "logs", "redivide_work": False, "round_decimals": 6},
        )
        try:
            grid.solve()
        except TimeoutError as error:
            options.note = str(error)
            return "limit", None, None
        points = sorted(grid.get_pareto_solutions())
    options.note = f"{len(points)} points"
    # A worker that runs out of time ends without a word, and the grid with the points it has.
    finished = time.monotonic() < options.deadline
    return "solved" if finished else "limit", None, None


if __name__ == "__main__":
    arguments = common.parser()
    arguments.add_argument("--risk", help="the program with the risk as objective")
    arguments.add_argument("--points", type=int, default=5)
    common.run("pyaugmecon", version, solve, arguments.parse_args(sys.argv[1:]))
