import ArgumentParser
import Audit
import Certificate
import Decomposition
import Modeling
import NetworkDesign
import ResultFolders
import Studies
import SupplyData
import SupplyPlan
import TextFiles

struct PlanCommand: GuardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Finds the cheapest plan, with a proof of how close it is to the optimum.",
    discussion: """
      Examples:
        shorewise plan datasets/first-steps
        shorewise plan datasets/first-steps --max-risk 0.05 -o plan-5
        shorewise plan datasets/first-steps --network current -o today
        shorewise plan datasets/first-steps --network expanded -o expanded
        shorewise plan datasets/first-steps --certificate -o proven

      If a time limit or Ctrl-C stops it, it keeps the best plan found, with its \
      bound.
      """)

  @Argument(help: "The dataset's folder.")
  var dataset: String

  @OptionGroup var variant: VariantOptions

  @OptionGroup var question: QuestionOptions
  @OptionGroup var risk: RiskOptions
  @OptionGroup var effort: EffortOptions
  @OptionGroup var diagnosis: DiagnosisOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var audit: BundleOptions

  @Flag(
    help:
      "With -o: also write a proof of the bound, which verify and others can check. Solves by decomposition."
  )
  var certificate = false

  func validate() throws {
    try audit.validate(with: output)
    guard certificate else { return }
    if output.output == nil {
      throw ValidationError(
        "--certificate writes a file to a folder: add -o and the folder's name.")
    }
    if effort.method == .monolith {
      throw ValidationError(
        "--certificate is not available with --method monolith, because GLPK's own branch and cut cannot be recorded. Use --method decomposition."
      )
    }
  }

  func run() throws {
    let limits = effort.limits()
    let run = audit.run(effort)
    let loaded = try Loading.dataset(dataset, variant, withWarnings: output.allWarnings)
    let measure = try risk.measure(of: loaded.dataset.settings)
    try audit.prepare(output, reading: dataset)
    let asked = question.question(measure)
    let study = PlanStudy(
      loaded: loaded, question: asked, gap: effort.gap,
      method: effort.method, threads: effort.mostThreads, limits: limits)
    let line = ProgressLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    let saves: @Sendable (Plan) -> Void = { [output] plan in
      GuardedRun.save(to: output.output) {
        try study.write(plan, to: $0, withInputs: output.inputs && output.output != nil)
      }
    }
    let (plan, proof) = try Failure.ofPlanning { () throws(PlanningError) in
      guard certificate else {
        return (
          try study.run(log: run.log, progress: { line.show($0) }, found: saves), nil as Proof?
        )
      }
      return try study.runCertified(log: run.log, progress: { line.show($0) }, found: saves)
    }
    line.finish()
    // Printed first: it is all there is if the files cannot be written.
    StandardOutput.tell(
      PlanSummary(plan, dataset: loaded.dataset).text, orJSON: output.json ? plan.jsonText : nil)
    if let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        try study.write(
          plan, certificate: try? proof?.get(), to: folder, withInputs: output.inputs)
      }
      tellWritten(to: folder)
    }
    GuardedRun.noteTold()
    if plan.termination == .infeasible {
      try diagnosis.explain(
        DiagnosisStudy(
          loaded: loaded, question: asked, gap: effort.gap, method: effort.method,
          threads: effort.mostThreads, limits: limits), output, line)
    }
    // Sealed last: nothing is added to a bundle.
    if audit.bundle, let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        StandardError.tell(try study.bundle(plan, in: folder, run: run).text)
      }
    }
    if plan.termination == .infeasible { throw ExitCode.noPlan }
    if plan.cost == nil { throw ExitCode.failure }
    if case .failure(let fault)? = proof {
      StandardError.tell(
        "error: the plan is valid, but its bound could not be certified: \(fault)")
      throw ExitCode.failure
    }
  }

  /// What is asked, where every first stage may be the answer.
  var exchangeQuestion: DesignExchange.Question? {
    let (question, risk) = (question, risk)
    guard question.question(.worst).firstStage == .free else { return nil }
    return { settings in (try? risk.measure(of: settings)).map(question.question) }
  }

  private func tellWritten(to folder: String) {
    Written.tell(
      [
        "plan.json", "flows.csv", "production.csv", "draws.csv", "uses.csv",
        BoundCertificate.file, "inputs/",
      ], in: folder, json: output.json)
  }

  private typealias Proof = Result<BoundCertificate, CertificateFault>

  func take(savedIn folder: String?, because reason: String) throws {
    let loaded = try Failure.ofDataset { () throws(Faults) in
      try LoadedDataset(folder: dataset, changes: variant.changes)
    }
    let study = PlanStudy(
      loaded: loaded, question: question.question(try risk.measure(of: loaded.dataset.settings)),
      gap: effort.gap, method: effort.method, limits: SolveLimits())
    let plan = study.saved(in: folder, because: reason)
    StandardOutput.tell(
      PlanSummary(plan, dataset: loaded.dataset).text, orJSON: output.json ? plan.jsonText : nil)
    if let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        try study.write(plan, to: folder, withInputs: output.inputs)
      }
      tellWritten(to: folder)
    }
    try audit.refuseUnsealed()
    if plan.cost == nil { throw ExitCode.failure }
  }
}
