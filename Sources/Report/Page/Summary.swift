import FigureDrawing
import Findings
import FrontierSearch
import Premium
import SupplyData
import SupplyPlan
import TextFiles
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
      return "What does more resilience cost, and what has to change to get it?"
    }
    guard let plan = input.plans.first else {
      return "What did the analyses of this network find?"
    }
    if plan.broken != nil {
      return "What does today’s network cost, and what does it risk?"
    }
    if plan.solve.objective == "risk" { return "How resilient can the network be made?" }
    if let cap = plan.solve.maxRisk {
      return """
        What is the cheapest network that puts no more than \(NumberFormat.percent(cap)) of sales at risk?
        """
    }
    return "What is the cheapest network, and what does it risk?"
  }

  /// The position of the knee of the frontier, where the bounds support it.
  var provenKnee: Int? {
    input.frontier.flatMap { frontier in band?.provenKnee(of: frontier) }
  }

  /// The finding where no plan is recommended.
  var finding: String {
    if let frontier = input.frontier { return FrontierWords.finding(frontier) }
    guard let plan = input.plans.first, plan.cost != nil else { return noPlan(input.plans.first) }
    return "A plan was found"
  }

  /// The finding about a plan that is compared with nothing.
  func finding(of context: PlanContext) -> String {
    guard let cost = context.plan.cost, let risk = context.plan.risk.salesAtRisk else {
      return noPlan(context.plan)
    }
    let name: String
    if context.number != nil {
      name = "\(context.name), the cheapest plan,"
    } else {
      name = context.plan.broken == nil ? "The plan" : context.subject
    }
    return
      "\(name) costs \(money(cost)) and puts \(NumberFormat.percent(risk)) of a year’s sales at risk"
  }

  /// What the figure of the frontier is read beside: today's network, unchanged and expanded, and the cheapest plan.
  var starts: [String] { [current, expanded, cheapest].compactMap(\.self) }

  /// What was proved of the whole frontier, and what was not.
  var certificate: [String] { [wholeBand, eachPlan].compactMap(\.self) + unproved }

  private var eachPlan: String? {
    guard input.frontier != nil, !input.plans.isEmpty else { return nil }
    return """
      Every plan was recomputed from the dataset by a checker that shares no code with the optimiser: each balance, each \
      cost line and its sales at risk.
      """
  }

  private var current: String? {
    guard let baseline = input.baseline else { return nil }
    guard let text = reference(ComparatorWords.than(.current).capitalizedFirst, baseline) else {
      return
        "Today’s network as it is has no plan under this question, so nothing is compared with it."
    }
    return text + broken(baseline)
  }

  private var expanded: String? {
    guard let expanded = input.expanded,
      let text = reference(ComparatorWords.than(.expanded).capitalizedFirst, expanded)
    else { return nil }
    return text + " No site opens or closes." + broken(expanded)
  }

  private var cheapest: String? {
    guard let first = input.plans.first, input.frontier?.points.first != nil else { return nil }
    return reference("The cheapest plan, Plan\u{A0}1,", first)
  }

  /// `Today’s network as it is costs $69.4 bn ($43.5 bn spent, $26.0 bn of sales not made) and puts 35.0 % … at risk.`
  private func reference(_ name: String, _ plan: Plan) -> String? {
    guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else { return nil }
    return """
      \(name) costs \(money(cost)) (\(money(plan.costs.spend)) spent, \(money(plan.costs.salesNotMade)) of sales not made) and \
      puts \(loss(risk)) at risk.
      """
  }

  /// How much of the dataset's policies and decisions a network of today breaks.
  private func broken(_ plan: Plan) -> String {
    let broken = Set((plan.broken ?? []).map { $0.constraint ?? $0.facility ?? "" }).count
    guard broken > 0 else { return "" }
    return """
       It breaks \(NumberFormat.count(broken, "decision or policy", "decisions or policies", inWords: true)) \
      of the dataset, which every plan keeps.
      """
  }

  private var wholeBand: String? {
    guard let frontier = input.frontier, frontier.points.count > 1 else { return nil }
    let stopped =
      frontier.termination == .stopped
      ? " The search ended early\(reason(frontier.stopReason)); the band still holds."
      : ""
    return """
      The true frontier lies inside the shaded band of the frontier’s figure: no plan can lie below it. \
      \(NumberFormat.percent(frontier.uncertainty, places: 2, rounding: .up)) of the range between the cheapest and the safest \
      plan is still unproven, measured as the band’s area over that of the rectangle between the two; \
      \(NumberFormat.given(frontier.tolerance)) was asked for.\(stopped)
      """
  }

  private var unproved: [String] {
    (input.frontier?.unproved ?? []).map {
      """
      The search for a plan with at most \(NumberFormat.percent($0.cap)) of sales at risk found none \
      (\($0.reason)), so the band is wider there than it need be.
      """
    }
  }

  /// The text of a share of sales, where it may be none.
  private func loss(_ share: Double) -> String {
    share > 0
      ? "\(NumberFormat.percent(share)) of a year’s sales" : "none of a year’s sales"
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
      No plan was found that puts no more than \($0) of sales at risk\(reason); whether one exists is open
      """
    } ?? "No plan was found\(reason); whether one exists is open"
  }
}
