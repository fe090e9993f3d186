/// A risk measure in plain words.
package struct MeasureWords {
  package let measure: String
  package let level: Double?

  package init(measure: String, level: Double?) {
    self.measure = measure
    self.level = level
  }

  /// What sales at risk are: an apposition.
  package var definition: String {
    switch measure {
    case "expected": "the share of a year’s sales lost to disruptions on average"
    case "worst": "the share of a year’s sales lost in the worst scenario"
    default:
      level == 0
        ? "the share of a year’s sales lost to disruptions on average"
        : """
        the share of a year’s sales lost to disruptions, on average over the worst \
        \(NumberFormat.given(1 - (level ?? 0))) of years
        """
    }
  }

  /// A sentence's end that says when a share is lost.
  package var when: String {
    switch measure {
    case "expected": "in an average year"
    case "worst": "in the worst scenario"
    default:
      level == 0
        ? "in an average year"
        : "on average over the worst \(NumberFormat.given(1 - (level ?? 0))) of years"
    }
  }
}
