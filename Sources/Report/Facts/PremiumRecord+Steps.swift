import Premium
import SupplyPlan

extension PremiumRecord {
  /// The steps whose price is worth telling: a step that gains next to nothing has the noise of the solves for one. All that
  /// have a price where none gains more.
  var pricedSteps: [PremiumStep] {
    let priced = steps.filter { $0.price != nil }
    let gaining = priced.filter { $0.points >= FrontierRecord.leastGain }
    return gaining.isEmpty ? priced : gaining
  }

  /// The steps that are shown: those with a price worth telling, and those that change sites at next to no cost or gain, which
  /// are choices.
  var shownSteps: [PremiumStep] {
    let priced = Set(pricedSteps.map(\.from))
    return steps.filter { priced.contains($0.from) || $0.changesSites }
  }

  /// Whether a step is a choice between sites rather than a purchase of resilience.
  func isChoice(_ step: PremiumStep) -> Bool {
    step.changesSites && (step.price == nil || step.points < FrontierRecord.leastGain)
  }
}

extension PremiumStep {
  /// Whether other sites are open.
  fileprivate var changesSites: Bool {
    purchases.contains { [.opens, .closes, .opensLonger, .opensShorter].contains($0.kind) }
  }
}
