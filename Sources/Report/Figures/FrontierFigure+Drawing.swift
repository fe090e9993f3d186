import FigureDrawing
import FrontierSearch
import SupplyData
import SupplyPlan
import Wording

extension FrontierFigure {
  /// Draws the figure.
  func draw(_ size: FigureWidth) -> Drawing {
    FrontierDrawing(figure: self, size: size).drawing()
  }
}

/// The frontier figure in one width: its scales, then its layers from the ground up.
private struct FrontierDrawing {
  let figure: FrontierFigure
  let size: FigureWidth
  let plot: Frame
  let strips: [FrontierBand.Strip]
  let x: LinearScale
  let y: LinearScale
  /// Where today's networks are drawn: at their place, or on the edge where they lie far off.
  let references: [(lines: [String], x: Double, y: Double)]
  /// Where each point is drawn: at its place, or beside it where plans of equal worth would cover each other.
  let places: [(x: Double, y: Double)]

  private var font: Double { size == .wide ? 13 : 12 }

  init(figure: FrontierFigure, size: FigureWidth) {
    self.figure = figure
    self.size = size
    let height = size == .wide ? 440.0 : 330.0
    let left = size == .wide ? 78.0 : 64.0
    plot = Frame(x: left, y: 34, width: size.points - left - 24, height: height - 34 - 58)
    let points = figure.frontier.points
    strips = figure.band.drawnStrips
    var resilience = points.map { 1 - $0.salesAtRisk }
    var costs = points.map(\.cost) + strips.flatMap { [$0.lower.start, $0.lower.end] }
    resilience += figure.frontier.unproved.map { 1 - $0.cap }
    let networks = figure.references.compactMap { network, plan in
      plan.cost.flatMap { cost in
        plan.risk.salesAtRisk.map {
          (name: ComparatorWords.name(network), resilience: 1 - $0, cost: cost)
        }
      }
    }
    var outside: Set<String> = []
    let (nearResilience, nearCosts) = (resilience, costs)
    for network in networks {
      // A network far off would squeeze the frontier into a corner: it is shown on the edge instead.
      if Self.isFar(network.resilience, from: nearResilience)
        || Self.isFar(network.cost, from: nearCosts)
      {
        outside.insert(network.name)
      } else {
        resilience.append(network.resilience)
        costs.append(network.cost)
      }
    }
    let x = LinearScale(
      domain: Self.domain(resilience, most: 1), start: plot.x, end: plot.right)
    let y = LinearScale(domain: Self.domain(costs), start: plot.bottom, end: plot.y)
    self.x = x
    self.y = y
    references = networks.map { network in
      let figures =
        "\(figure.index.money(network.cost)) · \(NumberFormat.percent(network.resilience))"
      return (
        [network.name, figures] + (outside.contains(network.name) ? ["(beyond the figure)"] : []),
        min(max(x(network.resilience), x.start), x.end), min(max(y(network.cost), y.end), y.start)
      )
    }
    places = Self.spread(
      points.map { (x(1 - $0.salesAtRisk), y($0.cost)) }, figure.choices?.groups ?? [])
  }

  /// Moves the plans of a group that would cover each other apart, along the level, about where they lie.
  private static func spread(
    _ places: [(x: Double, y: Double)], _ groups: [[EqualChoices.Choice]]
  ) -> [(x: Double, y: Double)] {
    var places = places
    for group in groups {
      let members = group.map(\.position)
      let covers = zip(members, members.dropFirst()).contains { one, other in
        abs(places[one].x - places[other].x) < apart && abs(places[one].y - places[other].y) < apart
      }
      guard covers else { continue }
      let middle = members.reduce(0) { $0 + places[$1].x } / Double(members.count)
      for (row, member) in members.enumerated() {
        places[member].x = middle + (Double(row) - Double(members.count - 1) / 2) * apart
      }
    }
    return places
  }

  /// So far apart two points can be told and hit.
  private static let apart = 14.0

  func drawing() -> Drawing {
    let name = figure.index.dataset.settings.name
    var drawing = Drawing(
      width: size.points, height: plot.bottom + 58,
      label: "Frontier of cost and resilience of \(name). The table below has its figures.")
    FrontierAxes(plot: plot, x: x, y: y).draw(
      &drawing, money: figure.index.money, size: size, top: 16, drop: 44)
    bandLayer(&drawing)
    unproved(&drawing)
    let labels = staticLabels(&drawing)
    points(&drawing, labels)
    return drawing
  }

