import FigureDrawing
import Wording

extension CostWords {
  /// What the second costs against the first, after its name.
  static func sentence(_ difference: CostDifference, _ money: MoneyFormat, than first: String)
    -> String
  {
    if difference.verdict == .equal { return "costs as much as \(first)" }
    let share = difference.share.map { " (\(NumberFormat.percent(abs($0), places: 2)))" } ?? ""
    let amount = money(abs(difference.cost))
    let head =
      difference.cost > 0
      ? "costs \(amount)\(share) more than \(first)"
      : "costs \(amount)\(share) less than \(first)"
    return switch difference.verdict {
    case .dearer, .cheaper: "\(head); the difference is proved"
    case .withinGaps: "\(head), less than the solves leave unproven: the two may cost the same"
    case .equal, .unknown: head
    }
  }

  /// Between what the difference of the least costs is proved to lie.
  static func range(_ difference: CostDifference, _ money: MoneyFormat) -> String {
    guard let least = difference.least, let most = difference.most else { return "" }
    let (from, to) = (
      money.signed(least, digits: 5, rounding: .down), money.signed(most, digits: 5, rounding: .up)
    )
    return "between \(from) and \(to)"
  }

  /// What is proved of the least costs, as a sentence.
  static func proof(
    _ difference: CostDifference, _ money: MoneyFormat, of second: String, than first: String
  ) -> String {
    guard let least = difference.least, let most = difference.most else {
      return
        "One of the plans has no proven bound, so nothing is proved of the difference."
    }
    let range = range(difference, money)
    return switch difference.verdict {
    case .dearer:
      """
      Even solved to the optimum, \(second) would cost at least \(money(least, digits: 5, rounding: .down)) more than \(first) \
      (\(range)).
      """
    case .cheaper:
      """
      Even solved to the optimum, \(second) would cost at least \(money(-most, digits: 5, rounding: .down)) less than \(first) \
      (\(range)).
      """
    case .equal, .withinGaps, .unknown:
      "Solved to the optimum, the two may cost the same: their difference lies \(range), within the gaps of the solves."
    }
  }
}

extension NumberFormat {
  /// A share with its sign: `+1.2 %`.
  static func signedPercent(_ share: Double, places: Int) -> String {
    let text = percent(share, places: places)
    return share > 0 ? "+" + text : text
  }

  /// A difference of two shares, in points of a hundredth: `+1.2 points`.
  static func points(_ difference: Double) -> String {
    let sign = difference > 0 ? "+" : ""
    return "\(sign + decimal(difference * 100, places: 2))\u{A0}points"
  }
}
