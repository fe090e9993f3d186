import FigureDrawing
import Findings
import FrontierSearch
import Premium
import SupplyData
import SupplyPlan
import Wording

/// What the report says in words: every sentence is computed, and left out where it would not be true.
struct Summary {
  let index: ReportIndex
  let input: ReportInput
  let band: FrontierBand?

  private var money: MoneyFormat { index.money }

  /// How risk is measured: by the frontier, else by the plan, else by the findings, else by the dataset.
  var measure: MeasureWords {
    if let frontier = input.frontier {
      return MeasureWords(measure: frontier.measure, level: frontier.level)
    }
    if let risk = input.plans.first?.risk ?? input.baseline?.risk {
      return MeasureWords(measure: risk.measure, level: risk.level)
    }
    if let premium = input.premium {
      return MeasureWords(measure: premium.measure, level: premium.level)
    }
    let measure = index.dataset.settings.risk
    return MeasureWords(measure: measure.name, level: measure.level)
  }

  /// The question the report answers.
  var question: String {
    if input.frontier != nil {
      return "What does more resilience cost, and what has to change to have it?"
    }
    guard let plan = input.plans.first else {
      return "What did the analyses of this network find?"
    }
    if plan.broken != nil {
      return "What does the network of today cost, and what does it risk?"
    }
    if plan.solve.objective == "risk" { return "How resilient can the network be made?" }
    if let cap = plan.solve.maxRisk {
      return """
        What is the cheapest network that puts no more than \(NumberFormat.percent(cap)) of sales at risk?
        """
    }
    return "What is the cheapest network, and what does it risk?"
  }

  /// The finding, in one sentence.
  var finding: String {
    if let frontier = input.frontier { return FrontierWords.finding(frontier) }
    guard let plan = input.plans.first, let cost = plan.cost,
      let risk = plan.risk.salesAtRisk
    else { return noPlan(input.plans.first) }
    let name = plan.broken == nil ? "The plan" : "The current network"
    return
      "\(name) costs \(money(cost)) and puts \(NumberFormat.percent(risk)) of a year’s sales at risk"
  }

  /// What the frontier starts from: the network of today and the cheapest plan.
  var starts: [String] { [current, cheapest].compactMap(\.self) }

  /// What was proved of the whole frontier, and what was not.
  var certificate: [String] { [wholeBand, eachPlan].compactMap(\.self) + unproved }

  private var eachPlan: String? {
    guard input.frontier != nil, !input.plans.isEmpty else { return nil }
    return """
      Every plan was recomputed from the tables by a checker that shares no code with the optimiser: each balance, each \
      cost line, and its sales at risk.
      """
  }

  private var horizon: String {
    """
    over \(NumberFormat.count(index.years, "year", "years")), discounted at \
    \(NumberFormat.given(index.dataset.settings.discountRate)) a year
    """
  }

  private var current: String? {
    guard let baseline = input.baseline else { return nil }
    guard let cost = baseline.cost, let risk = baseline.risk.salesAtRisk else {
      return "For the current network no plan was found, so nothing is compared with it."
    }
    let broken = Set((baseline.broken ?? []).map { $0.constraint ?? $0.facility ?? "" }).count
    let breaks =
      broken > 0
      ? " "
        + """
        It breaks \(NumberFormat.count(broken, "decision or constraint", "decisions or constraints", inWords: true)) \
        of the dataset, which every plan keeps.
        """ : ""
    return """
      The current network costs \(money(cost)) \(horizon), and stands to lose \(loss(risk)) \
      \(measure.when).\(breaks)
      """
  }

  private var cheapest: String? {
    guard let first = input.frontier?.points.first else { return nil }
    var comparison = ""
    if let cost = input.baseline?.cost {
      comparison =
        difference(first.cost - cost, scale: cost, than: "the current network") + ","
    }
    let span = input.baseline?.cost == nil ? " \(horizon)," : ""
    return """
      The cheapest plan costs \(money(first.cost))\(comparison.isEmpty ? span : comparison) and leaves \
      \(loss(first.salesAtRisk)) at risk.
      """
  }

  private var wholeBand: String? {
    guard let frontier = input.frontier, frontier.points.count > 1 else { return nil }
    let stopped =
      frontier.termination == .stopped
      ? " The search ended early\(reason(frontier.stopReason)); the band holds all the same."
      : ""
    return """
      No plan lies below the shaded band of the frontier’s figure, and the true frontier lies in it. The band’s area \
      is \(NumberFormat.percent(frontier.uncertainty, places: 2, rounding: .up)) of that of the box between the \
      two ends; \(NumberFormat.given(frontier.tolerance)) was asked.\(stopped)
      """
  }

  private var unproved: [String] {
    (input.frontier?.unproved ?? []).map {
      """
      The search for a plan with at most \(NumberFormat.percent($0.cap)) of sales at risk came to nothing \
      (\($0.reason)); around there the band is wider than it need be.
      """
    }
  }

  /// The text of a share of sales, where it may be none.
  private func loss(_ share: Double) -> String {
    share > 0
      ? "\(NumberFormat.percent(share)) of a year’s sales" : "none of a year’s sales"
  }

  /// `, $3.10 m (2.1 %) more than …`; says so where the two are equal.
  func difference(_ amount: Double, scale: Double, than what: String) -> String {
    guard abs(amount) > 1e-6 * max(abs(scale), 1e-9) else { return ", as much as \(what)" }
    let share = scale > 0 ? " (\(NumberFormat.percent(abs(amount) / scale)))" : ""
    return amount > 0
      ? ", \(money(amount))\(share) more than \(what)"
      : ", \(money(-amount))\(share) less than \(what)"
  }

  /// A reason in brackets.
  func reason(_ text: String?) -> String { text.map { " (\($0))" } ?? "" }

  /// Why there is no plan.
  func noPlan(_ plan: Plan?) -> String {
    guard let plan else { return "No plan was found" }
    let cap = plan.solve.maxRisk.map { NumberFormat.percent($0) }
    if plan.termination == .infeasible {
      return cap.map {
        "It is proven that no plan exists that puts no more than \($0) of sales at risk"
      } ?? "It is proven that no plan exists under these constraints"
    }
    let reason = reason(plan.stopReason)
    return cap.map {
      """
      No plan was found that puts no more than \($0) of sales at risk\(reason); whether one exists was not decided
      """
    } ?? "No plan was found\(reason); whether one exists was not decided"
  }
}
