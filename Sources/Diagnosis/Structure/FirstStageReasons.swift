import Findings
import SupplyData
import SupplyPlan
import TextFiles

/// Counts and budgets that decisions about facilities contradict. Read off the tables.
struct FirstStageReasons {
  let dataset: Dataset
  let words: RuleWords

  var reasons: [DiagnosisRecord.Reason] {
    let membership = Membership(dataset)
    return dataset.constraints.indices.compactMap { place in
      switch dataset.constraints[place].kind {
      case .openFacilities(let selector): count(place, matching(selector, membership))
      case .investment(let selector): budget(place, matching(selector, membership), membership)
      case .share, .emissions, .survive, .production, .flow, .minimumIfOpen, .sources, .requires,
        .within:
        nil
      }
    }
  }

  private func matching(_ selector: Selector, _ membership: Membership) -> [Int] {
    dataset.facilities.indices.filter {
      membership.matches(selector, node: dataset.facilities[$0].id)
    }
  }

  private func count(_ place: Int, _ facilities: [Int]) -> DiagnosisRecord.Reason? {
    let constraint = dataset.constraints[place]
    func decided(_ decision: FacilityDecision) -> [Int] {
      facilities.filter { dataset.facilities[$0].decision == decision }
    }
    let asked = NumberText.text(constraint.value)
    switch constraint.sense {
    case .atLeast:
      let closed = decided(.closed)
      let most = facilities.count - closed.count
      guard Double(most) < constraint.value else { return nil }
      return reason(
        "too-few-facilities",
        "'\(constraint.id)' asks for \(asked) open facilities; \(most) can be open, of "
          + "\(facilities.count) that match", place, closed)
    case .atMost:
      let open = decided(.open)
      guard Double(open.count) > constraint.value else { return nil }
      return reason(
        "too-many-open",
        "'\(constraint.id)' allows \(asked) open facilities; \(open.count) that match are decided to be "
          + "open", place, open)
    }
  }

  /// A candidate that is decided to be open opens at the start of the first period, with the most that incentives may grant.
  private func budget(
    _ place: Int, _ facilities: [Int], _ membership: Membership
  ) -> DiagnosisRecord.Reason? {
    let constraint = dataset.constraints[place]
    let first = dataset.settings.periods.first?.id
    guard constraint.period == nil || constraint.period == first else { return nil }
    let forced = facilities.filter {
      dataset.facilities[$0].decision == .open && dataset.facilities[$0].status == .candidate
    }
    let spent = forced.reduce(0.0) { sum, facility in
      let granted = dataset.incentives.filter {
        membership.matches($0.facility, node: dataset.facilities[facility].id)
      }.reduce(0) { $0 + $1.share }
      return sum + dataset.facilities[facility].openingCost * max(0, 1 - granted)
    }
    guard spent > constraint.value * (1 + SupplyReasons.margin) else { return nil }
    return reason(
      "budget-below-decisions",
      "'\(constraint.id)' allows \(NumberText.text(constraint.value)) \(dataset.settings.currency); "
        + "facilities that are decided to be open cost at least \(NumberText.text(spent))",
      place, forced)
  }

  private func reason(_ kind: String, _ text: String, _ place: Int, _ facilities: [Int])
    -> DiagnosisRecord.Reason
  {
    DiagnosisRecord.Reason(
      kind: kind, text: text,
      rows: [words.row(.constraint(place))] + facilities.map { words.row(.decision($0)) },
      isDecisive: true)
  }
}
