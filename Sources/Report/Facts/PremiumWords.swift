import FigureDrawing
import Findings
import Premium
import Wording

/// What a premium says, in sentences that hold.
struct PremiumWords {
  let index: ReportIndex
  let record: PremiumRecord

  private var money: MoneyFormat { index.money }
  private var last: Int { record.points.count }

  /// The headline: what the first points cost, and how much dearer the last ones are.
  var title: String {
    guard let all = record.price(from: 1, to: last) else {
      return "What a point of resilience costs"
    }
    guard let knee = record.knee, let before = record.price(from: 1, to: knee),
      let beyond = record.price(from: knee, to: last), beyond.perYear > 1.05 * before.perYear,
      before.perYear > 0
    else {
      return "A point of resilience costs \(Self.amount(all.perYear, money)) a year on average"
    }
    let (first, rest) = (gained(1, knee), gained(knee, last))
    let price = Self.amount(before.perYear, money)
    let times = Self.times(beyond.perYear / before.perYear)
    let head =
      Self.isOne(first)
      ? "The first point of resilience costs \(price) a year"
      : "The first \(Self.points(first)) of resilience cost \(price) a year each on average"
    return Self.isOne(rest)
      ? "\(head); the last point costs \(times) as much"
      : "\(head); the last \(Self.points(rest)) cost \(times) as much"
  }

  /// One to four sentences.
  var sentences: [String] { [whole, steepest, proven, pays].compactMap { $0 } }

  private var whole: String? {
    guard let first = record.points.first, let end = record.points.last, record.annuityFactor > 0
    else { return nil }
    let more = end.cost - first.cost
    return """
      From plan\u{A0}1 to plan\u{A0}\(last), resilience rises from \
      \(NumberFormat.percent(1 - first.salesAtRisk)) to \(NumberFormat.percent(1 - end.salesAtRisk)) and total cost by \
      \(money(more)), the equivalent of \(Self.amount(more / record.annuityFactor, money)) in each of \
      \(NumberFormat.count(record.years, "year", "years")).
      """
  }

  private var steepest: String? {
    let priced = record.pricedSteps
    guard priced.count > 1,
      let step = priced.max(by: { ($0.price?.perYear ?? 0) < ($1.price?.perYear ?? 0) }),
      let price = step.price
    else { return nil }
    return """
      The dearest step, to plan\u{A0}\(step.to), gains \(Self.points(step.points)) at \
      \(Self.amount(price.perYear, money)) a year per point.
      """
  }

  /// What is proven of the mean price, where that leaves more than a twentieth of it open.
  private var proven: String? {
    guard let first = record.points.first, let end = record.points.last, record.annuityFactor > 0,
      let price = record.price(from: 1, to: last)?.perYear, let start = first.bound,
      let bound = end.bound
    else { return nil }
    let unit = gained(1, last) * record.annuityFactor
    let (least, most) = (max(0, bound - first.cost) / unit, (end.cost - start) / unit)
    guard most - least > 0.05 * price else { return nil }
    return """
      On the true frontier a point costs \(money(least, digits: 2, rounding: .down)) to \
      \(money(most, digits: 2, rounding: .up)) a year on average, by what is proven.
      """
  }

  /// How many steps an event alone could pay for, with the one that matters most: the step to the knee, else the first.
  private var pays: String? {
    let asked = record.steps.filter { !$0.breakEvens.isEmpty }
    guard !asked.isEmpty else { return nil }
    let paying = asked.filter { $0.easiestBreakEven != nil }
    guard let example = paying.first(where: { $0.to == record.knee }) ?? paying.first,
      let item = example.easiestBreakEven
    else {
      return asked.count == 1
        ? "The step pays for itself at no probability of any single event."
        : "No step pays for itself at any probability of a single event."
    }
    let left = asked.count - paying.count
    let count: String
    if left == 0 {
      count = "Each of the \(asked.count) steps pays for itself if one event is likely enough."
    } else {
      let some = plural(
        paying.count,
        one:
          "\(paying.count) of the \(asked.count) steps pays for itself if one event is likely enough",
        many:
          "\(paying.count) of the \(asked.count) steps pay for themselves if one event is likely enough"
      )
      count = plural(
        left, one: "\(some); the other does not, however likely.",
        many: "\(some); the others do not, however likely.")
    }
    let step =
      example.to == record.knee
      ? "The step to plan\u{A0}\(example.to), the knee, pays for itself"
      : "The step to plan\u{A0}\(example.to) pays for itself"
    let least = """
      \(step) if “\(index.name(ofScenario: item.scenario))” has a probability of at least \
      \(Self.chance(item.threshold.value ?? 0)) a year; \(NumberFormat.given(item.probability)) is assumed.
      """
    return asked.count == 1 ? least : count + " " + least
  }

  private func gained(_ from: Int, _ to: Int) -> Double {
    (record.points[from - 1].salesAtRisk - record.points[to - 1].salesAtRisk) * 100
  }

  /// Money to two digits: prices are differences of plans that are optimal within a gap.
  static func amount(_ amount: Double, _ money: MoneyFormat) -> String { money(amount, digits: 2) }

  /// A number of points with its word.
  static func points(_ points: Double) -> String {
    // Half a point is plural in English: only what reads as 1 takes the singular.
    plural(
      isOne(points) ? 1 : max(2, Int(points.rounded())), one: "\(number(points))\u{A0}point",
      many: "\(number(points))\u{A0}points")
  }

  /// A factor in words.
  static func times(_ factor: Double) -> String {
    "\(factor >= 10 ? NumberFormat.compact(factor, digits: 2) : number(factor)) times"
  }

  /// A probability, to whole per cent from a tenth on.
  static func chance(_ probability: Double) -> String {
    NumberFormat.percent(probability, places: probability >= 0.1 ? 0 : 1)
  }

  private static func isOne(_ points: Double) -> Bool { number(points) == "1" }

  /// Two digits, no needless zero.
  private static func number(_ value: Double) -> String {
    if value >= 9.95 { return NumberFormat.decimal(value, places: 0) }
    let text = NumberFormat.shortest(value, most: value >= 0.95 ? 1 : 2)
    return text == "0" ? NumberFormat.compact(value, digits: 1) : text
  }
}
