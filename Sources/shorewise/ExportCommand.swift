import ArgumentParser
import NetworkDesign
import Studies
import SupplyData

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the problem for other solvers: MPS, LP, or data for the MathProg model.",
    discussion: """
      Examples:
        shorewise export datasets/first-steps --format mps > first-steps.mps
        shorewise export datasets/first-steps --format gmpl > first-steps.dat
        glpsol --model models/network-design.mod --data first-steps.dat
      """)

  @Argument(help: "The dataset's folder.")
  var dataset: String

  @OptionGroup var variant: VariantOptions

  @Option(help: "What to write.")
  var format: Format

  @Option(
    help: ArgumentHelp(
      "How flows are tied to openings in scenarios: weak has fewer rows, strong a tighter relaxation.",
      valueName: "strength"))
  var links: Links = .weak

  @OptionGroup var question: QuestionOptions
  @OptionGroup var risk: RiskOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to (default: standard output).", valueName: "folder"))
  var output: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mps, lp, gmpl
  }

  enum Links: String, ExpressibleByArgument, CaseIterable {
    case weak, strong
  }

  func validate() throws {
    if links == .strong, format == .gmpl {
      throw ValidationError(
        "--links strong goes with mps and lp: the MathProg model says its links itself.")
    }
  }

  func run() throws {
    let loaded = try Loading.dataset(dataset, variant)
    let study = ExportStudy(
      loaded: loaded, question: question.question(try risk.measure(of: loaded.dataset.settings)),
      format: format.studied, links: links == .strong ? .perDestination : .perOrigin)
    if let output {
      try Failure.ofFiles { () throws(Faults) in try study.write(to: output) }
    } else {
      print(study.text(), terminator: "")
    }
  }
}

extension ExportCommand.Format {
  fileprivate var studied: ExportStudy.Format {
    switch self {
    case .mps: .mps
    case .lp: .lp
    case .gmpl: .gmpl
    }
  }
}
