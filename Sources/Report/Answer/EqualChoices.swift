import FrontierSearch
import SupplyData
import SupplyPlan
import Wording

/// Plans of a frontier that cost and risk nearly the same but have other sites: a choice that neither cost nor risk decides.
///
/// Two neighbours are of equal worth where their costs differ by no more than half a per cent, their sales at risk by no more
/// than half a percentage point, and the bounds do not tell them apart: nothing proves that the risk of the safer one costs more
/// than the cheaper one does.
struct EqualChoices {
  /// One of the plans.
  struct Choice: Equatable {
    /// Its position on the frontier.
    let position: Int
    /// What it is, among its group: `stock`, `plants`, `other sites`.
    let kind: String
    /// Customs value of the stock held, the mean over the years.
    let stock: Double
    /// Capital committed, not discounted.
    let capital: Double
    /// What it has that the first of its group has not, in a phrase; empty for the first.
    let difference: String
  }

  /// Shares of the cost, and of a year's sales, within which plans are nearly the same.
  private static let near = (cost: 0.005, risk: 0.005)

  /// The groups, each in rising cost.
  let groups: [[Choice]]
  private let money: MoneyFormat

  init?(_ index: ReportIndex, _ input: ReportInput, band: FrontierBand?) {
    guard let frontier = input.frontier, let band, input.plans.count == frontier.points.count
    else { return nil }
    money = index.money
    let sites = input.plans.map { plan in
      Set(plan.facilities.filter(\.open).map { [$0.facility, $0.period] })
    }
    var runs: [[Int]] = []
    for place in frontier.points.indices {
      if let first = runs.last?.first,
        Self.isNear(frontier.points[first], frontier.points[place], band)
      {
        runs[runs.count - 1].append(place)
      } else {
        runs.append([place])
      }
    }
    groups = runs.compactMap { run in
      // Of plans with the same sites one stands for all: the one that the report opens with, else the first.
      var kept: [Int] = []
      for place in run {
        if let same = kept.firstIndex(where: { sites[$0] == sites[place] }) {
          if place == input.chosen { kept[same] = place }
        } else {
          kept.append(place)
        }
      }
      return kept.count > 1 ? Self.choices(kept, index, input.plans) : nil
    }
  }

  private static func isNear(
    _ cheap: FrontierRecord.Point, _ safe: FrontierRecord.Point, _ band: FrontierBand
  ) -> Bool {
    guard safe.cost - cheap.cost <= near.cost * abs(cheap.cost),
      cheap.salesAtRisk - safe.salesAtRisk <= near.risk
    else { return false }
    return (band.lowerBound(at: safe.salesAtRisk) ?? -.infinity) <= cheap.cost
  }

  /// The plans of a group, named by what sets each apart.
  private static func choices(_ places: [Int], _ index: ReportIndex, _ plans: [Plan]) -> [Choice] {
    let years = Double(max(index.years, 1))
    let lengths = Dictionary(
      index.periods.map { ($0.id, Double($0.years)) }, uniquingKeysWith: { first, _ in first })
    let stock = places.map { place in
      plans[place].buffers.reduce(0) {
        $0 + index.value($1.stock, of: $1.product) * (lengths[$1.period] ?? 0) / years
      }
    }
    let capital = places.map { MoveFacts(index, plans[$0]).total }
    let open = places.map { place in Set(plans[place].facilities.filter(\.open).map(\.facility)) }
    return places.indices.map { place in
      let mostStock = stock.max() ?? 0
      let kind: String
      if stock[place] == mostStock, mostStock > 0,
        places.indices.allSatisfy({ $0 == place || stock[$0] < 0.9 * mostStock })
      {
        kind = "stock"
      } else if places.indices.allSatisfy({ $0 == place || open[$0].count < open[place].count }) {
        kind = "plants"
      } else {
        kind = "other sites"
      }
      return Choice(
        position: places[place], kind: kind, stock: stock[place], capital: capital[place],
        difference: place == 0
          ? "" : Self.difference(from: open[0], to: open[place], index))
    }
  }

  private static func difference(
    from first: Set<String>, to other: Set<String>, _ index: ReportIndex
  ) -> String {
    func names(_ sites: Set<String>) -> String {
      let names = sites.sorted().map(index.name(ofNode:))
      let shown = names.count > 3 ? names.prefix(2) + ["\(names.count - 2) more"] : names[...]
      return shown.listed(separator: names.contains { $0.contains(",") } ? "; " : ", ")
    }
    let (more, fewer) = (other.subtracting(first), first.subtracting(other))
    switch (more.isEmpty, fewer.isEmpty) {
    case (true, true): return "the same sites at other times"
    case (false, true): return "with \(names(more))"
    case (true, false): return "without \(names(fewer))"
    case (false, false): return "with \(names(more)), without \(names(fewer))"
    }
  }

  /// The group that a plan belongs to.
  func group(of position: Int) -> [Choice]? {
    groups.first { $0.contains { $0.position == position } }
  }

  /// What a plan is and commits: `stock; capital $7.43 bn, stock $2.56 bn`.
  func words(_ choice: Choice) -> String {
    let parts = [choice.kind, choice.difference].filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(parts); capital \(money(choice.capital)), stock \(money(choice.stock))"
  }

  /// `Plan 11 (stock; capital $7.43 bn, stock $2.56 bn)`.
  func name(_ choice: Choice) -> String { "Plan\u{A0}\(choice.position + 1) (\(words(choice)))" }

  /// The groups, a sentence for each.
  var sentences: [String] {
    groups.map { "Of equal worth: \($0.map(name).joined(separator: "; "))." }
  }

  /// That a plan is one of several of equal worth; `nil` where it is not.
  func sentence(for position: Int?) -> String? {
    guard let position, let group = group(of: position) else { return nil }
    let own = group.first { $0.position == position }
    let others = group.filter { $0.position != position }.map(name)
    guard let own else { return nil }
    return """
      Neither cost nor risk decides between \(name(own)) and \(others.listed(separator: "; ")): they are within half a per cent \
      of cost and half a point of risk of each other, and the bounds do not tell them apart.
      """
  }
}
