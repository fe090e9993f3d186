import Findings
import NetworkDesign
import SupplyData
import SupplyNetwork

/// Demand that nothing can serve: no lane, closed facilities, shares that leave no source. Read off the tables.
struct SupplyReasons {
  let network: Network
  let question: DesignQuestion
  let words: RuleWords

  private var dataset: Dataset { network.dataset }
  private var unserved: UnservedSales {
    UnservedSales(network: network, measure: question.measure)
  }

  var reasons: [DiagnosisRecord.Reason] {
    let asked = network.demands.indices.filter { demand in
      network.demands[demand].quantity.contains { $0 > 0 }
    }
    let allowed = dataset.facilities.map { mayOpen($0) }
    let everywhere = SupplyReach(network, .init(mayOpen: dataset.facilities.map { _ in true }))
    let reach = SupplyReach(network, .init(mayOpen: allowed))
    let (open, served) = (everywhere.served, reach.served)
    let withoutLane = asked.filter { !open[$0] }
    let cutOff = asked.filter { open[$0] && !served[$0] }
    let causes = LaneReasons(network: network)
    return withoutLane.map { noLane($0, causes) } + cutOff.map { closed($0, allowed) }
      + shares(reach, served, allowed, asked)
  }

  private func mayOpen(_ facility: Facility) -> Bool {
    question.firstStage.decision(about: facility) != .closed
  }

  private func noLane(_ demand: Int, _ causes: LaneReasons) -> DiagnosisRecord.Reason {
    let everyone = dataset.facilities.map { _ in true }
    if let cause = causes.cause(of: demand) {
      return reason(
        cause.kind, cause.text, [row(demand)] + cause.rows, [demand], everyone)
    }
    return reason(
      "no-lane",
      "no lane brings '\(product(demand))' to customer '\(customer(demand))' from a facility that can "
        + "make it", [row(demand)], [demand], everyone)
  }

  /// The demand can be served only with facilities that are closed.
  private func closed(_ demand: Int, _ allowed: [Bool]) -> DiagnosisRecord.Reason {
    let shut = allowed.indices.filter { !allowed[$0] }
    let enough = shut.filter { place in
      var opened = allowed
      opened[place] = true
      return SupplyReach(network, .init(mayOpen: opened)).served[demand]
    }
    let named = enough.isEmpty ? shut : enough
    let names = named.map { "'\(dataset.facilities[$0].id)'" }.joined(separator: ", ")
    let isDecided = question.firstStage.bindsPolicies
    return reason(
      "closed-source",
      "only \(names) could serve '\(product(demand))' to customer '\(customer(demand))', and "
        + (isDecided ? "the decision is closed" : "the current network does not have it"),
      [row(demand)] + (isDecided ? named.map { words.row(.decision($0)) } : []), [demand], allowed)
  }

  /// Shares that no source can meet but by no use at all.
  private func shares(
    _ reach: SupplyReach, _ served: [Bool], _ allowed: [Bool], _ asked: [Int]
  ) -> [DiagnosisRecord.Reason] {
    if !question.firstStage.bindsPolicies { return [] }
    let membership = Membership(dataset)
    return dataset.constraints.indices.flatMap { place -> [DiagnosisRecord.Reason] in
      let constraint = dataset.constraints[place]
      guard case .share(let origin, let destination, let only) = constraint.kind else { return [] }
      let nodes = self.nodes(destination, membership)
      return dataset.products.indices.compactMap { product in
        guard only == nil || only == dataset.products[product].id else { return nil }
        let users = nodes.filter { uses(product, $0) }
        let sources = users.reduce(into: Set<Int>()) {
          $0.formUnion(reach.sources(of: product, at: $1))
        }
        guard !sources.isEmpty else { return nil }
        let matching = sources.filter {
          membership.matches(origin, country: dataset.countries[$0].id)
        }
        let isOnly =
          constraint.sense == .atMost && constraint.value < 1
          && matching.count == sources.count
        let isNone = constraint.sense == .atLeast && constraint.value > 0 && matching.isEmpty
        guard isOnly || isNone else { return nil }
        var limits = SupplyReach.Limits(mayOpen: allowed)
        for node in users { limits.barred[node] = [product] }
        let barred = SupplyReach(network, limits).served
        let lost = asked.filter { served[$0] && !barred[$0] }
        return share(place, product, sources, isOnly, lost)
      }
    }
  }

