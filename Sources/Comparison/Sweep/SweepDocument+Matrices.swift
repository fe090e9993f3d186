import FigureDrawing
import Findings
import RunStore
import SupplyPlan
import TextFiles
import Wording

extension SweepDocument {
  /// The most panels whose tables are written out.
  static let mostPanels = 12

  /// A heat map of the cost, one of the footprints, and one for each other quantity.
  var matrices: [Section.Block] {
    guard let (rows, columns) = grid.plane else { return [] }
    let panels = grid.panels
    let most = min(
      Self.mostPanels,
      HeatMap.mostPanels(rows: rows.values.count, columns: columns.values.count))
    let shown = Array(panels.prefix(most))
    let note =
      panels.count > shown.count
      ? "Of \(panels.count) combinations of the further axes the first \(shown.count) are shown; --csv and --json have all."
      : ""
    // What it costs and which sites that takes are the answer; the rest explains it.
    var figures = SweepQuantity.shown(of: grid.members).map {
      figure($0, rows, columns, shown, note)
    }
    figures.insert(footprintFigure(rows, columns, shown, note), at: min(1, figures.count))
    return figures.map { .figure($0, isInText: true) }
  }

  private func figure(
    _ quantity: SweepQuantity, _ rows: SweepGrid.Axis, _ columns: SweepGrid.Axis,
    _ panels: [SweepGrid.Panel], _ note: String
  ) -> Figure {
    let values = grid.members.compactMap(quantity.value)
    let numbers = SweepNumbers(quantity, values: values, money: money)
    let scale = HeatMapScale(quantity: quantity).scale
    let domain = quantity.domain(values)
    let share = LinearScale(domain: domain, start: 0, end: 1)
    let map = map(
      "\(quantity.name) over \(rows.name) and \(columns.name)", rows, columns, panels
    ) {
      facts in
      let value = quantity.value(of: facts)
      return (value.map { mark(facts) + numbers($0) }, value.map { scale.hex(at: share($0)) })
    } legend: {
      let ends = [domain.lowerBound, domain.upperBound].map {
        "\(numbers($0))\u{A0}\(numbers.unit)"
      }
      return .scale(scale, least: ends[0], greatest: ends[1])
    }
    let (least, greatest) = (numbers(values.min() ?? 0), numbers(values.max() ?? 0))
    let title =
      values.isEmpty
      ? "\(quantity.name) (\(numbers.unit))"
      : least == greatest
        ? "\(quantity.name) is \(least)\u{A0}\(numbers.unit) throughout"
        : "\(quantity.name) ranges from \(least) to \(greatest)\u{A0}\(numbers.unit)"
    return Figure(
      kind: quantity.kind, title: title, subtitle: "\(quantity.meaning(money)).".capitalizedFirst,
      wide: map.draw(.wide), narrow: map.draw(.narrow), table: table(map), note: self.note(note))
  }

  private func footprintFigure(
    _ rows: SweepGrid.Axis, _ columns: SweepGrid.Axis, _ panels: [SweepGrid.Panel], _ note: String
  ) -> Figure {
    let here = Set(grid.members.compactMap { $0.footprint.flatMap(footprints.letter) })
    let present = footprints.all.filter { here.contains($0.letter) }
    let map = map(
      "Footprint over \(rows.name) and \(columns.name)", rows, columns, panels, marksRivals: true
    ) { facts in
      let letter = facts.footprint.flatMap(footprints.letter)
      return (
        footprints.mark(facts).map { mark(facts) + $0 }, letter.map { Self.colour($0, present) }
      )
    } legend: {
      .classes(
        hasHollow: grid.members.contains { $0.verdict?.nearest != nil },
        present.prefix(Palette.classes.count).map { footprint in
          (
            Self.colour(footprint.letter, present),
            "\(footprint.letter): \(words(footprint))"
          )
        })
    }
    return Figure(
      kind: "footprint", title: SweepWinners(grid.members).title,
      subtitle: """
        Each letter is a footprint: the facilities that are open in the last period of the best plan known. A is the most frequent; \
        the table of footprints says how the others differ.
        """, wide: map.draw(.wide), narrow: map.draw(.narrow), table: table(map),
      note: self.note([note, tooClose].filter { !$0.isEmpty }.joined(separator: " ")))
  }