  private func bandLayer(_ drawing: inout Drawing) {
    let upper = strips.upperSide.map(place)
    let lower = strips.lowerSide.map(place)
    guard !upper.isEmpty else { return }
    drawing.path(Drawing.polyline(upper + lower.reversed()) + "Z", class: "band")
    drawing.path(Drawing.polyline(upper), class: "attained")
    drawing.path(Drawing.polyline(lower), class: "proven")
  }

  private func unproved(_ drawing: inout Drawing) {
    for entry in figure.frontier.unproved {
      let at = x(1 - entry.cap)
      drawing.line(at, plot.y, at, plot.bottom, class: "unproved")
      let isLeft = at > plot.x + plot.width / 2
      drawing.text(
        "not proved at \(NumberFormat.percent(1 - entry.cap))", at + (isLeft ? -6 : 6),
        plot.y + 10, class: "small muted", anchor: isLeft ? .end : .start)
    }
  }

  /// Labels that stand whatever point is chosen; answers where the others may go.
  private func staticLabels(_ drawing: inout Drawing) -> LabelPlacer {
    var placer = LabelPlacer(
      bounds: Frame(x: plot.x + 2, y: plot.y - 12, width: plot.width + 20, height: plot.height + 10)
    )
    for entry in figure.frontier.unproved {
      let at = x(1 - entry.cap)
      let isLeft = at > plot.x + plot.width / 2
      placer.block(Frame(x: at - (isLeft ? 130 : 0), y: plot.y - 4, width: 130, height: 18))
    }
    for point in places {
      placer.block(Frame(x: point.x - 7, y: point.y - 7, width: 14, height: 14))
    }
    // Labels may lie on a wide band, but not on its edges.
    for strip in strips {
      for side in [strip.upper, strip.lower] { block(strip, side, &placer) }
    }
    for (left, right) in zip(strips, strips.dropFirst()) where left.upper.end > right.upper.start {
      let top = y(left.upper.end)
      placer.block(
        Frame(x: x(1 - left.to) - 1, y: top, width: 2, height: y(right.upper.start) - top))
    }
    for reference in references {
      drawing.circle(reference.x, reference.y, radius: 6, class: "current")
      placer.block(Frame(x: reference.x - 8, y: reference.y - 8, width: 16, height: 16))
    }
    for reference in references {
      label(
        &drawing, &placer, reference.lines, x: reference.x, y: reference.y, style: "label muted",
        distance: 12)
    }
    if figure.frontier.points.count > 1, let last = figure.frontier.points.indices.last {
      var names = [(0, "cheapest"), (last, "most resilient")]
      if let knee = figure.knee, knee != 0, knee != last { names.append((knee, "knee")) }
      // Of plans of equal worth those beside the chosen one are named; the others when they are chosen.
      let group = figure.chosen.flatMap { figure.choices?.group(of: $0) } ?? []
      names += group.filter { choice in !names.contains { $0.0 == choice.position } }
        .map { ($0.position, $0.kind) }
      for (position, word) in names {
        let point = places[position]
        label(&drawing, &placer, [word], x: point.x, y: point.y, style: "small", distance: 16)
      }
    }
    bandLabel(&drawing, &placer)
    return placer
  }

  /// Keeps labels off an edge of the band; off a slanted one by pieces.
  private func block(
    _ strip: FrontierBand.Strip, _ side: FrontierBand.Side, _ placer: inout LabelPlacer
  ) {
    let (left, right) = (x(1 - strip.to), x(1 - strip.from))
    let (top, bottom) = (y(side.start), y(side.end))
    let pieces = Int((bottom - top) / 8) + 1
    let (width, height) = ((right - left) / Double(pieces), (bottom - top) / Double(pieces))
    for piece in 0..<pieces {
      placer.block(
        Frame(
          x: left + Double(piece) * width, y: bottom - Double(piece + 1) * height - 2,
          width: max(width, 1), height: height + 4))
    }
  }

