import FigureDrawing
import Findings
import RunStore
import SupplyPlan
import Wording

/// The costs of outputs line by line.
struct LineSection {
  /// A line of the cost, by output.
  struct Line {
    let label: String
    let costs: [Double?]

    /// The greatest of the costs less the least.
    var spread: Double {
      let known = costs.compactMap(\.self)
      return (known.max() ?? 0) - (known.min() ?? 0)
    }
  }

  let comparison: OutputComparison

  private var facts: [RunFacts] { comparison.facts }
  private var money: MoneyFormat { comparison.money }

  /// The lines that some output pays, the greatest first.
  private var lines: [Line] {
    CostLines.lines.map(\.name).map { name in
      Line(
        label: CostWords.label(name),
        costs: facts.map { run in run.plan?.costLines.first { $0.name == name }?.value })
    }.filter { line in line.costs.contains { ($0 ?? 0) != 0 } }
      .sorted { size($0) > size($1) }
  }

  private func size(_ line: Line) -> Double { line.costs.map { abs($0 ?? 0) }.max() ?? 0 }

  /// The section; `nil` where no output has a plan.
  var section: Section? {
    let lines = lines
    guard !lines.isEmpty else { return nil }
    let figure = LineBars(
      lines: lines, names: comparison.names, money: money, table: table(lines)
    ).figure()
    return Section(
      title: title(lines), blocks: [.figure(figure, isInText: true)])
  }

  private func title(_ lines: [Line]) -> String {
    let usual = "Costs, line by line"
    guard let widest = lines.max(by: { $0.spread < $1.spread }),
      let most = index(of: widest, >), let least = index(of: widest, <)
    else { return usual }
    let total = facts.compactMap { $0.plan?.cost }.max() ?? 0
    guard most != least, widest.spread > 1e-6 * total else {
      return "All cost the same, line by line"
    }
    // What is granted is a cost below 0.
    if widest.costs.allSatisfy({ ($0 ?? 0) <= 0 }) {
      return """
        They differ most in \(widest.label.lowercased()): \(comparison.names[least]) gets \
        \(money(widest.spread)) more than \(comparison.names[most])
        """
    }
    return """
      They differ most in \(widest.label.lowercased()): \(comparison.names[most]) pays \
      \(money(widest.spread)) more than \(comparison.names[least])
      """
  }

  private func index(of line: Line, _ isBetter: (Double, Double) -> Bool) -> Int? {
    let known = line.costs.enumerated().compactMap { index, cost in cost.map { (index, $0) } }
    return known.max { isBetter($1.1, $0.1) }?.0
  }

  private func table(_ lines: [Line]) -> Table {
    let isPair = facts.count == 2
    func cells(_ costs: [Double?]) -> [Table.Cell] {
      let cells = costs.map { Table.Cell($0) }
      return isPair ? cells + [.difference(from: costs[0], to: costs[1])] : cells
    }
    let lost = lines.filter { $0.label == CostParts.salesNotMade }
    let spent = lines.filter { $0.label != CostParts.salesNotMade }
    let parts: [[Table.Cell]] = lost.flatMap { line in
      [
        [.text(CostParts.spend)] + cells(facts.map { $0.plan?.spend }),
        [.text(line.label)] + cells(line.costs),
      ]
    }
    return Table(
      [.text("", name: "line")] + comparison.names.map { .money($0, money, digits: 4) }
        + (isPair ? [.money("Difference", money, isSigned: true)] : []),
      rows: spent.map { [.text($0.label)] + cells($0.costs) } + parts + [
        [.text("Total")] + cells(facts.map { $0.plan?.cost })
      ])
  }
}
