import FigureDrawing
import RunStore
import Wording

/// The words of comparisons, with what they mean.
enum Definitions {
  static var cost: Definition {
    Definition(
      name: "Cost",
      text: "total cost over the horizon, discounted; of a frontier that of its cheapest point"
    )
  }
  static var bound: Definition {
    Definition(
      name: "Bound",
      text:
        "what is proved: no plan of the same question costs less; the gap is (cost − bound) / cost"
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
        the least cost of each of two questions lies between bound and cost of its plan; where these intervals overlap it is \
        not proved that the two differ, and where they do not, it is proved by how much at least
        """
    )
  }
  static var footprint: Definition {
    Definition(
      name: "Footprint",
      text: """
        the set of facilities that are open in the last period; equal sets have the same letter, and A is the most frequent one
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
    Definition(name: "-", text: "the dataset as its files are, without a variant")
  }
  static var stopped: Definition {
    Definition(
      name: "*",
      text: "the solve was stopped by its limit: the bound holds, a better plan may exist"
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
