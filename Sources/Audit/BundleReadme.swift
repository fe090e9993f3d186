import Decomposition
import Foundation
package import ResultFolders
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The `README.txt` of a bundle: what is in it, what was proved, and how to verify each, with and without Shorewise.
package struct BundleReadme {
  private let loaded: LoadedDataset
  private let words: [String]
  private let versions: ProgramVersions
  private let plans: [BundledPlan]
  private let hasProgram: Bool

  /// - Parameters:
  ///   - words: the command line that repeats the run.
  ///   - hasProgram: whether the program for other solvers is in the bundle.
  package init(
    loaded: LoadedDataset, words: [String], versions: ProgramVersions, plans: [BundledPlan],
    hasProgram: Bool
  ) {
    self.loaded = loaded
    self.words = words
    self.versions = versions
    self.plans = plans
    self.hasProgram = hasProgram
  }

  /// The text, for a reader who has never seen the program.
  package var text: String {
    ([
      head, contents, proved, hashes, recomputed, hasProgram ? otherSolver : noProgram, repeated,
    ]).joined(separator: "\n\n") + "\n"
  }

  private var head: String {
    let title = Text.line(loaded.dataset.settings.name)
    return """
      \(title)

      This folder records one run of Shorewise \(versions.shorewise), a planner for supply networks. It contains everything
      the run read, did and found. It can be moved and copied; nothing in it refers to another place.
      """
  }

  private var contents: String {
    var lines = ["CONTENTS", ""]
    func add(_ name: String, _ meaning: String) {
      lines.append("  " + name.padded(to: 22) + meaning)
    }
    add("inputs/", "the dataset that was solved: plan.yaml and tables")
    if !loaded.changes.isEmpty {
      add(
        "changes.json", "the rows that the variant and single changes replaced, before and after;")
      add("", "inputs/ has the changed ones")
    }
    if let first = plans.first, first.folder.isEmpty {
      add("plan.json", "the plan: decisions, cost line by line, risk, bound")
      add("flows.csv", "what is shipped where, in every period and state")
      add("production.csv", "what is made where")
      add("draws.csv", "what is taken from stocks")
      if !first.plan.uses.isEmpty { add("uses.csv", "the components of each lot") }
    } else {
      add("frontier.json", "the frontier: points, bounds")
      add("points/", "their plans")
      add("baseline/, expanded/", "the plans of the current and of the expanded network")
    }
    add("verdict.txt, .json", "the independent checker's verdict on each plan")
    add("run.json", "command line, versions, and how each bound was proved")
    add("log.txt", "best plan and bound over time")
    if hasProgram { add("program/", "the same problem for other solvers") }
    add("MANIFEST", "SHA-256 of every other file; manifest.json describes each")
    return lines.joined(separator: "\n")
  }

  private var proved: String {
    (["WHAT WAS PROVED", ""] + plans.flatMap(proved)).joined(separator: "\n")
  }

  private func proved(_ item: BundledPlan) -> [String] {
    let plan = item.plan
    let name = item.folder.isEmpty ? "The plan" : "The plan in \(item.folder)"
    let currency = Text.line(loaded.dataset.settings.currency)
    guard let cost = plan.cost else {
      return [
        plan.termination == .infeasible
          ? "  No plan exists: constraints contradict one another (proved by \(method(plan)))."
          : "  No plan was found: \(plan.stopReason ?? "the solve was stopped")."
      ]
    }
    let cap = plan.solve.maxRisk.map { " with sales at risk of at most \(NumberText.text($0))" }
    var lines = ["  \(name) costs \(NumberText.text(cost)) \(currency)."]
    if let bound = plan.bound {
      let allowed =
        plan.comparator.map { "No way to run the \($0.rawValue) network" } ?? "No plan"
      lines.append(
        "  \(allowed)\(cap ?? "") costs less than \(NumberText.text(bound)): a gap of \(Text.percent(plan.gap ?? 0)),"
      )
      lines.append("  proved by \(method(plan)).")
    }
    if let risk = plan.risk.salesAtRisk {
      lines.append(
        "  Sales at risk: \(NumberText.text(risk)) of a year's sales (\(plan.risk.measure)).")
    }
    if let bound = plan.risk.bound {
      lines.append("  No plan has lower sales at risk than \(NumberText.text(bound)).")
    }
    if plan.termination == .stopped {
      lines.append(
        "  The solve was stopped early: \(plan.stopReason ?? "by its limit"). The bound still holds."
      )
    }
    return lines
  }

  private func method(_ plan: Plan) -> String {
    let size = "\(plan.solve.rows) rows and \(plan.solve.columns) columns"
    if plan.solve.method == SolveMethod.decomposition.rawValue {
      return "branch-and-Benders-cut: a master program of \(size), "
        + "\(plan.solve.cuts) cuts, \(plan.solve.recourseSolves) recourse programs, "
        + "\(plan.solve.nodes) nodes"
    }
    return "branch and cut over the whole program: \(size), \(plan.solve.nodes) nodes"
  }

  private var hashes: String {
    """
    HOW TO VERIFY THAT NOTHING WAS CHANGED

    In this folder:

      sha256sum -c MANIFEST

    Hashes show that the files belong together, not who made them. The maker of the bundle has the SHA-256 of the file
    MANIFEST itself, which was printed when it was written; `sha256sum MANIFEST` must give the same.
    """
  }

  private var recomputed: String {
    """
    HOW TO VERIFY THE FIGURES

    With Shorewise, on any machine (it compares the hashes first):

      shorewise verify .

    It recomputes every balance, link and cost line, and the risk, from the tables in inputs/, with code that shares nothing
    with the solver's. Without it, the tables and plan.json are enough to do the same by hand: all quantities are units per
    year.
    """
  }

  private var otherSolver: String {
    let isRisk = plans.first?.plan.solve.objective == "risk"
    let expected =
      isRisk
      ? "Expect the least sales at risk between risk.bound and risk.sales_at_risk in plan.json."
      : plans.first?.plan.cost == nil
        ? "Expect it to find no solution, unless the run was stopped."
        : "Expect a least cost between bound and cost in plan.json."
    return """
      HOW TO VERIFY THE BOUND

      Solve the problem with another solver. With GLPK's own program, from the MathProg model and its data:

        glpsol --model program/network-design.mod --data program/network-design.dat

      or, with any solver, from the whole problem in free MPS: program/network-design.mps.
      \(expected)
      """
  }

  private var noProgram: String {
    """
    HOW TO VERIFY THE BOUND

    Export the problem and solve it with another solver (add --max-risk R for a plan with a cap):

      shorewise export inputs --format mps > network-design.mps

    Expect a least cost between the plan's bound and its cost.
    """
  }

  private var repeated: String {
    """
    HOW TO REPEAT THE RUN

      \(RunWords.line(words)) -o ANOTHER-FOLDER --bundle

    The same version gives the same plan, unless a time limit stopped it. The versions are in run.json.
    """
  }
}
