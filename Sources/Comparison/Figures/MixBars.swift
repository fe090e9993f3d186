import FigureDrawing
import Findings
import SupplyPlan
import TextFiles
import Wording

/// The mix of placements of several plans, a bar for each.
struct MixBars {
  /// A plan.
  struct Bar {
    let label: String
    /// Its mix; `nil` where nothing is delivered, or there is no plan.
    let shares: PlacementShares?
    /// Why there is no mix.
    let lack: String

    /// The mix of a run in a period, the last one where none is named.
    init(_ facts: RunFacts, label: String, period: String? = nil) {
      self.label = label
      let period = period ?? facts.periods.last
      shares = facts.plan == nil ? nil : period.flatMap { facts.mix[$0] }
      lack = facts.lack ?? "nothing is delivered"
    }
  }

  let bars: [Bar]
  let title: String
  /// What the bars are, for the table.
  let heading: String

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "mix", title: title,
      subtitle: """
        Share of what is delivered in normal times, by customs value, by where it was made. \
        The lower strip is what micro-factories make.
        """, wide: draw(.wide), narrow: draw(.narrow),
      table: Table(
        [heading] + PlacementClass.allCases.map { $0.word.capitalizedFirst }
          + ["Of which micro-factories"],
        words: bars.map { bar in
          [bar.label]
            + PlacementClass.allCases.map { placement in
              bar.shares.map { NumberFormat.percent($0[placement]) } ?? "–"
            } + [bar.shares.map { NumberFormat.percent($0.microfactories) } ?? "–"]
        }), note: PlacementClass.definition)
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let font = size == .wide ? 13.0 : 11.0
    let left = size == .wide ? 220.0 : 96.0
    let tall = bars.count > 30 ? 14.0 : 22.0
    let legend = Legend(
      items: PlacementClass.allCases.map { placement in
        Legend.Item(label: placement.word, width: 14) { drawing, x, y in
          drawing.rectangle(
            Frame(x: x, y: y - 6, width: 14, height: 12), class: "fill-\(placement.rawValue)")
        }
      }, size: size == .wide ? 12 : 11)
    let top = legend.height(size.points) + 8
    var drawing = Drawing(
      width: size.points, height: top + Double(bars.count) * (tall + 4),
      label: "\(title). The table below has its figures.")
    legend.draw(&drawing, top: 0)
    let x = LinearScale(domain: 0...1, start: left, end: size.points - 2)
    for (index, bar) in bars.enumerated() {
      let y = top + Double(index) * (tall + 4)
      drawing.text(
        TextWidth.fit(bar.label, size: font, width: left - 10), left - 8, y + tall * 0.5 + 4,
        class: "label", anchor: .end)
      guard let shares = bar.shares else {
        drawing.text(bar.lack, left + 4, y + tall * 0.5 + 4, class: "small muted")
        continue
      }
      segments(&drawing, shares, x: x, y: y, height: tall, font: font)
    }
    return drawing
  }

  private func segments(
    _ drawing: inout Drawing, _ shares: PlacementShares, x: LinearScale, y: Double,
    height: Double, font: Double
  ) {
    var sum = 0.0
    for placement in PlacementClass.allCases where shares[placement] > 0 {
      let share = shares[placement]
      let frame = Frame(x: x(sum), y: y, width: x(sum + share) - x(sum), height: height)
      drawing.rectangle(
        Frame(x: frame.x, y: y, width: max(frame.width - 1, 0.5), height: height),
        class: "fill-\(placement.rawValue)",
        title: "\(placement.word.capitalizedFirst) \(NumberFormat.percent(share))")
      let label = NumberFormat.percent(share, places: 0)
      if height >= 20, TextWidth.of(label, size: font) + 8 < frame.width {
        drawing.text(
          label, frame.x + 5, y + height * 0.5 + 4, class: "on-\(placement.rawValue)")
      }
      sum += share
    }
    drawing.rectangle(
      Frame(
        x: x(0), y: y + height - 4, width: x(shares.microfactories) - x(0), height: 4),
      class: "fill-microfactory")
  }
}
