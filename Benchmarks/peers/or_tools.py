"""OR-Tools' linear solver, which reads the file itself and hands it to one of its engines."""

import os
import sys
import tempfile

import common


def version():
    import ortools
    from ortools.linear_solver.python import model_builder  # noqa: F401  (loaded here, not in the time of the solve)

    return ortools.__version__


def solve(options, engine, parameters):
    """Status, objective, bound and log."""
    from ortools.linear_solver.python import model_builder

    model = model_builder.Model()
    if not model.import_from_mps_file(options.file):
        raise ValueError("the file was not read")
    solver = model_builder.Solver(engine)
    if not solver.solver_is_supported():
        raise ValueError(f"this build of OR-Tools has no {engine}")
    solver.set_solver_specific_parameters(parameters)
    solver.set_time_limit_in_seconds(common.remaining(options))
    solver.enable_output(True)
    status, log = logged(lambda: solver.solve(model))
    known = {
        model_builder.SolveStatus.OPTIMAL: "solved",
        model_builder.SolveStatus.FEASIBLE: "limit",
        model_builder.SolveStatus.NOT_SOLVED: "limit",
        model_builder.SolveStatus.INFEASIBLE: "infeasible",
    }
    found = status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE)
    return (
        known.get(status, status.name),
        float(solver.objective_value) if found else None,
        float(solver.best_objective_bound) if found else None,
        log,
    )


def logged(work):
    """What `work` gives, and what it has printed: solvers print past Python, straight to the file descriptor."""
    sys.stdout.flush()
    kept = os.dup(1)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 1)
        try:
            result = work()
        finally:
            os.dup2(kept, 1)
            os.close(kept)
        file.seek(0)
        return result, file.read().decode(errors="replace")
