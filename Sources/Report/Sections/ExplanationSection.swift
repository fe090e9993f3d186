import Explanation
import FigureDrawing
import Findings
import SupplyData
import TextFiles
import Wording

/// The section on why a plan is as it is: what each site is worth, and what a unit costs on arrival.
struct ExplanationSection {
  let index: ReportIndex
  let record: ExplanationRecord

  var section: Section? {
    var figures: [Figure] = []
    if record.facilities.contains(where: { $0.isImpossible || $0.atLeast != nil }) {
      figures.append(OppositeFigure(index: index, record: record).figure())
    }
    if let landed = LandedCostFigure(index: index, record: record).figure() {
      figures.append(landed)
    }
    guard !figures.isEmpty else { return nil }
    return Section(
      id: "explain", title: title, sentences: sentences, figures: figures)
  }

  /// The site that is dearest to turn the other way, of those that can be.
  private var dearest: ExplanationRecord.Facility? {
    record.facilities.filter { !$0.isImpossible && $0.periodsOpen > 0 }
      .max { ($0.atLeast ?? -.infinity) < ($1.atLeast ?? -.infinity) }
  }

  private var title: String {
    if let dearest, let least = dearest.atLeast, least > 0 {
      return
        "Doing without \(dearest.name) would cost at least \(index.money(least, rounding: .down)) more"
    }
    if let first = LandedCostFigure(index: index, record: record).greatestDuty {
      return "Duty is \(NumberFormat.percent(first.share)) of the landed cost of \(first.product)"
    }
    return "The landed cost of the plan’s goods"
  }

  private var sentences: [String] {
    var sentences: [String] = []
    if let dearest, let most = dearest.atMost {
      let cost = index.money(most, rounding: .up)
      var opens = dearest.opens.map(index.name(ofNode:))
      if opens.count > 4 { opens[4...] = ["\(opens.count - 4) more"] }
      let comma = opens.prefix(4).joined(separator: ", ")
      let sites = opens.count > 4 ? "\(comma) and \(opens[4])" : comma
      sentences.append(
        opens.isEmpty
          ? "The best plan found without it costs \(cost) more."
          : "The best plan found without it costs \(cost) more and opens \(sites) instead.")
    }
    for policy in record.policies where policy.isBinding {
      guard let most = policy.atMost, let least = policy.atLeast else { continue }
      sentences.append(
        """
        The policy “\(policy.constraint)” costs between \(index.money(least, rounding: .down)) and \
        \(index.money(most, rounding: .up)) over the horizon.
        """)
    }
    let idle = record.policies.filter { !$0.isBinding }.count
    if idle > 0 {
      sentences.append(
        NumberFormat.count(idle, "policy costs nothing.", "policies cost nothing.").capitalizedFirst
      )
    }
    return Array(sentences.prefix(4))
  }
}
