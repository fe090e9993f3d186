import FigureDrawing
import Findings
import Resilience
import SupplyData
import Wording

/// The countries that each product comes from, in the current network and in a plan: a bar of shares for each.
struct SourcesFigure {
  let index: ReportIndex
  let facts: SourceFacts
  /// What the plan is called.
  let name: String
  /// What it is drawn from, in a sentence.
  let source: String

  /// More countries than there are colours share one: the least by customs value.
  private var colours: [String: String] {
    var values: [String: Double] = [:]
    for item in facts.products {
      for entry in [item.before, item.after].compactMap({ $0 }) {
        for country in entry.countries {
          values[country.country, default: 0] += index.value(country.quantity, of: item.product)
        }
      }
    }
    let order = values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return Dictionary(
      zip(order, Palette.classes), uniquingKeysWith: { first, _ in first })
  }

  /// The colour of the countries that have none of their own.
  private static let other = "#e4e8ec"

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "sources", title: title,
      subtitle: """
        Share of the units used in a normal year of \(index.lastPeriod) by country of origin\(compared). On the right, how concentrated \
        supply is: 1 is a single country, \(NumberFormat.shortest(0.5, most: 1)) two equal ones.
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        The number is the Herfindahl–Hirschman index, the sum of the squared shares. Units used are those that customers receive \
        and those built into other goods, without stocks.
        """ + " " + source)
  }

  private var inText: String { name == "This plan" ? "this plan" : name }

  private var compared: String { facts.hasBefore ? ", today and in \(inText)" : "" }

  private var title: String {
    let all = facts.products.count
    if facts.hasBefore {
      let less = facts.lessConcentrated
      return less == 0
        ? all == 1
          ? "Supply is no more diversified than today"
          : "No product’s supply is more diversified than today"
        : all == 1
          ? "Supply is more diversified than today"
          : less == all
            ? "Supply of all \(all) products is more diversified than today"
            : "Supply of \(less) of \(all) products is more diversified than today"
    }
    let indices = facts.products.compactMap { $0.after?.concentrationByCountry }
    guard let least = indices.min(), let most = indices.max(), all > 1 else {
      return "Where supply comes from"
    }
    return """
      Concentration of supply ranges from \(NumberFormat.decimal(least, places: 2)) to \
      \(NumberFormat.decimal(most, places: 2))
      """
  }

  /// A row for each product, network and country.
  func table() -> Table {
    Table(
      [
        .text("Product"), .text("Network"), .text("Country"), .quantity("Quantity a year"),
        .text("Unit"),
        .share("Share"), .decimal("HHI", places: 2), .decimal("HHI by site", places: 2),
      ],
      rows: facts.products.flatMap { item in
        rows(item).flatMap { label, entry, _ in
          entry.countries.map {
            [
              .text(index.name(ofProduct: item.product)), .text(label),
              .text(index.name(ofCountry: $0.country)), .number($0.quantity),
              .text(index.products[item.product]?.unit ?? ""), .number($0.share),
              .number(entry.concentrationByCountry), .number(entry.concentrationByFacility),
            ]
          }
        }
      })
  }

  private func rows(_ item: SourceFacts.Product)
    -> [(label: String, entry: SourceMapRecord.Entry, isPlan: Bool)]
  {
    [item.before.map { ("Today", $0, false) }, item.after.map { (name, $0, true) }]
      .compactMap { $0 }
  }

  /// Draws the figure.
  func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let left = isWide ? 206.0 : 52.0
    let head = isWide ? 0.0 : 18
    let bar = 22.0
    let x = LinearScale(domain: 0...1, start: left, end: size.points - 44)
    let colours = colours
    var drawing = Drawing(
      width: size.points, height: 0,
      label: "Where each product comes from, by country. The table below has the figures.")
    var y = 4.0
    for item in facts.products {
      // Beside two bars there is room for two lines.
      let lines = TextWidth.lines(
        index.name(ofProduct: item.product), size: 13.5,
        width: isWide ? left - 60 : size.points, most: isWide && rows(item).count > 1 ? 2 : 1)
      for (number, line) in lines.enumerated() {
        drawing.text(
          line, 0, y + (isWide ? 15 : 12) + Double(number) * 17, class: "label strong")
      }
      y += head
      for (label, entry, isPlan) in rows(item) {
        drawing.text(
          facts.hasBefore ? label : "", left - 8, y + 15, class: isPlan ? "label" : "label muted",
          anchor: .end)
        segments(entry, colours: colours, x: x, y: y, height: bar, isWide: isWide, &drawing)
        drawing.text(
          NumberFormat.decimal(entry.concentrationByCountry, places: 2), size.points, y + 15,
          class: isPlan ? "label strong" : "label muted", anchor: .end)
        y += bar + 3
      }
      y += 12
    }
    drawing.height = y
    return drawing
  }

  private func segments(
    _ entry: SourceMapRecord.Entry, colours: [String: String], x: LinearScale, y: Double,
    height: Double, isWide: Bool, _ drawing: inout Drawing
  ) {
    var sum = 0.0
    let size = isWide ? 12.0 : 11
    for country in entry.countries {
      let frame = Frame(
        x: x(sum), y: y, width: max(x(sum + country.share) - x(sum) - 1, 0.5), height: height)
      let name = index.name(ofCountry: country.country)
      let share = NumberFormat.percent(country.share, places: 0)
      drawing.rectangle(
        frame, fill: .shade(colours[country.country] ?? Self.other), title: "\(name) \(share)")
      let labels = ["\(name) \(share)", name, country.country, share]
      if let label = labels.first(where: { TextWidth.of($0, size: size) + 8 < frame.width }) {
        drawing.text(label, frame.x + 4, y + height * 0.68, class: "small on-light")
      }
      sum += country.share
    }
  }
}
