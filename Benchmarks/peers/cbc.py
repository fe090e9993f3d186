"""CBC's own program."""

import re
import subprocess

import common


def version():
    text = subprocess.run(["cbc", "-quit"], capture_output=True, text=True, check=False).stdout
    return re.search(r"Version: *(\S+)", text).group(1)


def solve(options):
    command = ["cbc", options.file, "-ratioGap", str(options.gap), "-timeMode", "elapsed"]
    command += ["-seconds", str(common.remaining(options))]
    if options.threads > 1:
        command += ["-threads", str(options.threads)]
    return outcome(common.streamed(command + ["-solve", "-quit"], options, told))


def told(line):
    """Objective and bound of a line of CBC's log; None where it tells neither."""
    found = re.search(r"(\S+) best solution, best possible (\S+)", line)
    if found:
        return tuple(None if abs(float(word)) >= 1e40 else float(word) for word in found.groups())
    found = re.search(r"Cbc(?:0004I|0012I|0016I) .*?solution of (\S+)", line)
    if found:
        return float(found.group(1)), None
    found = re.search(r"Continuous objective value is (\S+)", line)
    return (None, float(found.group(1))) if found else None


def outcome(text):
    """Status, objective and bound of what CBC says at its end."""

    def number(pattern):
        found = re.findall(pattern + r"\s*([-+0-9.eE]+)", text)
        return float(found[-1]) if found else None

    if re.search(r"Result - Problem proven infeasible|Problem is infeasible", text):
        return "infeasible", None, None
    objective = number(r"Objective value:")
    bound = number(r"Lower bound:")
    if re.search(r"Result - Optimal solution found", text):
        # Within the gap CBC calls a solution optimal; without a bound of its own only a finished tree has proved it.
        within = re.search(r"within gap tolerance", text) is not None
        return "solved", objective, bound if bound is not None or within else objective
    if re.search(r"Result - Stopped on time", text):
        return "limit", objective, bound
    if "No feasible solution found" in text:
        return "limit", None, bound
    return "unknown", objective, bound


if __name__ == "__main__":
    common.run("cbc", version, solve)
