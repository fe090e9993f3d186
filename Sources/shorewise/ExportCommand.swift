import ArgumentParser
import Comparison
import NetworkDesign
import ResultFolders
import Studies
import SupplyData
import TextFiles

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Exports a problem for other solvers, or a store of runs as CSV tables.",
    discussion: """
      Examples:
        shorewise export datasets/first-steps --format mps > first-steps.mps
        shorewise export datasets/first-steps --format gmpl > first-steps.dat
        glpsol --model models/network-design.mod --data first-steps.dat
        shorewise export runs.sqlite --format csv -o tables

      mps and lp write the whole problem as one program, gmpl writes the data for \
      the MathProg model. csv takes a store instead of a dataset, and writes a folder \
      of tidy tables for Excel, DuckDB or pandas, with a README of their columns.
      """)

  @Argument(help: "The dataset's folder; for csv, the store.")
  var dataset: String

  @OptionGroup var variant: VariantOptions

  @Option(help: "The format to write.")
  var format: Format

  @Option(
    help: ArgumentHelp(
      "How flows in scenarios are linked to openings: weak gives fewer rows, strong a tighter relaxation.",
      valueName: "strength"))
  var links: Links = .weak

  @OptionGroup var question: QuestionOptions
  @OptionGroup var risk: RiskOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to (default: standard output; required for csv).", valueName: "folder"))
  var output: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mps, lp, gmpl, csv
  }

  enum Links: String, ExpressibleByArgument, CaseIterable {
    case weak, strong
  }

  func validate() throws {
    if links == .strong, format == .gmpl {
      throw ValidationError(
        "--links strong applies only to mps and lp: the MathProg model defines its own links.")
    }
    guard format == .csv else { return }
    if output == nil {
      throw ValidationError("--format csv writes a folder of tables: add -o and the folder's name.")
    }
    if !variant.changes.isEmpty || links == .strong || question.isAsked || risk.isAsked {
      throw ValidationError(
        "--format csv exports everything in a store: leave out --variant, --set, --links and all options that ask a question of a dataset."
      )
    }
  }

  func run() throws {
    if let program = format.studied {
      try export(program)
    } else if let output {
      try Failure.ofFiles { () throws(Faults) in
        try OutputFolder(output).check()
        try StoreExport(of: try StorePath.open(dataset)).write(to: output)
      }
    }
  }

  private func export(_ program: ExportStudy.Format) throws {
    try Failure.ofFiles { () throws(Faults) in try StorePath.refuseStore(dataset) }
    let loaded = try Loading.dataset(dataset, variant)
    if let output {
      try Failure.ofFiles { () throws(Faults) in try OutputFolder(output).prepare() }
    }
    let study = ExportStudy(
      loaded: loaded, question: question.question(try risk.measure(of: loaded.dataset.settings)),
      format: program, links: links == .strong ? .perDestination : .perOrigin)
    if let output {
      try Failure.ofFiles { () throws(Faults) in try study.write(to: output) }
    } else {
      StandardOutput.write(study.text())
    }
  }
}

extension ExportCommand.Format {
  /// The format of a program; `nil` for tables.
  fileprivate var studied: ExportStudy.Format? {
    switch self {
    case .mps: .mps
    case .lp: .lp
    case .gmpl: .gmpl
    case .csv: nil
    }
  }
}
