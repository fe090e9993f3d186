import SupplyPlan

@testable import PlanChecker
@testable import SupplyData

/// One way to falsify the plan computed by hand, and what the checker must say of it.
struct Sabotage: Sendable {
  /// What is done.
  var name: String
  /// What is falsified.
  var hand: HandCase
  /// The rule that must be named.
  var rule: Violation.Rule
  /// A part of the place that must be named.
  var place: String
  /// Does it, to the plan or to the dataset under it.
  var act: @Sendable (inout Plan, inout Dataset) -> Void

  init(
    _ name: String, of hand: HandCase = .ring, _ rule: Violation.Rule, at place: String,
    _ act: @escaping @Sendable (inout Plan, inout Dataset) -> Void
  ) {
    self.name = name
    self.hand = hand
    self.rule = rule
    self.place = place
    self.act = act
  }
}

extension Plan {
  /// Changes the flow between two nodes in a period and state.
  mutating func flow(
    _ origin: String, _ destination: String, _ madeIn: String, _ period: String,
    _ scenario: String? = nil, _ change: (inout FlowRow) -> Void
  ) {
    for index in flows.indices
    where flows[index].origin == origin && flows[index].destination == destination
      && flows[index].madeIn == madeIn && flows[index].period == period
      && flows[index].scenario == scenario
    {
      change(&flows[index])
    }
  }

  /// Scales a flow together with its freight and duty.
  mutating func scale(
    _ origin: String, _ destination: String, _ madeIn: String, _ period: String,
    _ scenario: String? = nil, by factor: Double
  ) {
    flow(origin, destination, madeIn, period, scenario) {
      $0.quantity *= factor
      $0.freight *= factor
      $0.duty *= factor
    }
  }

  /// Scales what a facility makes.
  mutating func make(
    _ facility: String, _ period: String, _ scenario: String? = nil, by factor: Double
  ) {
    for index in production.indices
    where production[index].facility == facility && production[index].period == period
      && production[index].scenario == scenario
    {
      production[index].quantity *= factor
    }
  }

  /// Scales what is drawn at a location.
  mutating func draw(
    _ location: String, _ period: String, _ scenario: String, by factor: Double
  ) {
    for index in draws.indices
    where draws[index].location == location && draws[index].period == period
      && draws[index].scenario == scenario
    {
      draws[index].quantity *= factor
    }
  }

  /// Changes the decision about a facility in a period.
  mutating func facility(
    _ facility: String, _ period: String, _ change: (inout FacilityDecisionRow) -> Void
  ) {
    for index in facilities.indices
    where facilities[index].facility == facility && facilities[index].period == period {
      change(&facilities[index])
    }
  }

  /// Changes the modules of a facility in a period.
  mutating func module(
    _ facility: String, _ period: String, _ change: (inout ModuleRow) -> Void
  ) {
    for index in modules.indices
    where modules[index].facility == facility && modules[index].period == period {
      change(&modules[index])
    }
  }

  /// Adds a flow of widgets whose freight and duty are right for it.
  mutating func ship(
    _ origin: String, _ destination: String, _ mode: String, _ product: String, _ madeIn: String,
    _ quantity: Double, freight: Double, duty: Double, _ period: String,
    _ scenario: String? = nil
  ) {
    flows.append(
      FlowRow(
        period: period, scenario: scenario, origin: origin, destination: destination, mode: mode,
        product: product, madeIn: madeIn, quantity: quantity, freight: quantity * freight,
        duty: quantity * duty))
  }
}

extension Dataset {
  /// Wants outages of half a year survived.
  mutating func survive(_ targets: String, atMost value: Double) {
    guard let selector = try? OutageSelector(targets, in: self, place: targets) else {
      preconditionFailure("no such target: \(targets)")
    }
    recovery.append(RecoveryRow(target: selector, weeks: 26))
    constraints.append(
      PolicyConstraint(
        line: 99, id: "safe", kind: .survive(selector), period: nil, sense: .atMost, value: value))
  }
}