  /// What the tilde is, where there is one.
  private var tooClose: String {
    guard grid.members.contains(where: { $0.verdict?.nearest != nil }) else { return "" }
    return """
      ~ (hollow): too close to call. Another footprint costs as little, to within what the solve leaves unproven.
      """
  }

  private func words(_ footprint: Footprints.Footprint) -> String {
    if footprint == footprints.all.first {
      return NumberFormat.count(footprint.facilities.count, "facility", "facilities")
    }
    let difference = footprints.difference(of: footprint)
    let text =
      (difference.has.map { "+\($0)" } + difference.lacks.map { "−\($0)" })
      .joined(separator: " ")
    return text.count > 44 ? text.prefix(43) + "…" : text
  }

  /// The colour of a letter; those beyond the last colour are all grey.
  private static func colour(_ letter: String, _ present: [Footprints.Footprint]) -> String {
    let index = present.firstIndex { $0.letter == letter } ?? 0
    return index < Palette.classes.count ? Palette.classes[index] : "#d5dae0"
  }

  private func map(
    _ label: String, _ rows: SweepGrid.Axis, _ columns: SweepGrid.Axis,
    _ panels: [SweepGrid.Panel], marksRivals: Bool = false,
    cell: (RunFacts) -> (text: String?, colour: String?), legend: () -> HeatMap.Legend
  ) -> HeatMap {
    HeatMap(
      label: label, rows: rows, columns: columns,
      panels: panels.map { panel in
        HeatMap.Panel(
          title: panel.title,
          cells: panel.cells.map { line in
            line.map { facts in
              guard let facts else {
                return HeatMap.Cell(text: "not run", colour: nil, title: "not run")
              }
              let content = cell(facts)
              let isOpen = marksRivals && facts.verdict?.nearest != nil
              return HeatMap.Cell(
                text: content.text ?? facts.lack ?? "", colour: content.colour,
                title: "\(facts.name): \(content.text ?? facts.standing)"
                  + (isOpen ? rivalWords(facts) : ""),
                isHollow: isOpen)
            }
          })
      }, legend: legend())
  }

  /// By how little another footprint is dearer, for who points at a cell.
  private func rivalWords(_ facts: RunFacts) -> String {
    guard let rival = facts.verdict?.nearest, let plan = facts.plan, plan.cost != 0 else {
      return ""
    }
    let name = footprints.letter(of: rival.facilities) ?? "another footprint"
    let more = NumberFormat.percent((rival.cost - plan.cost) / abs(plan.cost), places: 2)
    let gap = NumberFormat.percent(plan.gap ?? 0, places: 2, rounding: .up)
    return ", too close to call: \(name) costs \(more) more, and \(gap) is unproven"
  }

  /// An asterisk before what a limit has stopped.
  private func mark(_ facts: RunFacts) -> String { facts.run.status == .stopped ? "*" : "" }

  private func note(_ more: String) -> String {
    let stopped =
      grid.members.contains { $0.run.status == .stopped && $0.plan != nil }
      ? "* stopped by its limit; its bound holds." : ""
    return [more, stopped].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The map's cells as a table, with the values of further axes in front where there are any.
  private func table(_ map: HeatMap) -> Table {
    let isTitled = map.panels.count > 1
    let names = isTitled ? 2 : 1
    return Table(
      (isTitled ? [""] : []) + ["\(map.rows.name) \\ \(map.columns.name)"] + map.columns.labels,
      names: names,
      words: map.panels.flatMap { panel in
        zip(map.rows.labels, panel.cells).map { value, cells in
          (isTitled ? [panel.title] : []) + [value] + cells.map(\.text)
        }
      })
  }
}
