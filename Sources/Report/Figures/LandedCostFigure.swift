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
    let unit = index.products[first.product]?.unit ?? "unit"
    let several = index.periods.count > 1 ? " in \(first.period)" : ""
    let rest = hidden > 0 ? ", \(hidden) smaller ones in the table" : ""
    return Figure(
      kind: "landed-cost", title: title(duty),
      subtitle: """
        Cost of one \(unit) of \(duty.product) on arrival\(several), by path; the greatest yearly flows first\(rest).
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        In \(index.money.name), normal state. Components are what went into a unit, at their own cost on arrival; duty on them \
        stands with the other duty. Goods of one product and country are mixed in proportion where they meet. The paths together \
        are the operating cost of the year.
        """ + " " + index.source(.file(ExplanationRecord.file)))
  }

  private func title(_ duty: (product: String, share: Double)) -> String {
    let costs = paths.map(\.unitCost)
    guard let least = costs.min(), let most = costs.max(), most > least * 1.005 else {
      return "\(duty.product.capitalizedFirst) cost \(index.money(costs.first ?? 0)) on arrival"
    }
    return
      "\(duty.product.capitalizedFirst) cost \(index.money(least)) to \(index.money(most)) on arrival; duty is \(NumberFormat.percent(duty.share)) of it"
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
      Part(name: "capital under way", colour: "#4fa08b", money: own("pipeline")),
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

  private func way(_ path: ExplanationRecord.Path) -> String {
    path.route.map(index.name(ofNode:)).joined(separator: " → ")
  }

  private func table() -> Table {
    let names = paths.first.map { parts($0).map(\.name.capitalizedFirst) } ?? []
    return Table(
      [.text("Path"), .text("By"), .quantity("Units a year")]
        + names.map { .money($0, index.money, missing: "") }
        + [.money("On arrival", index.money)],
      rows: paths.map { path in
        [.text(way(path)), .text(path.modes.joined(separator: ", ")), .number(path.quantity)]
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
          drawing.rectangle(Frame(x: x, y: y - 6, width: 12, height: 12), fill: .word(part.colour))
        }
      }, size: isWide ? 12 : 11)
    let left = isWide ? 330.0 : 0
    let head = isWide ? 0.0 : 17
    let height = head + 24
    let top = legend.height(size.points) + 6
    let x = LinearScale(
      domain: 0...max(shown.map(\.unitCost).max() ?? 0, 1e-9), start: left,
      end: size.points - (isWide ? 80 : 70))
    var drawing = Drawing(
      width: size.points, height: top + Double(shown.count) * height + 4,
      label: "Cost of a unit on arrival by path and line. The table below has its figures.")
    legend.draw(&drawing, top: 0)
    for (position, path) in shown.enumerated() {
      let y = top + Double(position) * height
      let name = way(path)
      if isWide {
        drawing.text(
          TextWidth.fit(name, size: 13, width: left - 10), left - 10, y + 14, class: "label",
          anchor: .end)
      } else {
        drawing.text(
          TextWidth.fit(name, size: 12, width: size.points), 0, y + 12, class: "label")
      }
      var right = x.start
      for part in parts(path) where part.money > 0 {
        let width = x(part.money) - x.start
        drawing.rectangle(
          Frame(x: right, y: y + head + 2, width: width, height: 16), fill: .word(part.colour),
          title: "\(part.name) \(index.money(part.money))")
        right += width
      }
      drawing.text(index.money(path.unitCost), right + 6, y + head + 14, class: "small strong")
    }
    drawing.line(left, top, left, drawing.height, class: "axis")
    return drawing
  }
}
