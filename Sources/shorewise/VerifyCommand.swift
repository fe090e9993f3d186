import ArgumentParser
import PlanChecker
import Studies
import SupplyData

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recomputes a written plan from the raw tables: balances, links, cost, risk.",
    discussion: """
      Examples:
        shorewise verify datasets/first-steps plan-5
        shorewise verify plan-5
        shorewise verify first-steps-frontier/points/01

      Without a dataset it takes the copy that was written beside the plan. Exit \
      status 1 where the plan is wrong.
      """)

  @Argument(help: "The dataset's folder (or the plan, to use the copy beside it).")
  var dataset: String

  @Argument(help: "The plan's folder or its plan.json.")
  var plan: String?

  @OptionGroup var variant: VariantOptions

  @Flag(help: "Print the result as JSON.")
  var json = false

  func validate() throws {
    if plan == nil, !variant.changes.isEmpty {
      throw ValidationError(
        "--variant and --set go with a dataset; the copy beside the plan has its changes in it.")
    }
  }

  func run() throws {
    let study = VerifyStudy(
      dataset: plan == nil ? nil : dataset, plan: plan ?? dataset, changes: variant.changes)
    let written = try Failure.ofFiles { () throws(Faults) in try study.readPlan() }
    let folder = try Failure.ofFiles { () throws(Faults) in try study.findDataset() }
    let dataset = try Failure.ofDataset { () throws(Faults) in
      try study.readDataset(in: folder)
    }
    let verdict = study.verdict(on: written, for: dataset)
    print(json ? verdict.json : verdict.text)
    if !verdict.isSound { throw ExitCode.failure }
  }
}
