import SupplyData
import SupplyPlan

/// What happens to one site over the periods.
struct SiteMove {
  /// What happens at the start of a period.
  struct Step {
    let period: Int
    let opens: Bool
    let closes: Bool
    /// Modules built less modules retired.
    let built: Int
    let retired: Int
    /// Opening and building less what incentives grant, undiscounted.
    let investment: Double
  }

  let facility: Facility
  /// For each period whether it is open.
  let open: [Bool]
  /// The periods in which something happens.
  let steps: [Step]

  /// All it invests.
  var investment: Double { steps.reduce(0) { $0 + $1.investment } }
  /// The first period in which something happens.
  var first: Int { steps.first?.period ?? 0 }
}

/// What opens, closes and is built, and what that costs.
struct MoveFacts {
  /// The sites where something happens: openings first, then growth, then closures; the earlier first.
  let moves: [SiteMove]
  /// For each period opening and building less incentives, undiscounted.
  let investment: [Double]
  /// For each period what closing costs, undiscounted.
  let closing: [Double]
  /// For each period what incentives grant, undiscounted.
  let granted: [Double]

  init(_ index: ReportIndex, _ plan: Plan) {
    let periods = index.periods.map(\.id)
    let facilityRows = Dictionary(grouping: plan.facilities, by: \.facility)
    let moduleRows = Dictionary(grouping: plan.modules, by: \.facility)
    let grantRows = Dictionary(grouping: plan.incentives, by: \.facility)
    let buildCost = Dictionary(
      index.dataset.capacity.map { ([$0.facility, $0.module], $0.buildCost) },
      uniquingKeysWith: { first, _ in first })
    var investment = periods.map { _ in 0.0 }
    var closing = investment
    var granted = investment
    var moves: [SiteMove] = []
    for facility in index.dataset.facilities {
      let rows = facilityRows[facility.id] ?? []
      var steps: [SiteMove.Step] = []
      for (position, period) in periods.enumerated() {
        let decision = rows.first { $0.period == period }
        let modules = (moduleRows[facility.id] ?? []).filter { $0.period == period }
        let built = modules.reduce(0) { $0 + $1.built }
        let retired = modules.reduce(0) { $0 + $1.retired }
        let opens = decision?.opened ?? false
        let closes = decision?.closed ?? false
        let grant = (grantRows[facility.id] ?? []).filter { $0.period == period }
          .reduce(0) { $0 + $1.granted }
        let cost = modules.reduce(opens ? facility.openingCost : 0) {
          $0 + Double($1.built) * (buildCost[[$1.facility, $1.module]] ?? 0)
        }
        investment[position] += cost - grant
        granted[position] += grant
        if closes { closing[position] += facility.closingCost }
        if opens || closes || built > 0 || retired > 0 {
          steps.append(
            SiteMove.Step(
              period: position, opens: opens, closes: closes, built: built, retired: retired,
              investment: cost - grant))
        }
      }
      guard !steps.isEmpty else { continue }
      let open = periods.map { period in rows.first { $0.period == period }?.open ?? false }
      moves.append(SiteMove(facility: facility, open: open, steps: steps))
    }
    self.moves = moves.sorted { Self.order($0) < Self.order($1) }
    self.investment = investment
    self.closing = closing
    self.granted = granted
  }

  /// The facilities that open in some period.
  var opened: [SiteMove] { moves.filter { $0.steps.contains(where: \.opens) } }
  /// The facilities that close in some period.
  var closed: [SiteMove] { moves.filter { $0.steps.contains(where: \.closes) } }
  /// All that is invested.
  var total: Double { investment.reduce(0, +) }

  private static func order(_ move: SiteMove) -> (Int, Int, Double, String) {
    let opens = move.steps.contains(where: \.opens)
    let closes = move.steps.contains(where: \.closes)
    let kind = opens ? 0 : closes ? 2 : move.steps.contains { $0.built > 0 } ? 1 : 3
    return (kind, move.first, -move.investment, move.facility.id)
  }
}
