import ArgumentParser
import Audit
import PlanChecker
import Studies
import SupplyData
import TextFiles

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recomputes a saved plan from the raw tables: balances, links, cost, risk.",
    discussion: """
      Examples:
        shorewise verify datasets/first-steps plan-5
        shorewise verify plan-5
        shorewise verify first-steps-frontier --plan 1

      Without a dataset, it uses the copy in the plan's folder. In a bundle, it first \
      compares the hashes of all files; in a frontier's bundle, it recomputes every \
      plan. If the folder has a certificate, it also recomputes the bound. The exit \
      status is 1 if anything is wrong.
      """)

  @Argument(help: "The dataset's folder, or the plan's folder to use the copy in it.")
  var dataset: String

  @Argument(help: "The plan's folder or its plan.json.")
  var plan: String?

  @OptionGroup var frontier: PlanNumberOptions

  @OptionGroup var variant: VariantOptions

  @Flag(help: "Print the result as JSON.")
  var json = false

  func validate() throws {
    if plan == nil, !variant.changes.isEmpty {
      throw ValidationError(
        "--variant and --set need a dataset; the copy in the plan's folder already has its changes."
      )
    }
  }

  func run() throws {
    let study = try Failure.ofFiles { () throws(Faults) in
      try VerifyStudy(
        dataset: plan == nil ? nil : self.dataset, plan: plan ?? self.dataset,
        number: frontier.number,
        changes: variant.changes)
    }
    let seal = try Failure.ofFiles { () throws(Faults) in try study.checkBundle() }
    if seal != nil, study.isFrontier { return try verifyFrontier(study, in: seal) }
    let written = try Failure.ofFiles { () throws(Faults) in try study.readPlan() }
    let dataset = try read(study)
    let verdict = study.verdict(on: written, for: dataset)
    let certificate = try Failure.ofFiles { () throws(Faults) in
      try study.certificateVerdict(on: written, for: dataset)
    }
    // Not folded: hashes and places are to be compared, and found again.
    StandardOutput.tell(
      json
        ? verdict.json(in: seal, with: certificate)
        : [seal?.text, verdict.text, certificate?.text].compactMap(\.self)
          .joined(separator: "\n"))
    if !verdict.isSound || certificate?.isSound == false { throw ExitCode.failure }
  }

  private func verifyFrontier(_ study: VerifyStudy, in seal: BundleSeal?) throws {
    let dataset = try read(study)
    let verdict = try Failure.ofFiles { () throws(Faults) in
      try study.frontierVerdict(in: seal, for: dataset)
    }
    guard let verdict else { return }
    StandardOutput.tell(json ? verdict.json : verdict.text)
    if !verdict.isSound { throw ExitCode.failure }
  }

  private func read(_ study: VerifyStudy) throws -> Dataset {
    let folder = try Failure.ofFiles { () throws(Faults) in try study.findDataset() }
    return try Failure.ofDataset { () throws(Faults) in try study.readDataset(in: folder) }
  }
}
