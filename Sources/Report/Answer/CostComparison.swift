import SupplyPlan
import Wording

/// The cost and the risk of a plan against its comparator, with what the bounds allow to be said.
struct CostComparison {
  /// How two costs compare.
  enum Order {
    /// More, by a difference that the searches tell apart.
    case dearer
    /// Less, by a difference that the searches tell apart.
    case cheaper
    /// Within what the searches leave open.
    case alike
  }

  let cost: Double
  let risk: Double
  let before: Comparator
  let order: Order

  /// - Parameters:
  ///   - plan: the plan; `nil` is answered where it has no cost.
  ///   - bound: what a plan at its resilience costs at least.
  init?(_ plan: Plan, bound: Double?, against before: Comparator) {
    guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else { return nil }
    self.cost = cost
    self.risk = risk
    self.before = before
    // A dearer plan is dearer for sure only if no plan at its resilience could be as cheap as the comparator; a cheaper one
    // only if the comparator's own search could not have ended below it.
    let margin = 1e-6 * max(abs(before.cost), 1e-9)
    if abs(cost - before.cost) <= margin {
      order = .alike
    } else if cost > before.cost {
      order = min(bound ?? cost, cost) > before.cost ? .dearer : .alike
    } else {
      order = (before.plan.bound ?? before.cost) > cost ? .cheaper : .alike
    }
  }

  /// What the plan costs more, discounted money.
  var difference: Double { cost - before.cost }
  /// The difference over the comparator's cost; `nil` where that is no scale.
  var share: Double? { before.cost > 0 ? abs(difference) / before.cost : nil }

  /// Whether the two risks read alike.
  var isRiskAlike: Bool { NumberFormat.percent(risk) == NumberFormat.percent(before.risk) }

  /// `costs 4.3 % more than expanding today’s sites`.
  var costPhrase: String {
    let amount = share.map { NumberFormat.percent($0) } ?? ""
    return switch order {
    case .alike: "costs about as much as \(before.than)"
    case .dearer: "costs \(amount.isEmpty ? "" : amount + " ")more than \(before.than)"
    case .cheaper: "costs \(amount.isEmpty ? "" : amount + " ")less than \(before.than)"
    }
  }

  /// `cuts sales at risk from 18.2 % to 6.9 %`.
  var riskPhrase: String {
    let (was, now) = (NumberFormat.percent(before.risk), NumberFormat.percent(risk))
    if isRiskAlike { return "leaves sales at risk at \(now)" }
    return risk < before.risk
      ? "cuts sales at risk from \(was) to \(now)" : "raises sales at risk from \(was) to \(now)"
  }

  /// Both, the good news first.
  var phrase: String {
    let isSafer = risk < before.risk && !isRiskAlike
    return switch order {
    case .cheaper where !isSafer && !isRiskAlike: "\(costPhrase) but \(riskPhrase)"
    case .cheaper: "\(costPhrase) and \(riskPhrase)"
    case .alike, .dearer: "\(riskPhrase) and \(costPhrase)"
    }
  }
}
