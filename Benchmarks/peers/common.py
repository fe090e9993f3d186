"""What the runners of all peers share: arguments, and the one line of JSON that each prints."""

import argparse
import json
import math
import resource
import subprocess
import sys
import time


def parser():
    parser = argparse.ArgumentParser(description="Solves an exported program, minimising; prints one line of JSON.")
    parser.add_argument("file", nargs="?", help="the program, free MPS; without it only the version is told")
    parser.add_argument("--gap", type=float, default=1e-3, help="relative gap to stop at")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--time-limit", type=float, default=600, help="seconds")
    return parser


def finite(value):
    """The value, or None where a solver says infinity for "none"."""
    if value is None or not math.isfinite(value) or abs(value) >= 1e19:
        return None
    return value


def run(name, version, solve, options=None):
    """Runs `solve(options)`, which gives status, objective and bound; `version()` imports what the peer needs."""
    options = options or parser().parse_args()
    start = time.monotonic()
    record = {"solver": name}
    try:
        record["version"] = version()
    except Exception as error:  # Whatever keeps a peer from starting makes it a missing one.
        print(json.dumps({**record, "status": "missing", "note": f"{type(error).__name__}: {error}"}))
        sys.exit(3)
    if options.file is None:
        print(json.dumps(record))
        return
    # Loading Python's packages is no work of the solver's: it is told apart, so that it can be taken off.
    loaded = time.monotonic()
    record["loading"] = loaded - start
    record["loading_processor"] = time.process_time()
    options.trace = Trace(loaded)
    # Of the time limit the reading of the file is a part.
    options.deadline = loaded + options.time_limit
    try:
        status, objective, bound = solve(options)
        record.update(status=status, objective=finite(objective), bound=finite(bound))
        record["note"] = getattr(options, "note", None)
        record["trace"] = options.trace.points or None
    except Exception as error:
        record.update(status="error", note=f"{type(error).__name__}: {error}")
    # A child's peak counts where the solver is a program of its own.
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    record.update(seconds=time.monotonic() - loaded, peak_kib=peak)
    # The last line of the output: some solvers print before it whatever they are told.
    sys.stdout.flush()
    print("\n" + json.dumps(record), flush=True)


class Trace:
    """How a search goes: `[seconds, objective, bound]` whenever one of the two gets better."""

    def __init__(self, start):
        self.start = start
        self.points = []

    def note(self, objective, bound, seconds=None):
        """Notes what is known, at so many seconds or now."""
        objective, bound = finite(objective), finite(bound)
        last = self.points[-1] if self.points else [0, None, None]
        objective = min((value for value in (objective, last[1]) if value is not None), default=None)
        bound = max((value for value in (bound, last[2]) if value is not None), default=None)
        if [objective, bound] != last[1:]:
            self.points.append([round(time.monotonic() - self.start if seconds is None else seconds, 3), objective, bound])


def streamed(command, options, read):
    """What a program prints in all; `read(line)` gives the objective and the bound that a line tells, or None."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        text = []
        for line in child.stdout:
            text.append(line)
            told = read(line)
            if told is not None:
                options.trace.note(*told)
    return "".join(text)


def remaining(options):
    """Seconds of the time limit that are left, at least a tenth of one."""
    return max(0.1, options.deadline - time.monotonic())
