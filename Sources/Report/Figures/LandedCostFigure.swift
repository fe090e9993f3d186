import Explanation
import FigureDrawing
import Findings
import SupplyData
import TextFiles
import Wording

/// What a unit costs on arrival by path, stacked by line: production, components, freight and each layer of duty.
struct LandedCostFigure {
  let index: ReportIndex
  let record: ExplanationRecord

  private static let mostRows = 14

  /// A part of a bar.
  private struct Part {
    let name: String
    let colour: String
    let money: Double
  }

  /// The last period's paths to customers of the product that costs most, the greatest first.
  private var paths: [ExplanationRecord.Path] {
    let delivered = record.paths.filter { !$0.isConsumed }
    let period =
      index.periods.last { period in delivered.contains { $0.period == period.id } }?.id
    let last = delivered.filter { $0.period == period }
    let spend = Dictionary(last.map { ($0.product, $0.money) }, uniquingKeysWith: +)
    let product = spend.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return last.filter { $0.product == product }.sorted {
      ($0.money, $1.route.joined()) > ($1.money, $0.route.joined())
    }
  }

  /// The product shown, and the share of duty in what it costs on arrival.
  var greatestDuty: (product: String, share: Double)? {
    let shown = paths
    let money = shown.reduce(0) { $0 + $1.money }
    guard let first = shown.first, money > 0 else { return nil }
    let duty = shown.reduce(0) { sum, path in
      sum + path.quantity * path.lines.filter { $0.line == "duty" }.reduce(0) { $0 + $1.money }
    }
    return (index.name(ofProduct: first.product), duty / money)
  }

  /// The figure with its table; `nil` where nothing is delivered.
  func figure() -> Figure? {
    guard let first = paths.first, let duty = greatestDuty else { return nil }
    let hidden = max(0, paths.count - Self.mostRows)
    let several = index.periods.count > 1 ? " in \(first.period)" : ""
    let rest =
      hidden > 0
      ? " " + NumberFormat.count(hidden, "smaller flow is", "smaller flows are") + " in the table."
      : ""
    return Figure(
      kind: "landed-cost", title: title(duty),
      subtitle: """
        Landed cost per \(unit) of \(duty.product)\(several), by route; the largest flows first.\(rest)
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        In \(index.money.name), in normal times. Components are counted at their own landed cost, without the duty on them, which is \
        shown with the other duty. Goods of one product and origin are mixed in proportion where they meet. The routes together \
        make up the year’s operating cost.
        """ + " " + index.source(.file(ExplanationRecord.file)))
  }

  private func title(_ duty: (product: String, share: Double)) -> String {
    let costs = paths.map(\.unitCost)
    guard let least = costs.min(), let most = costs.max(), most > least * 1.005 else {
      return
        "\(duty.product.capitalizedFirst): landed cost of \(index.money(costs.first ?? 0)) per \(unit)"
    }
    return
      "\(duty.product.capitalizedFirst): landed cost of \(index.money(least)) to \(index.money(most)) per \(unit), of which duty is \(NumberFormat.percent(duty.share))"
  }

  private var layers: [String] {
    var layers: [String] = []
    for tariff in index.dataset.tariffs where !layers.contains(tariff.layer) {
      layers.append(tariff.layer)
    }
    return layers
  }

  private func parts(_ path: ExplanationRecord.Path) -> [Part] {
    func own(_ line: String) -> Double {
      path.lines.filter { !$0.ofComponents && $0.line == line }.reduce(0) { $0 + $1.money }
    }
    let components = path.lines.filter { $0.ofComponents && $0.line != "duty" }
      .reduce(0) { $0 + $1.money }
    var parts = [
      Part(name: "components", colour: "#8b95a0", money: components),
      Part(name: "production", colour: "#2b3a4a", money: own("production")),
      Part(name: "freight", colour: "#1f78b4", money: own("freight")),
      Part(name: "capital in transit", colour: "#4fa08b", money: own("pipeline")),
      Part(name: "carbon", colour: "#7d6a00", money: own("carbon")),
    ]
    let shades = ["#a83f3a", "#d9742b", "#8a3a8f", "#b3123d", "#e0a458"]
    for (position, layer) in layers.enumerated() {
      // Duty on components too: it is paid for the goods in the end.
      let money = path.lines.filter { $0.layer == layer }
        .reduce(0) { $0 + $1.money }
      parts.append(
        Part(name: "duty: \(layer)", colour: shades[position % shades.count], money: money))
    }
    return parts
  }

