import RunStore

/// How sure it is that a run's footprint is the best one.
///
/// The bound of a run holds for all designs. So no footprint is cheaper than the plan by more than what is not proved, cost less
/// bound; and of the footprints that were tried in the run, those that cost no more than that above the plan may well be the better.
enum FootprintVerdict: Equatable {
  /// A footprint besides the run's own, with the least it is known to cost there.
  struct Rival: Equatable {
    let facilities: Set<String>
    let cost: Double
  }

  /// Nothing but rounding is left to prove: no plan is cheaper.
  case proved
  /// Every other footprint tried costs more than the plan by more than its gap.
  case ahead
  /// Others are within the gap, the nearest first.
  case tooClose([Rival])
  /// No other footprint was tried, or the plan has no bound.
  case untested

  /// Gaps below it come of rounding alone.
  static let gapOfRounding = 1e-6

  /// - Parameters:
  ///   - plan: the run's plan.
  ///   - rivals: other footprints with their least costs; `nil` where designs of other runs were not tried.
  init(_ plan: StoredPlanRow, rivals: [Rival]?) {
    guard let bound = plan.bound else {
      self = .untested
      return
    }
    let unproved = plan.cost - bound
    if unproved <= Self.gapOfRounding * abs(plan.cost) {
      self = .proved
    } else if let rivals {
      let near = rivals.filter { $0.cost - plan.cost <= unproved }.sorted { $0.cost < $1.cost }
      self = near.isEmpty ? .ahead : .tooClose(near)
    } else {
      self = .untested
    }
  }

  /// Whether the footprint stands out from all others.
  var isClear: Bool {
    switch self {
    case .proved, .ahead: true
    case .tooClose, .untested: false
    }
  }

  /// The word for it in tables for other programs.
  var name: String {
    switch self {
    case .proved: "proved"
    case .ahead: "ahead"
    case .tooClose: "too close"
    case .untested: "untested"
    }
  }

  /// The nearest of the footprints within the gap.
  var nearest: Rival? {
    if case .tooClose(let rivals) = self { rivals.first } else { nil }
  }
}
