import SupplyData
import SupplyPlan

/// What a plan makes of a rule: a value with which the rule would let the plan be.
struct PlanMeasure {
  let book: RuleBook
  let plan: Plan

  /// The value; `nil` for rules that are not read off a plan's tables.
  func value(of rule: Rule) -> Double? {
    switch rule {
    case .decision, .riskCap: return nil
    case .unmetCap: return book.dataset.settings.periods.map(\.id).map(unmet).max()
    case .constraint(let place):
      let constraint = book.dataset.constraints[place]
      let periods = book.dataset.settings.periods.map(\.id)
        .filter { constraint.period == nil || constraint.period == $0 }
      switch constraint.kind {
      case .openFacilities(let selector):
        let counts = periods.map { open(selector, in: $0) }
        return constraint.sense == .atMost ? counts.max() : counts.min()
      case .investment(let selector): return periods.map { invested(selector, in: $0) }.max()
      case .share, .emissions, .survive, .production, .flow, .minimumIfOpen, .sources, .requires,
        .within:
        return nil
      }
    }
  }

  private func facilities(_ selector: Selector) -> [String: Facility] {
    let membership = Membership(book.dataset)
    return Dictionary(
      book.dataset.facilities.filter { membership.matches(selector, node: $0.id) }
        .map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func open(_ selector: Selector, in period: String) -> Double {
    let chosen = facilities(selector)
    return Double(
      plan.facilities.count { $0.open && $0.period == period && chosen[$0.facility] != nil })
  }

  /// Opening and build cost less what is granted.
  private func invested(_ selector: Selector, in period: String) -> Double {
    let chosen = facilities(selector)
    let opening = plan.facilities.filter { $0.opened && $0.period == period }
      .reduce(0.0) { $0 + (chosen[$1.facility]?.openingCost ?? 0) }
    let building = plan.modules.filter {
      $0.built > 0 && $0.period == period && chosen[$0.facility] != nil
    }.reduce(0.0) { sum, row in
      let module = book.dataset.capacity.first {
        $0.facility == row.facility && $0.module == row.module
      }
      return sum + Double(row.built) * (module?.buildCost ?? 0)
    }
    let granted = plan.incentives.filter { $0.period == period && chosen[$0.facility] != nil }
      .reduce(0.0) { $0 + $1.granted }
    return opening + building - granted
  }

  /// The share of a normal year's sales that is not delivered.
  private func unmet(in period: String) -> Double {
    var left: [[String]: (quantity: Double, cost: Double)] = [:]
    for row in book.dataset.demand
    where row.period == period || (row.period == nil && !isReplaced(row, in: period)) {
      left[[row.customer, row.product]] = (row.quantity, row.shortageCost)
    }
    let sales = left.values.reduce(0.0) { $0 + $1.quantity * $1.cost }
    guard sales > 0 else { return 0 }
    for flow in plan.flows where flow.scenario == nil && flow.period == period {
      left[[flow.destination, flow.product]]?.quantity -= flow.quantity
    }
    return left.values.reduce(0.0) { $0 + max(0, $1.quantity) * $1.cost } / sales
  }

  private func isReplaced(_ row: DemandRow, in period: String) -> Bool {
    book.dataset.demand.contains {
      $0.period == period && $0.customer == row.customer && $0.product == row.product
    }
  }
}
