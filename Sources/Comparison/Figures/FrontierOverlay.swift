import FigureDrawing
import Findings
import RunStore
import SupplyPlan
import Wording

/// The frontiers of several variants in one figure, each with what is attained and what is proved.
struct FrontierOverlay {
  /// A frontier as it is drawn, in rising resilience.
  struct Curve {
    let name: String
    let points: [(resilience: Double, cost: Double)]
    /// The proven bounds: no plan of this resilience or more costs less.
    let bounds: [(resilience: Double, cost: Double)]
  }

  /// A single plan as it is drawn.
  struct Mark {
    let name: String
    let resilience: Double
    let cost: Double
  }

  /// The most frontiers drawn: colours beyond these are not told apart.
  static let most = Palette.series.count

  let runs: [RunFacts]
  let money: MoneyFormat
  /// Single plans, which are marked beside the curves.
  var plans: [RunFacts] = []

  /// The marks of single plans, as many as there are colours left.
  private var marks: [Mark] {
    plans.prefix(max(0, Self.most - curves.count)).compactMap { facts in
      facts.plan.map { Mark(name: facts.label, resilience: 1 - $0.salesAtRisk, cost: $0.cost) }
    }
  }

  private var frontiers: [RunFacts] { runs.filter { !$0.points.isEmpty } }

  /// The frontiers that are drawn.
  var curves: [Curve] {
    let names = Set(frontiers.map(\.name)).count == frontiers.count
    return frontiers.prefix(Self.most).map { facts in
      Curve(
        name: names ? facts.label : "\(facts.label) (run \(facts.run.id))",
        points: facts.points.map { (1 - $0.salesAtRisk, $0.cost) },
        bounds: (facts.bounds.map { (1 - $0.cap, $0.bound) }
          + facts.points.compactMap { point in point.bound.map { (1 - point.salesAtRisk, $0) } })
          .sorted { $0.0 < $1.0 })
    }
  }

  /// The figure with its table; `nil` without a frontier.
  func figure() -> Figure? {
    let frontiers = frontiers
    if frontiers.isEmpty { return nil }
    let left =
      frontiers.count > Self.most
      ? " Of \(frontiers.count) frontiers the first \(Self.most) are drawn; the table has all."
      : ""
    return Figure(
      kind: "frontiers",
      title: title(frontiers.count),
      subtitle: """
        Total discounted cost in \(money.name), against resilience. The true frontier lies between the solid line (plans found) \
        and the dashed line (proven limit).\(marks.isEmpty ? "" : " A diamond is a single plan.")\(left)
        """,
      wide: FrontierOverlayDrawing(curves: curves, marks: marks, money: money, size: .wide)
        .drawing(),
      narrow: FrontierOverlayDrawing(curves: curves, marks: marks, money: money, size: .narrow)
        .drawing(),
      table: table,
      note: frontiers.count == 1
        ? ""
        : "Where the dashed line of one frontier lies above the solid line of another, it is proved to be dearer."
    )
  }

  private func title(_ count: Int) -> String {
    let frontiers =
      count == 1 ? "The frontier" : "\(count) frontiers of cost against resilience"
    return switch plans.count {
    case 0: frontiers
    case 1: "\(frontiers), and one plan beside it"
    default: "\(frontiers), and \(plans.count) plans beside it"
    }
  }

  private var table: Table {
    Table(
      [
        .text("Variant"), .whole("Point"), .money("Cost", money, digits: 5),
        .money("Bound", money, digits: 5, rounding: .down),
        .share("Gap", places: 2, rounding: .up), .share("Sales at risk", places: 2),
        .share("Resilience", places: 2),
      ],
      rows: frontiers.flatMap { facts in
        facts.points.enumerated().map { index, point in
          [
            .text(facts.label), .whole(index + 1), .number(point.cost), .init(point.bound),
            .init(point.gap), .number(point.salesAtRisk), .number(1 - point.salesAtRisk),
          ]
        }
      }
        + plans.compactMap { facts in
          facts.plan.map { plan in
            [
              .text(facts.label), .missing, .number(plan.cost), .init(plan.bound),
              .init(plan.gap), .number(plan.salesAtRisk), .number(1 - plan.salesAtRisk),
            ]
          }
        })
  }
}

/// The overlay in one width.
private struct FrontierOverlayDrawing {
  let curves: [FrontierOverlay.Curve]
  let marks: [FrontierOverlay.Mark]
  let money: MoneyFormat
  let size: FigureWidth

