import FigureDrawing
import Findings
import SupplyData
import Wording

/// What each scenario costs in sales, output by output.
struct LossSection {
  /// A scenario, by output.
  private struct Row {
    let name: String
    /// Shares of a year's sales; `nil` without a plan or the scenario.
    let losses: [Double?]

    var greatest: Double { losses.compactMap(\.self).max() ?? 0 }
    var spread: Double { greatest - (losses.compactMap(\.self).min() ?? 0) }
  }

  let comparison: OutputComparison

  /// The section; `nil` where no output has a plan, or no dataset a scenario.
  var section: Section? {
    let rows = rows
    guard rows.contains(where: { $0.losses.contains { $0 != nil } }) else { return nil }
    return Section(
      title: title(rows), blocks: [.figure(figure(rows), isInText: true)])
  }

  /// The scenarios, the worst first.
  private var rows: [Row] {
    var scenarios: [(id: String, name: String)] = []
    var known: Set<String> = []
    for scenario in comparison.outputs.flatMap(\.dataset.scenarios)
    where known.insert(scenario.id).inserted {
      scenarios.append((scenario.id, scenario.name))
    }
    return scenarios.map { id, name in
      Row(name: name, losses: comparison.outputs.map { $0.meanLoss(scenario: id) })
    }.sorted { $0.greatest > $1.greatest }
  }

  private func title(_ rows: [Row]) -> String {
    guard let widest = rows.max(by: { $0.spread < $1.spread }), widest.spread > 0.0005 else {
      return comparison.facts.count > 1
        ? "Every event costs all of them the same sales" : "Sales lost in each event"
    }
    let known = widest.losses.enumerated().compactMap { index, loss in loss.map { (index, $0) } }
    guard let most = known.max(by: { $0.1 < $1.1 }), let least = known.min(by: { $0.1 < $1.1 })
    else { return "Sales lost in each event" }
    return """
      They differ most in “\(widest.name)”: \(comparison.names[most.0]) loses \
      \(NumberFormat.percent(most.1)) of a year’s sales, \(comparison.names[least.0]) \
      \(NumberFormat.percent(least.1))
      """
  }

  private func figure(_ rows: [Row]) -> Figure {
    let most = rows.map(\.greatest).max() ?? 0
    let scale = Palette.heat
    let map = HeatMap(
      label: "Sales lost in each event",
      rows: .init(name: "Event", texts: rows.map(\.name)),
      columns: .init(name: "Output", texts: comparison.names),
      panels: [
        .init(
          title: "",
          cells: rows.map { row in
            zip(comparison.names, row.losses).map { name, loss in
              guard let loss else { return .init(text: "–", colour: nil, title: name) }
              let text = NumberFormat.percent(loss)
              return .init(
                text: text, colour: scale.hex(at: most > 0 ? loss / most : 0),
                title: "\(name), \(row.name): \(text)")
            }
          })
      ],
      legend: .scale(scale, least: NumberFormat.percent(0), greatest: NumberFormat.percent(most)))
    return Figure(
      kind: "losses", title: "Sales lost in each event",
      subtitle: """
        Share of a normal year’s sales lost in each event, averaged over the years; the worst first.
        """,
      wide: map.draw(.wide), narrow: map.draw(.narrow),
      table: Table(
        [.text("Event")] + comparison.names.map { .share($0, places: 2) },
        rows: rows.map { row in [.text(row.name)] + row.losses.map { .init($0) } }),
      note: "A dash: no plan, or no such event in that dataset.")
  }
}
