import FigureDrawing
import Findings
import Resilience
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// What breaks the network: outages of single targets, today and under a plan.
struct StressSection {
  private let index: ReportIndex
  private let record: StressRecord
  private let facts: StressFacts
  private let name: String
  private let cheapest: Double?
  /// Today's sites, expanded, where they were tested beside a plan.
  private let expanded: StressFacts?

  /// - Parameters:
  ///   - record: what was tested; without a result there is no section.
  ///   - plan: what the record calls the plan.
  ///   - context: the plan in words; `nil` where the report has no plans.
  init?(index: ReportIndex, record: StressRecord?, plan: String?, context: PlanContext?) {
    guard let record, !record.results.isEmpty else { return nil }
    self.index = index
    self.record = record
    name = context.flatMap { $0.number == nil ? nil : $0.name } ?? "this plan"
    facts = StressFacts(record, plan: plan)
    cheapest = context?.cheapest?.cost
    let network = StressRecord.Network.name(of: .expanded)
    let tested = StressFacts(record, plan: network)
    expanded = tested.plan == nil || facts.plan?.name == network ? nil : tested
  }

  /// The section.
  var section: Section {
    let items = figured
    return Section(
      id: StressRecord.name, title: title, sentences: sentences,
      figures: items.isEmpty
        ? [] : [StressFigure(index: index, facts: facts, items: items, name: name).figure()])
  }

  /// Facilities, countries and ways between regions: the rest says the same again, product by product.
  private var figured: [StressFacts.Item] {
    Array(facts.costly(["facility", "country", "group", "joint"]).prefix(Self.mostRows))
  }

  private var title: String {
    let places = facts.costly(["country", "facility"])
    guard let worst = places.first(where: { $0.target.kind == "country" }) ?? places.first else {
      return "No single outage costs any sales"
    }
    let weeks = NumberFormat.count(Int(worst.before.weeks.rounded()), "week", "weeks")
    let before = worst.before.lostText
    let today = "\(weeks) without \(worst.target.name) would cost \(before) of a year’s sales today"
    guard let after = worst.after, facts.plan != nil else { return today }
    if after.lostText == before { return "\(today), and as much under \(name)" }
    return "\(today), and \(after.lostText) under \(name)"
  }

  private var sentences: [String] {
    [
      OpenCellWords(record, of: shown).text, removed, withExpanded, singlePoints, price, usual,
      assumed,
    ]
    .compactMap(\.self)
  }

  /// The networks that the section speaks of.
  private var shown: Set<String> {
    Set([record.networks.first?.name, facts.plan?.name].compactMap(\.self))
  }

  private var removed: String? {
    let costly = facts.items.filter(\.costsToday)
    let all = facts.items.count
    guard !costly.isEmpty else { return "None of the \(all) outages tested costs any sales today." }
    let head = plural(
      costly.count, one: "Of the \(all) outages tested, 1 costs sales today",
      many: "Of the \(all) outages tested, \(costly.count) cost sales today")
    guard facts.plan != nil else { return head + "." }
    let removed = costly.filter(\.isRemoved)
    let softened = costly.filter(\.isSoftened)
    let new = facts.items.filter(\.isNew)
    let places = removed.filter { ["facility", "country"].contains($0.target.kind) }
    let named = places.isEmpty ? "" : " (\(list(places)))"
    let gone =
      removed.isEmpty
      ? "\(name.capitalizedFirst) avoids none of these losses entirely"
      : "\(name.capitalizedFirst) avoids \(removed.count) of these losses entirely\(named)"
    let less =
      softened.isEmpty
      ? "reduces none of the others by a tenth or more"
      : "reduces \(softened.count) of the others by a tenth or more"
    let added =
      new.isEmpty
      ? "adds none"
      : "adds \(NumberFormat.count(new.count, "outage that costs nothing today", "outages that cost nothing today"))"
    return "\(head). \(gone), \(less) and \(added)."
  }

  /// How many outages cost sales where today's sites are expanded.
  private var withExpanded: String? {
    guard let expanded, facts.plan != nil else { return nil }
    let costly = expanded.items.filter { $0.after?.costsSales ?? false }.count
    return plural(
      costly, one: "With today’s sites expanded, 1 would cost sales.",
      many:
        "With today’s sites expanded, \(costly == 0 ? "none" : String(costly)) would cost sales.")
  }

  private var singlePoints: String? {
    let today = facts.items.filter {
      $0.before.isSinglePointOfFailure && ["facility", "country"].contains($0.target.kind)
    }
    let left = facts.items.filter {
      $0.after?.isSinglePointOfFailure ?? false
        && ["facility", "country"].contains($0.target.kind)
    }
    let now =
      today.isEmpty
      ? "No facility or country is a single point of failure today"
      : "Single points of failure today, without which some product cannot be delivered at all: \(list(today))"
    guard facts.plan != nil else { return now + "." }
    return left.isEmpty
      ? "\(now); under \(name) there are none." : "\(now); under \(name): \(list(left))."
  }

  private func list(_ items: [StressFacts.Item]) -> String {
    let names = items.prefix(5).map(\.target.name)
    return names.joined(separator: "; ")
      + (items.count > 5 ? "; and \(items.count - 5) others" : "")
  }

  private var price: String? {
    guard let cost = facts.plan?.cost, let cheapest, cost > cheapest * (1 + 1e-6) else {
      return nil
    }
    return """
      \(name.capitalizedFirst) costs \(index.money(cost - cheapest)) (\(NumberFormat.percent((cost - cheapest) / cheapest))) more than the \
      cheapest plan.
      """
  }

  private var usual: String? {
    let periods = Set(
      record.results.filter {
        $0.network == record.networks.first?.name && $0.usualSalesLost > 1e-9
      }.map(\.period))
    guard !periods.isEmpty else { return nil }
    let named = index.periods.map(\.id).filter(periods.contains).joined(separator: ", ")
    return """
      In \(named) the current network cannot meet all demand even without a disruption; its figures include that shortfall.
      """
  }

  private var assumed: String? {
    let assumed = record.targets.filter { !$0.isFromTable }
    guard let weeks = assumed.first?.weeks, assumed.allSatisfy({ $0.weeks == weeks }) else {
      return nil
    }
    let which =
      assumed.count == record.targets.count
      ? "Every outage is assumed to last"
      : "Outages not listed in \(index.path(of: .table("recovery.csv"))) are assumed to last"
    return "\(which) \(NumberFormat.quantity(weeks))\u{A0}weeks."
  }

  private static let mostRows = 18
}
