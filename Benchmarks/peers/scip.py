"""SCIP through PySCIPOpt. Its tree search has one thread, whatever is asked."""

import common


def version():
    import pyscipopt

    model = pyscipopt.Model()
    return f"{model.getMajorVersion()}.{model.getMinorVersion()}.{model.getTechVersion()}"


def solve(options):
    import pyscipopt

    model = pyscipopt.Model()
    model.hideOutput()
    model.readProblem(options.file)
    model.setParam("limits/gap", options.gap)
    model.setParam("limits/time", common.remaining(options))
    model.setParam("timing/clocktype", 2)
    model.setParam("lp/threads", options.threads)

    class Told(pyscipopt.Eventhdlr):
        events = pyscipopt.SCIP_EVENTTYPE.BESTSOLFOUND | pyscipopt.SCIP_EVENTTYPE.NODESOLVED

        def eventinit(self):
            self.model.catchEvent(self.events, self)

        def eventexec(self, event):
            found = self.model.getPrimalbound() if self.model.getNSols() else None
            options.trace.note(found, self.model.getDualbound())

    model.includeEventhdlr(Told(), "told", "notes the best plan and the bound")
    model.optimize()
    known = {"optimal": "solved", "gaplimit": "solved", "timelimit": "limit", "infeasible": "infeasible"}
    status = known.get(model.getStatus(), model.getStatus())
    return status, model.getObjVal() if model.getNSols() else None, model.getDualbound()


common.run("scip", version, solve)
