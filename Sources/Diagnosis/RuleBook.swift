import NetworkDesign
import SupplyData

/// The rules of a question that can rule out a plan, and the question with any of them left out or moved.
struct RuleBook: Sendable {
  /// What differs from the user's tables, besides rules that are left out.
  struct Changes: Sendable, Equatable {
    /// Other values, by rule; a decision has none.
    var values: [Rule: Double] = [:]
    /// The only period in which a constraint holds, by the constraint's place.
    var periods: [Int: Int] = [:]
  }

  let dataset: Dataset
  let question: DesignQuestion
  /// The rules, in the order of the tables.
  let rules: [Rule]

  init(dataset: Dataset, question: DesignQuestion) {
    self.dataset = dataset
    self.question = question
    var rules: [Rule] = []
    if question.firstStage.bindsPolicies {
      rules += dataset.constraints.indices.filter {
        Self.canConflict(dataset.constraints[$0], question)
      }.map(Rule.constraint)
      rules += dataset.facilities.indices.filter { dataset.facilities[$0].decision != .consider }
        .map(Rule.decision)
    }
    if question.maxRisk != nil { rules.append(.riskCap) }
    if question.maxUnmet != nil { rules.append(.unmetCap) }
    self.rules = rules
  }

  /// Shares and emissions bind the normal state alone, and no flow at all keeps to them, so they are in no conflict unless
  /// something has to be delivered there.
  private static func canConflict(_ constraint: PolicyConstraint, _ question: DesignQuestion)
    -> Bool
  {
    switch constraint.kind {
    case .share, .emissions: question.maxUnmet != nil
    case .production, .flow, .sources, .within: true
    case .openFacilities, .investment, .survive, .minimumIfOpen, .requires: true
    }
  }

  /// The question with only some of the rules.
  ///
  /// - Parameters:
  ///   - kept: the rules that stay.
  ///   - changes: what else is different; a rule with a value stays with that value.
  func posed(keeping kept: Set<Rule>, _ changes: Changes = Changes()) -> PosedQuestion {
    var posed = PosedQuestion(dataset: dataset, question: question)
    let known = Set(rules)
    func isKept(_ rule: Rule) -> Bool {
      kept.contains(rule) || changes.values[rule] != nil || !known.contains(rule)
    }
    posed.dataset.constraints = dataset.constraints.enumerated().compactMap { place, row in
      let rule = Rule.constraint(place)
      guard isKept(rule) else { return nil }
      var row = row
      row.value = changes.values[rule] ?? row.value
      if let period = changes.periods[place] { row.period = dataset.settings.periods[period].id }
      return row
    }
    for place in dataset.facilities.indices where !isKept(.decision(place)) {
      posed.dataset.facilities[place].decision = .consider
    }
    posed.question.maxRisk = isKept(.riskCap) ? changes.values[.riskCap] ?? question.maxRisk : nil
    posed.question.maxUnmet =
      isKept(.unmetCap) ? changes.values[.unmetCap] ?? question.maxUnmet : nil
    return posed
  }

  /// A rule as one that may be exceeded; `nil` where how far it is exceeded is no linear function.
  func elastic(_ rule: Rule) -> ElasticRule? {
    switch rule {
    case .constraint(let place):
      if case .share = dataset.constraints[place].kind { return nil }
      return .constraint(dataset.constraints[place].id)
    case .unmetCap: return .maxUnmet
    // The least cap is the least risk itself.
    case .riskCap, .decision: return nil
    }
  }

  /// What a rule says now; `nil` for a decision.
  func value(of rule: Rule) -> Double? {
    switch rule {
    case .constraint(let place): dataset.constraints[place].value
    case .decision: nil
    case .riskCap: question.maxRisk
    case .unmetCap: question.maxUnmet
    }
  }
}
