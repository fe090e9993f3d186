import FigureDrawing
import RunStore
import Wording

/// The words of comparisons, with what they mean.
enum Definitions {
  static var cost: Definition {
    Definition(
      name: "Cost",
      text: """
        total cost over the horizon, discounted: money spent, and the value of sales not made; of a frontier, the cost of its cheapest \
        point
        """
    )
  }
  static var bound: Definition {
    Definition(
      name: "Bound",
      text:
        "what no plan can cost less than (proved); the gap is (cost − bound) / cost"
    )
  }
  static var resilience: Definition {
    Definition(
      name: "Resilience",
      text: "1 less the sales at risk: the share of a year’s sales that is kept"
    )
  }
  static var gaps: Definition {
    Definition(
      name: "Within the gaps",
      text: """
        each least cost lies between the bound and the cost of its plan. Where these ranges overlap, the two may be equal; where \
        they do not, the difference is proved
        """
    )
  }
  static var footprint: Definition {
    Definition(
      name: "Footprint",
      text: """
        the facilities that are open in the last period; each different set has a letter, and A is the most frequent
        """
    )
  }
  static var tooClose: Definition {
    Definition(
      name: "~",
      text: """
        too close to call: another footprint was tried in this run and costs no more than the plan’s own gap above it, so either may \
        be the better. Without the sign a footprint is clearly the best: the others tried are dearer by more than the gap, and none \
        at all costs less than the bound
        """
    )
  }
  static var mix: Definition {
    Definition(
      name: "Mix",
      text: """
        the share of what is delivered in normal times that is made in the customer’s country (domestic), in its region \
        (nearshore), with a partner (friendshore) or elsewhere (offshore), by customs value
        """
    )
  }
  static var dataset: Definition {
    Definition(name: "-", text: "the unchanged dataset, without a variant")
  }
  static var stopped: Definition {
    Definition(
      name: "*",
      text: "the solve was stopped by its limit; the bound holds, but a better plan may exist"
    )
  }

  /// What sales at risk are, for each measure among the runs.
  static func risk(of runs: [RunFacts]) -> [Definition] {
    var texts: [String] = []
    for run in runs.map(\.run) {
      guard let measure = run.measure else { continue }
      let text = MeasureWords(measure: measure, level: run.level).definition
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.isEmpty
      ? [] : [Definition(name: "Sales at risk", text: texts.joined(separator: "; or "))]
  }
}