  func drawing() -> Drawing {
    let legend = Legend(
      items: curves.enumerated().map { index, curve in
        Legend.Item(label: "\(index + 1) \(curve.name)", width: 20) { drawing, x, y in
          drawing.rectangle(
            Frame(x: x, y: y - 2, width: 20, height: 4), fill: Palette.series[index])
        }
      }
        + marks.enumerated().map { index, mark in
          Legend.Item(label: "\(curves.count + index + 1) \(mark.name)", width: 14) {
            drawing, x, y in
            drawing.path(
              Self.diamond(x + 7, y), class: "edged", colour: colour(mark: index), isFilled: true)
          }
        }, size: size == .wide ? 12 : 11)
    let head = legend.height(size.points)
    let left = size == .wide ? 80.0 : 66.0
    let tall = size == .wide ? 380.0 : 290.0
    var drawing = Drawing(
      width: size.points, height: head + tall,
      label: "Frontiers of cost against resilience. The table below has its figures.")
    legend.draw(&drawing, top: 0)
    let plot = Frame(
      x: left, y: head + 30, width: size.points - left - 12 - 10 * Double(min(curves.count, 4)),
      height: tall - 30 - 52)
    let x = LinearScale(
      domain: Self.domain(curves.flatMap { $0.points.map(\.resilience) } + marks.map(\.resilience)),
      start: plot.x,
      end: plot.right)
    let costs =
      curves.flatMap { curve in
        curve.points.map(\.cost) + Self.lower(curve).map(\.cost)
      } + marks.map(\.cost)
    let y = LinearScale(domain: Self.domain(costs), start: plot.bottom, end: plot.y)
    FrontierAxes(plot: plot, x: x, y: y).draw(
      &drawing, money: money, size: size, top: plot.y - 12, drop: 42)
    for (index, curve) in curves.enumerated() {
      draw(&drawing, curve, colour: Palette.series[index], x, y)
    }
    for (index, mark) in marks.enumerated() {
      let place = (x: x(mark.resilience), y: y(mark.cost))
      drawing.group(title: title(mark)) {
        $0.path(
          Self.diamond(place.x, place.y), class: "edged", colour: colour(mark: index),
          isFilled: true)
      }
    }
    number(&drawing, x, y)
    return drawing
  }

  private func colour(mark index: Int) -> StyleRule.Value { Palette.series[curves.count + index] }

  private func title(_ mark: FrontierOverlay.Mark) -> String {
    "\(mark.name): \(money(mark.cost, digits: 4)), resilience \(NumberFormat.percent(mark.resilience))"
  }

  private static func diamond(_ x: Double, _ y: Double) -> String {
    Drawing.polyline([(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)]) + "Z"
  }

  private func draw(
    _ drawing: inout Drawing, _ curve: FrontierOverlay.Curve, colour: StyleRule.Value,
    _ x: LinearScale,
    _ y: LinearScale
  ) {
    let upper = Self.upper(curve)
    let lower = Self.lower(curve)
    let line = { (corners: [(resilience: Double, cost: Double)]) in
      Drawing.polyline(corners.map { (x($0.resilience), y($0.cost)) })
    }
    if !lower.isEmpty {
      drawing.path(
        line(upper + lower.reversed()) + "Z", class: "within", colour: colour, isFilled: true)
      drawing.path(line(lower), class: "lower", colour: colour, isFilled: false)
    }
    drawing.path(line(upper), class: "curve", colour: colour, isFilled: false)
    for point in curve.points {
      drawing.circle(
        x(point.resilience), y(point.cost), radius: 4, fill: colour,
        title:
          "\(curve.name): \(money(point.cost, digits: 4)), resilience \(NumberFormat.percent(point.resilience))"
      )
    }
  }

  /// Puts its number behind the end of each curve and behind each single plan, beside those that end in the same place.
  private func number(_ drawing: inout Drawing, _ x: LinearScale, _ y: LinearScale) {
    var taken: [Frame] = []
    let ends = curves.enumerated().compactMap { index, curve in
      curve.points.last.map { (index, resilience: $0.resilience, cost: $0.cost, gap: 7.0) }
    }
    let plans = marks.enumerated().map {
      (curves.count + $0, resilience: $1.resilience, cost: $1.cost, gap: 10.0)
    }
    for (index, resilience, cost, gap) in ends + plans {
      var label = Frame(x: x(resilience) + gap, y: y(cost) - 7, width: 9, height: 13)
      while taken.contains(where: { $0.overlaps(label) }) { label.x += 10 }
      taken.append(label)
      drawing.text(
        String(index + 1), label.x, label.y + 11, class: "small strong",
        colour: Palette.series[index])
    }
  }

  /// The corners of what is attained: a plan’s cost caps the frontier at its resilience and below.
  private static func upper(_ curve: FrontierOverlay.Curve) -> [(resilience: Double, cost: Double)]
  {
    var corners: [(resilience: Double, cost: Double)] = []
    for point in curve.points {
      if let last = corners.last { corners.append((last.resilience, point.cost)) }
      corners.append(point)
    }
    return corners
  }

  /// The corners of what is proved: a bound holds at its resilience and above.
  private static func lower(_ curve: FrontierOverlay.Curve) -> [(resilience: Double, cost: Double)]
  {
    guard let start = curve.points.first?.resilience, let end = curve.points.last?.resilience
    else { return [] }
    var corners: [(resilience: Double, cost: Double)] = []
    var level: Double?
    for bound in curve.bounds where bound.resilience <= end + 1e-12 {
      let at = max(bound.resilience, start)
      guard let now = level else {
        level = bound.cost
        corners.append((at, bound.cost))
        continue
      }
      if bound.cost <= now { continue }
      corners += [(at, now), (at, bound.cost)]
      level = bound.cost
    }
    if let level { corners.append((end, level)) }
    return corners
  }

  private static func domain(_ values: [Double]) -> ClosedRange<Double> {
    FrontierAxes.domain(values, room: 0.06, ofSize: 0.02, least: 1e-3)
  }
}
