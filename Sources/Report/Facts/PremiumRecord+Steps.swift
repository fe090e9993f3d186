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
}
