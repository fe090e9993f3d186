import ArgumentParser
import NetworkDesign
import SupplyData

/// What is asked of the network.
struct QuestionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Cap on sales at risk, as a share of a year's sales: 0.05 is 5 %.", valueName: "share"))
  var maxRisk: Double?

  @OptionGroup var service: ServiceOptions

  @Option(
    help: ArgumentHelp(
      "What to minimise; risk is followed by the least cost at that risk.",
      valueName: "objective"))
  var minimise: Objective = .cost

  @Flag(help: "Keep the current network as it is; only flows are planned.")
  var baseline = false

  enum Objective: String, ExpressibleByArgument, CaseIterable {
    case cost, risk
  }

  func validate() throws {
    if let maxRisk, !(maxRisk >= 0 && maxRisk.isFinite) {
      throw ValidationError("--max-risk is \(maxRisk); give a share such as 0.05.")
    }
  }

  /// Whether anything but the least cost is asked for.
  var isAsked: Bool { maxRisk != nil || service.maxUnmet != nil || minimise != .cost || baseline }

  /// The question, under a measure of risk.
  func question(_ measure: RiskMeasure) -> DesignQuestion {
    DesignQuestion(
      objective: minimise == .risk ? .risk : .cost, maxRisk: maxRisk,
      maxUnmet: service.maxUnmet, measure: measure, firstStage: baseline ? .currentNetwork : .free)
  }
}