  private func bandLabel(_ drawing: inout Drawing, _ placer: inout LabelPlacer) {
    guard !strips.isEmpty else { return }
    let share = NumberFormat.percent(figure.frontier.uncertainty, places: 2, rounding: .up)
    let lines = ["The true frontier lies in this band;", "\(share) of the range is still unproven"]
    let width = lines.map { TextWidth.of($0, size: font - 1) }.max() ?? 0
    // Below the band there is nothing: no plan lies there. So the label goes as near to it as it fits, first under its
    // middle, then under its widest part; above it only where it fits nowhere else.
    let widest = strips.max { $0.area < $1.area } ?? strips[0]
    let below = [strips[strips.count / 2], widest].flatMap { strip in
      bandPlaces(strip, strip.lower, width: width, drops: stride(from: 26, through: 150, by: 16))
    }
    let above = bandPlaces(
      widest, widest.upper, width: width, drops: stride(from: -50, through: -174, by: -16))
    let places = below + above
    guard let frame = placer.take(places) else { return }
    for (row, line) in lines.enumerated() {
      drawing.text(line, frame.x, frame.y + 12 + Double(row) * 16, class: "small muted")
    }
  }

  /// Places beside a side of a strip, moved down by each of `drops`.
  private func bandPlaces(
    _ strip: FrontierBand.Strip, _ side: FrontierBand.Side, width: Double,
    drops: StrideThrough<Double>
  ) -> [Frame] {
    let at = place(
      FrontierBand.Corner(cost: (side.start + side.end) / 2, risk: (strip.from + strip.to) / 2))
    return drops.flatMap { drop in
      stride(from: -0.2, through: 1, by: 0.2).map { shift in
        Frame(x: at.x - width * shift + 12, y: at.y + drop, width: width, height: 32)
      }
    }
  }

  private func points(_ drawing: inout Drawing, _ labels: LabelPlacer) {
    let money = figure.index.money
    for (position, record) in figure.frontier.points.enumerated() {
      let point = places[position]
      let title = """
        Plan \(position + 1): \(money(record.cost, digits: 4)), \
        resilience \(NumberFormat.percent(1 - record.salesAtRisk))
        """
      let chosen = position == figure.chosen ? " chosen" : ""
      drawing.append(
        "a",
        [
          .classes("point\(chosen)"), .plain("data-point", "\(position)"),
          .plain("href", "#plan-\(position + 1)"), .plain("aria-label", title),
        ], title: title
      ) { drawing in
        drawing.circle(point.x, point.y, radius: 15, class: "touch")
        drawing.circle(point.x, point.y, radius: 10, class: "ring")
        drawing.circle(point.x, point.y, radius: 5, class: "dot")
        var placer = labels
        drawing.group(.classes("callout")) { drawing in
          label(
            &drawing, &placer,
            [
              "Plan\u{A0}\(position + 1)\(kind(of: position).map { ": \($0)" } ?? "")",
              "\(money(record.cost)) · \(NumberFormat.percent(1 - record.salesAtRisk))",
            ], x: point.x, y: point.y, style: "label strong", distance: 14)
        }
      }
    }
  }

  private func label(
    _ drawing: inout Drawing, _ placer: inout LabelPlacer, _ lines: [String], x: Double,
    y: Double, style: String, distance: Double
  ) {
    let width = lines.map { TextWidth.of($0, size: font) }.max() ?? 0
    let height = Double(lines.count) * 16
    let near = LabelPlacer.around(x, y, width: width, height: height, distance: distance)
    let far = [2.4, 4, 6].flatMap {
      LabelPlacer.around(x, y, width: width, height: height, distance: distance * $0)
    }
    guard let frame = placer.take(near + far) else { return }
    for (row, line) in lines.enumerated() {
      drawing.text(line, frame.x, frame.y + 12 + Double(row) * 16, class: style)
    }
  }

  /// What sets a plan apart from others of equal worth; `nil` where there are none.
  private func kind(of position: Int) -> String? {
    figure.choices?.group(of: position)?.first { $0.position == position }?.kind
  }

  private func place(_ corner: FrontierBand.Corner) -> (x: Double, y: Double) {
    (x(1 - corner.risk), y(corner.cost))
  }

  private static func domain(_ values: [Double], most: Double? = nil) -> ClosedRange<Double> {
    FrontierAxes.domain(values, room: 0.08, ofSize: 0.05, least: 0.01, most: most)
  }

  private static func isFar(_ value: Double, from values: [Double]) -> Bool {
    guard let least = values.min(), let greatest = values.max(), least < greatest else {
      return false
    }
    let span = greatest - least
    return value < least - 3 * span || value > greatest + 3 * span
  }
}