  private var unit: String {
    paths.first.flatMap { index.products[$0.product]?.unit } ?? "unit"
  }

  private func way(_ path: ExplanationRecord.Path) -> String {
    path.route.map(index.name(ofNode:)).joined(separator: " → ")
  }

  private func table() -> Table {
    let names = paths.first.map { parts($0).map(\.name.capitalizedFirst) } ?? []
    return Table(
      [.text("Route"), .text("Mode"), .quantity("Quantity a year"), .text("Unit")]
        + names.map { .money($0, index.money, missing: "") }
        + [.money("Landed cost", index.money)],
      rows: paths.map { path in
        [
          .text(way(path)), .text(path.modes.joined(separator: ", ")), .number(path.quantity),
          .text(unit),
        ]
          + parts(path).map { $0.money == 0 ? .shown(.number(0), as: "") : .number($0.money) }
          + [.number(path.unitCost)]
      })
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let shown = Array(paths.prefix(Self.mostRows))
    let used = shown.map(parts).reduce(into: [String: Double]()) { sums, parts in
      for part in parts { sums[part.name, default: 0] += part.money }
    }
    let legend = Legend(
      items: (shown.first.map(parts) ?? []).filter { used[$0.name] ?? 0 > 0 }.map { part in
        Legend.Item(label: part.name, width: 12) { drawing, x, y in
          drawing.rectangle(Frame(x: x, y: y - 6, width: 12, height: 12), fill: .shade(part.colour))
        }
      }, size: isWide ? 12 : 11)
    let font = isWide ? 13.0 : 12.0
    let names = shown.map(way)
    let left = isWide ? min(TextWidth.widest(names, size: font) + 14, 400) : 0
    let room = isWide ? left - 12 : size.points
    let lines = TextWidth.mostLines(names, size: font, width: room, most: 3)
    let more = Double(lines - 1) * Drawing.pitch(font)
    let head = isWide ? 0.0 : 17 + more
    let height = isWide ? max(24, more + 20) : head + 24
    let top = legend.height(size.points) + 6
    let x = LinearScale(
      domain: 0...max(shown.map(\.unitCost).max() ?? 0, 1e-9), start: left,
      end: size.points - (isWide ? 80 : 70))
    var drawing = Drawing(
      width: size.points, height: top + Double(shown.count) * height + 4,
      label: "Landed cost per unit by route and cost line. The table below has the figures.")
    legend.draw(&drawing, top: 0)
    for (position, path) in shown.enumerated() {
      let y = top + Double(position) * height
      let name = way(path)
      drawing.label(
        name, isWide ? left - 10 : 0, middle: isWide ? y + 10 : y + 8 + more / 2, width: room,
        size: font, most: 3, class: "label", anchor: isWide ? .end : .start)
      var right = x.start
      for part in parts(path) where part.money > 0 {
        let width = x(part.money) - x.start
        drawing.rectangle(
          Frame(x: right, y: y + head + 2, width: width, height: 16), fill: .shade(part.colour),
          title: "\(part.name) \(index.money(part.money))")
        right += width
      }
      drawing.text(index.money(path.unitCost), right + 6, y + head + 14, class: "small strong")
    }
    if isWide { drawing.line(left, top, left, drawing.height, class: "axis") }
    return drawing
  }
}
