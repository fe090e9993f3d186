import FigureDrawing
import SupplyData
import Wording

extension MovesFigure {
  /// Draws the figure: a bar for each site from its opening to its closing, a column for each period.
  func draw(_ size: FigureWidth) -> Drawing {
    MovesDrawing(figure: self, size: size).drawing()
  }
}

/// The road map in one width.
private struct MovesDrawing {
  let figure: MovesFigure
  let size: FigureWidth

  private var left: Double { size == .wide ? 236 : 132 }
  private var font: Double { size == .wide ? 13 : 11 }
  private var rowHeight: Double {
    let lines = TextWidth.mostLines(moves.map(name), size: font, width: room, most: 3)
    return max(25, Double(lines) * Drawing.pitch(font) + 5)
  }
  /// What a site is called: where there is little room without its country.
  private func name(_ move: SiteMove) -> String {
    guard size == .narrow else { return move.facility.name }
    let country = figure.context.index.name(ofCountry: move.facility.country)
    return move.facility.name.replacing(", \(country)", with: "")
  }
  /// The room for the name of a site.
  private var room: Double { left - 30 }
  private var top: Double { 26 }
  private var periods: [Period] { figure.context.index.periods }
  private var columnWidth: Double { (size.points - left) / Double(max(periods.count, 1)) }
  private var moves: ArraySlice<SiteMove> { figure.facts.moves.prefix(MovesFigure.mostRows) }
  private var rowsEnd: Double { top + Double(moves.count) * rowHeight + 4 }

  func drawing() -> Drawing {
    let chart = figure.facts.investment.contains { $0 > 0 } ? 96.0 : 0
    var drawing = Drawing(
      width: size.points, height: rowsEnd + chart + 4,
      label: "Openings and closures under \(figure.context.name). The table below lists them.")
    columns(&drawing)
    for (row, move) in moves.enumerated() { site(&drawing, move, row: row) }
    if moves.isEmpty {
      drawing.text(
        "No site opens, closes or changes.", left + 6, top + 2, class: "small muted")
    }
    if chart > 0 { investment(&drawing, top: rowsEnd + 18, height: chart - 18) }
    return drawing
  }

  private func columns(_ drawing: inout Drawing) {
    for (position, period) in periods.enumerated() {
      let x = left + Double(position) * columnWidth
      drawing.line(x, 4, x, drawing.height - 4, class: "grid")
      let years = NumberFormat.count(period.years, "year", "years")
      let name = TextWidth.fit(period.id, size: font, width: columnWidth - 8)
      drawing.text(name, x + 6, 16, class: "label strong")
      let width = TextWidth.of(name, size: font)
      if size == .wide, width + 70 < columnWidth {
        drawing.text(years, x + 12 + width * 1.06, 16, class: "small muted")
      }
    }
  }

  private func site(_ drawing: inout Drawing, _ move: SiteMove, row: Int) {
    let y = top + Double(row) * rowHeight
    let middle = y + rowHeight / 2
    let opens = move.steps.contains(where: \.opens)
    let closes = move.steps.contains(where: \.closes)
    let state: SiteState = opens ? .opened : closes ? .closed : .kept
    SiteMark.draw(&drawing, move.facility.kind, state, x: 8, y: middle, radius: 5)
    let country = figure.context.index.name(ofCountry: move.facility.country)
    drawing.label(
      name(move), 20, middle: middle, width: room, size: font, most: 3, class: "label")
    let used = TextWidth.of(move.facility.name, size: font) + 8
    if size == .wide, !move.facility.name.contains(country),
      used + TextWidth.of(country, size: 12) < room
    {
      drawing.text(country, 20 + used, middle + 4, class: "small muted")
    }
    bars(&drawing, move, middle: middle)
    for step in move.steps { words(&drawing, move, step, middle: middle) }
  }

  private func bars(_ drawing: inout Drawing, _ move: SiteMove, middle: Double) {
    let isMicro = move.facility.kind == .microfactory
    var position = 0
    while position < move.open.count {
      let start = position
      while position < move.open.count, move.open[position] { position += 1 }
      if position > start {
        let starts = move.steps.contains { $0.period == start && $0.opens }
        let inset = starts ? 4.0 : 0
        let x = left + Double(start) * columnWidth + inset
        let end = left + Double(position) * columnWidth
        drawing.rectangle(
          Frame(x: x, y: middle - 8, width: end - x, height: 16),
          class: isMicro ? "fill-microfactory" : "after")
      }
      position += 1
    }
  }

  private func words(
    _ drawing: inout Drawing, _ move: SiteMove, _ step: SiteMove.Step, middle: Double
  ) {
    let x = left + Double(step.period) * columnWidth
    let isOpen = move.open[step.period]
    var parts: [String] = []
    if step.opens { parts.append("opens") }
    if step.closes { parts.append("closes") }
    if step.built > 0 { parts.append("+\(step.built)") }
    // Closing retires what is there: nobody needs to be told.
    if step.retired > 0, !step.closes { parts.append("−\(step.retired)") }
    let modules = step.built > 0 || (step.retired > 0 && !step.closes)
    let short = parts.joined(separator: ", ")
    let long =
      modules
      ? plural(step.built + step.retired, one: "\(short) module", many: "\(short) modules") : short
    let width = columnWidth - 14
    let text = TextWidth.of(long, size: 12) < width ? long : short
    drawing.text(
      TextWidth.fit(text, size: 12, width: width), x + 9, middle + 4,
      class: isOpen ? "small on-after" : "small muted")
  }

  private func investment(_ drawing: inout Drawing, top: Double, height: Double) {
    let most = figure.facts.investment.max() ?? 0
    let bottom = top + height - 8
    let y = LinearScale(domain: 0...max(most, 1e-9), start: bottom, end: top + 20)
    drawing.text("Investment", left - 10, bottom - 4, class: "label strong", anchor: .end)
    drawing.line(left, bottom, size.points, bottom, class: "axis")
    for (position, amount) in figure.facts.investment.enumerated() {
      let x = left + Double(position) * columnWidth
      drawing.rectangle(
        Frame(
          x: x + 6, y: y(max(amount, 0)), width: min(columnWidth - 12, 64),
          height: bottom - y(max(amount, 0))), class: "rise")
      drawing.text(
        figure.context.index.money(amount), x + 6, y(max(amount, 0)) - 5, class: "label")
    }
  }
}
