import ArgumentParser
import NetworkDesign
import SupplyData

/// What is asked of the network.
struct QuestionOptions: ParsableArguments {
  @OptionGroup var cap: RiskCapOptions

  @OptionGroup var service: ServiceOptions

  @Option(
    help: ArgumentHelp(
      "What to minimise; risk means the lowest risk, then the least cost at that risk.",
      valueName: "objective"))
  var minimise: Objective = .cost

  @OptionGroup var network: NetworkOptions

  enum Objective: String, ExpressibleByArgument, CaseIterable {
    case cost, risk
  }

  /// Whether anything but the least cost is asked for.
  var isAsked: Bool {
    cap.maxRisk != nil || service.maxUnmet != nil || minimise != .cost
      || network.choice != .free
  }

  /// The question, under a measure of risk.
  func question(_ measure: RiskMeasure) -> DesignQuestion {
    DesignQuestion(
      objective: minimise == .risk ? .risk : .cost, maxRisk: cap.maxRisk?.value,
      maxUnmet: service.maxUnmet?.value, measure: measure,
      firstStage: network.choice)
  }
}
