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
    let mix: PlacementMix?
    /// Why there is no mix.
    let lack: String

    /// The mix of a run in a period, the last one where none is named.
    init(_ facts: RunFacts, label: String, period: String? = nil) {
      self.label = label
      let period = period ?? facts.periods.last
      mix = facts.plan == nil ? nil : period.flatMap { facts.mix[$0] }
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
        Share of deliveries in normal times by where the goods are made, at customs value. The lower strip is the share of \
        micro-factories.
        """, wide: draw(.wide), narrow: draw(.narrow),
      table: Table(
        [.text(heading)] + PlacementMix.columns,
        rows: bars.map { [.text($0.label)] + PlacementMix.cells($0.mix) }),
      note: PlacementClass.definition)
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let font = size == .wide ? 13.0 : 11.0
    let left = size == .wide ? 220.0 : 96.0
    let tall = bars.count > 30 ? 14.0 : 22.0
    let legend = Legend(
      items: PlacementBar.legend(hasMicrofactories: false), size: size == .wide ? 12 : 11)
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
      guard let mix = bar.mix else {
        drawing.text(bar.lack, left + 4, y + tall * 0.5 + 4, class: "small muted")
        continue
      }
      PlacementBar(shares: mix.shares).draw(
        &drawing, x: x, y: y, height: tall, font: tall >= 20 ? font : nil,
        title: { "\($0.placement.word.capitalizedFirst) \(NumberFormat.percent($0.share))" },
        drop: { _ in tall * 0.5 + 4 })
      drawing.rectangle(
        Frame(x: x(0), y: y + tall - 4, width: x(mix.microfactoryShare) - x(0), height: 4),
        class: "fill-microfactory")
    }
    return drawing
  }
}