  private func share(
    _ place: Int, _ product: Int, _ sources: Set<Int>, _ isOnly: Bool, _ lost: [Int]
  ) -> DiagnosisRecord.Reason {
    let constraint = dataset.constraints[place]
    let countries = sources.sorted().map { "'\(dataset.countries[$0].id)'" }
      .joined(separator: ", ")
    let what = dataset.products[product].id
    let unmet = unserved.normalYear(periods(of: constraint), lost)
    let cause =
      isOnly
      ? "'\(constraint.id)' limits the only source of '\(what)' there is (\(countries))"
      : "'\(constraint.id)' asks for a source of '\(what)' that there is not (only \(countries))"
    return DiagnosisRecord.Reason(
      kind: isOnly ? "only-source" : "no-source",
      text: cause + ": in a normal year none of it can be used",
      rows: [words.row(.constraint(place))], unmetAtLeast: unmet,
      isDecisive: question.maxUnmet.map { unmet > $0 + Self.margin } ?? false)
  }

  private func periods(of constraint: PolicyConstraint) -> [Int] {
    dataset.settings.periods.indices.filter {
      constraint.period == nil || constraint.period == dataset.settings.periods[$0].id
    }
  }

  private func nodes(_ selector: Selector, _ membership: Membership) -> [Node] {
    dataset.facilities.indices.filter {
      membership.matches(selector, node: dataset.facilities[$0].id)
    }.map(Node.facility)
      + dataset.customers.indices.filter {
        membership.matches(selector, node: dataset.customers[$0].id)
      }.map(Node.customer)
  }

  /// Whether a product is used at a node, and not only passes through.
  private func uses(_ product: Int, _ node: Node) -> Bool {
    switch node {
    case .customer(let customer):
      network.demands.contains { $0.customer == customer && $0.product == product }
    case .facility(let facility):
      network.recipes.contains { recipe in
        recipe.facility == facility
          && network.components[recipe.product].contains { $0.product == product }
      }
    }
  }

  /// A reason of demands that are lost in every state, but for what stocks hold.
  private func reason(
    _ kind: String, _ text: String, _ rows: [DiagnosisRecord.Row], _ demands: [Int],
    _ allowed: [Bool]
  ) -> DiagnosisRecord.Reason {
    let unmet = unserved.normalYear(demands)
    // Stocks of components may make in a scenario what a normal year cannot.
    let stocked = SupplyReach(network, .init(mayOpen: allowed, withStocks: true)).served
    let risk = unserved.risk(demands.filter { !stocked[$0] })
    return DiagnosisRecord.Reason(
      kind: kind, text: text, rows: rows, unmetAtLeast: unmet, riskAtLeast: risk,
      isDecisive: (question.maxUnmet.map { unmet > $0 + Self.margin } ?? false)
        || (question.maxRisk.map { risk > $0 + Self.margin } ?? false))
  }

  private func row(_ demand: Int) -> DiagnosisRecord.Row {
    DiagnosisRecord.Row(
      file: "demand.csv", line: network.demands[demand].line,
      id: "\(customer(demand)) \(product(demand))", says: "a demand")
  }

  private func customer(_ demand: Int) -> String {
    dataset.customers[network.demands[demand].customer].id
  }

  private func product(_ demand: Int) -> String {
    dataset.products[network.demands[demand].product].id
  }

  /// What a comparison of shares may be off by.
  static let margin = 1e-9
}
