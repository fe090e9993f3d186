import SupplyData

/// A risk measure in plain words.
struct MeasureWords {
  let measure: String
  let level: Double?

  /// What sales at risk are: an apposition.
  var definition: String {
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
  var when: String {
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
