import FigureDrawing
import Findings
import Sensitivity
import Wording

/// The least cost along a parameter, in parts of one footprint each.
struct FlipFigure {
  let index: ReportIndex
  let study: FlipRecord.Study

  private var words: FlipWords { FlipWords(index, study) }

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "flip", title: words.figureTitle,
      subtitle: """
        Least total cost in \(index.money.name) as \(study.parameter.name) changes, \(meaning). Each letter is a footprint: \
        which sites are open, and when.
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        \(words.proof) No plan costs less than the dashed line. Switching points are located to within \
        \(NumberFormat.percent(study.tolerance, places: 2)) of the range, after \
        \(NumberFormat.count(study.solves, "solve", "solves")).
        """ + " " + index.source(.file(FlipRecord.file, what: study.parameter.expression)))
  }

  private var meaning: String {
    switch study.parameter.operation {
    case "*=": "as a multiple of today’s value"
    case "+=": "as an addition to today’s value"
    default: "at its own value"
    }
  }

  private func letter(_ position: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return position < letters.count ? String(letters[position]) : "\(position + 1)"
  }

  func table() -> Table {
    let value: @Sendable (Double) -> String = { [words] in words.number($0) }
    return Table(
      [
        .text("", name: "piece"),
        Table.Column(title: "From", kind: .number(unit: ""), format: value),
        Table.Column(title: "To", kind: .number(unit: ""), format: value),
        .money("Cost at the start", index.money, digits: 5),
        .money("Cost at the end", index.money, digits: 5), .text("What changes"),
        .share("Others save at most", places: 3, rounding: .up),
      ],
      rows: study.pieces.enumerated().map { position, piece in
        [
          .text(letter(position)), .number(piece.from), .number(piece.to),
          .number(piece.costFrom), .number(piece.costTo),
          .text(position == 0 ? openings(piece) : words.marks(study.turns[position - 1])),
          piece.isProved ? .shown(.number(0), as: "nothing") : .number(piece.excess),
        ]
      })
  }

  /// What is open: once where it is the same in all periods.
  private func openings(_ piece: FlipRecord.Piece) -> String {
    let always = piece.footprint.first?.open.filter { facility in
      piece.footprint.allSatisfy { $0.open.contains(facility) }
    }
    let parts =
      (always ?? []).map { index.name(ofNode: $0) }
      + piece.footprint.flatMap { openings in
        openings.open.filter { !(always ?? []).contains($0) }.map {
          "\(index.name(ofNode: $0)) (\(openings.period))"
        }
      }
    return "open: \(parts.joined(separator: ", "))"
  }

  // MARK: Drawing

  func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let font = isWide ? 13.0 : 12.0
    let plot = Frame(
      x: isWide ? 84 : 60, y: 46, width: size.points - (isWide ? 100 : 70),
      height: isWide ? 260 : 200)
    var drawing = Drawing(
      width: size.points, height: plot.bottom + 48,
      label: "Least cost as \(study.parameter.name) changes. The table below has the figures.")
    let x = LinearScale(
      domain: study.parameter.low...study.parameter.high, start: plot.x, end: plot.right)
    let y = costScale(plot)
    axes(&drawing, plot, x, y, isWide: isWide)
    parts(&drawing, plot, x)
    line(&drawing, study.bounds, x, y, class: "proven")
    line(&drawing, study.costs, x, y, class: "attained")
    marks(&drawing, plot, x, y, font: font)
    list(&drawing, font: font)
    return drawing
  }

  private func costScale(_ plot: Frame) -> LinearScale {
    let values = study.costs.map(\.cost) + study.bounds.map(\.cost)
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let room = max((most - least) * 0.12, abs(most) * 1e-3, 1e-9)
    return LinearScale(
      domain: max(0, least - room)...(most + room), start: plot.bottom, end: plot.y)
  }

  private func axes(
    _ drawing: inout Drawing, _ plot: Frame, _ x: LinearScale, _ y: LinearScale, isWide: Bool
  ) {
    let costs = y.ticks(5)
    drawing.levels(
      zip(costs, index.money.axisLabels(costs)), plot: plot, y: y, class: "tick small")
    drawing.line(plot.x, plot.bottom, plot.right, plot.bottom, class: "axis")
    for tick in x.ticks(isWide ? 8 : 4) {
      drawing.line(x(tick), plot.bottom, x(tick), plot.bottom + 4, class: "axis")
      drawing.text(
        words.number(tick), x(tick), plot.bottom + 18, class: "tick small", anchor: .middle)
    }
    drawing.text(
      TextWidth.fit("\(study.parameter.name) →", size: 12, width: drawing.width - 8), plot.right,
      plot.bottom + 38, class: "axis-title", anchor: .end)
  }

  /// A strip of colours above, and lines down where footprints change.
  private func parts(_ drawing: inout Drawing, _ plot: Frame, _ x: LinearScale) {
    for (position, piece) in study.pieces.enumerated() {
      let (left, right) = (x(piece.from), x(piece.to))
      drawing.rectangle(
        Frame(x: left, y: plot.y - 20, width: right - left, height: 18), fill: colour(position),
        title: position == 0 ? openings(piece) : words.marks(study.turns[position - 1]))
      if right - left > 12 {
        drawing.text(
          letter(position), (left + right) / 2, plot.y - 7, class: "small strong on-light",
          anchor: .middle)
      }
    }
    for turn in study.turns {
      drawing.line(x(turn.value), plot.y - 20, x(turn.value), plot.bottom, class: "link")
    }
  }

  private func colour(_ position: Int) -> StyleRule.Value {
    .shade(Palette.classes[position % Palette.classes.count])
  }

  private func line(
    _ drawing: inout Drawing, _ points: [FlipRecord.Point], _ x: LinearScale, _ y: LinearScale,
    class style: String
  ) {
    guard !points.isEmpty else { return drawing.path("", class: style) }
    drawing.path(Drawing.polyline(points.map { (x($0.value), y($0.cost)) }), class: style)
  }

  /// Turns with their values, and today.
  private func marks(
    _ drawing: inout Drawing, _ plot: Frame, _ x: LinearScale, _ y: LinearScale, font: Double
  ) {
    var placer = LabelPlacer(
      bounds: Frame(x: plot.x, y: plot.y, width: drawing.width - plot.x, height: plot.height))
    let points = study.costs.map {
      Frame(x: x($0.value) - 3, y: y($0.cost) - 3, width: 6, height: 6)
    }
    for point in points { placer.block(point) }
    if let current = study.parameter.current, x.domain.contains(current) {
      drawing.line(x(current), plot.y, x(current), plot.bottom, class: "unproved")
      let today = "today"
      let width = TextWidth.of(today, size: font)
      let places = [
        Frame(x: x(current) - width - 5, y: plot.bottom - 20, width: width, height: 16),
        Frame(x: x(current) + 5, y: plot.bottom - 20, width: width, height: 16),
      ]
      if let place = placer.take(places) {
        drawing.text(today, place.x, place.y + 12, class: "muted small")
      }
    }
    for turn in study.turns {
      let (left, top) = (x(turn.value), y(turn.cost))
      drawing.circle(left, top, radius: 4, class: "dot")
      let label = words.number(turn.value)
      let width = TextWidth.of(label, size: font)
      let places = [
        Frame(x: left + 7, y: top + 6, width: width, height: 16),
        Frame(x: left - width - 7, y: top - 22, width: width, height: 16),
        Frame(x: left + 7, y: top + 24, width: width, height: 16),
        Frame(x: left - width - 7, y: top + 10, width: width, height: 16),
      ]
      if let place = placer.take(places) {
        drawing.text(label, place.x, place.y + 12, class: "strong")
      }
    }
  }

  /// What each letter stands for, below the plot.
  private func list(_ drawing: inout Drawing, font: Double) {
    for (position, piece) in study.pieces.enumerated() {
      let text =
        position == 0
        ? "to \(words.number(piece.to)), \(openings(piece))"
        : "from \(words.number(piece.from)): \(words.marks(study.turns[position - 1]))"
      let lines = TextWidth.lines(text, size: font, width: drawing.width - 34, most: 3)
      let top = drawing.height + 8
      drawing.rectangle(Frame(x: 0, y: top, width: 22, height: 18), fill: colour(position))
      drawing.text(letter(position), 11, top + 13, class: "small strong on-light", anchor: .middle)
      for (number, line) in lines.enumerated() {
        drawing.text(line, 30, top + 13 + Double(number) * 17, class: "")
      }
      drawing.height = top + max(18, Double(lines.count) * 17 + 3)
    }
    drawing.height += 4
  }
}
