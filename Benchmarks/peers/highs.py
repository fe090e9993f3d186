"""HiGHS through highspy."""

import common


def version():
    import highspy

    return highspy.Highs().version()


def solve(options):
    import highspy

    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", options.threads)
    highs.setOptionValue("mip_rel_gap", options.gap)
    # The absolute gap would end a search of small costs too early.
    highs.setOptionValue("mip_abs_gap", 0.0)
    if highs.readModel(options.file) == highspy.HighsStatus.kError:
        raise ValueError("the file was not read")
    highs.setOptionValue("time_limit", common.remaining(options))

    def told(kind, message, data, answer, user):
        options.trace.note(data.mip_primal_bound, data.mip_dual_bound)

    highs.setCallback(told, None)
    # Where it asks whether to go on it tells the bound more often than in its log.
    kinds = highspy.cb.HighsCallbackType
    for kind in (kinds.kCallbackMipLogging, kinds.kCallbackMipImprovingSolution, kinds.kCallbackMipInterrupt):
        highs.startCallback(kind)
    highs.run()
    info = highs.getInfo()
    kind = highs.getModelStatus()
    known = {
        highspy.HighsModelStatus.kOptimal: "solved",
        highspy.HighsModelStatus.kInfeasible: "infeasible",
        highspy.HighsModelStatus.kTimeLimit: "limit",
    }
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return (
        known.get(kind, highs.modelStatusToString(kind)),
        info.objective_function_value if found else None,
        info.mip_dual_bound,
    )


common.run("highs", version, solve)
