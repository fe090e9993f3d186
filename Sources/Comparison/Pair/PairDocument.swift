import FigureDrawing
import Findings
import RunStore
import SupplyPlan
import TextFiles
import Wording

extension PlanPair {
  /// What is said and shown of the pair.
  var document: Document {
    let words = words
    var document = Document(
      title: Self.sentence("\(words.second) compared with \(words.first)"),
      question: "\(first.run.datasetName): \(RunGroup.Key(first.run).question)"
        + (RunGroup.Key(first.run) == RunGroup.Key(second.run)
          ? "" : " compared with \(RunGroup.Key(second.run).question)"),
      finding: finding)
    if first.run.currency != second.run.currency {
      document.opening.append(
        "The first is in \(first.run.currency), the second in \(second.run.currency): their costs cannot be compared."
      )
    }
    document.sections =
      [
        plans, costs, network, placements,
        FrontierSection(runs: [first, second], money: money).section, inputs,
      ].compactMap { $0 }
    document.definitions =
      [
        Definitions.cost, Definitions.bound, Definitions.gaps, Definitions.resilience,
        Definitions.mix, Definitions.dataset,
      ] + Definitions.risk(of: [first, second])
    return document
  }

  var money: MoneyFormat { MoneyFormat(currency: first.run.currency) }

  /// The difference of the costs, and whether it is proved.
  private var finding: String {
    guard let difference = first.difference(to: second) else {
      let without = [(words.first, first), (words.second, second)].compactMap { name, facts in
        facts.lack.map { "\(name) has no plan (\($0))" }
      }
      return Self.sentence(without.joined(separator: ", "))
    }
    return Self.sentence(
      "\(words.second) \(CostWords.sentence(difference, money, than: words.first))")
  }

  /// With a capital where it does not begin with a name, which stays as it is written.
  private static func sentence(_ text: String) -> String {
    text.hasPrefix("the unchanged dataset") ? text.capitalizedFirst : text
  }

  // MARK: Inputs

  private var inputTitle: String {
    changes.isEmpty
      ? "The inputs are the same"
      : NumberFormat.count(
        changes.count, "row of input differs", "rows of input differ", inWords: true
      ).capitalizedFirst
  }

  private var inputs: Section? {
    var section = Section(title: inputTitle)
    if changes.isEmpty {
      section.sentences = ["Both runs read the same dataset."]
      return section
    }
    section.sentences = [
      "Rows marked − are in \(words.first) alone, rows marked + in \(words.second) alone."
    ]
    section.blocks = InputTables(changes: changes).tables.map {
      .table(title: $0.title, $0.table, note: $0.note)
    }
    return section
  }

  // MARK: Plans

  private var plansTitle: String {
    guard let difference = first.difference(to: second) else { return "Results" }
    return switch difference.verdict {
    case .equal: "Both cost the same"
    case .dearer, .cheaper: "The difference in cost is proved"
    case .withinGaps: "The difference in cost is too small to be proved"
    case .unknown: "Nothing is proved of the difference in cost"
    }
  }

  private var plans: Section? {
    func cell(_ number: Double?, _ text: (Double) -> String) -> Table.Cell {
      number.map { .shown(.number($0), as: text($0)) } ?? .missing
    }
    let rows: [(String, (RunFacts) -> Table.Cell)] = [
      ("Status", { .text($0.standing) }),
      ("Cost", { [money] in cell($0.plan?.cost) { money($0, digits: 5) } }),
      (CostParts.spend, { [money] in cell($0.plan?.spend) { money($0, digits: 5) } }),
      (
        CostParts.salesNotMade,
        { [money] in cell($0.plan?.salesNotMade) { money($0, digits: 5) } }
      ),
      (
        "Bound", { [money] in cell($0.plan?.bound) { money($0, digits: 5, rounding: .down) } }
      ),
      ("Gap", { cell($0.plan?.gap) { NumberFormat.percent($0, places: 2, rounding: .up) } }),
      ("Sales at risk", { cell($0.plan?.salesAtRisk) { NumberFormat.percent($0, places: 2) } }),
      ("Resilience", { cell($0.resilience) { NumberFormat.percent($0, places: 2) } }),
      (
        "Measure of risk",
        { facts in
          .init(
            facts.run.measure.map { measure in
              measure + (facts.run.level.map { " \($0)" } ?? "")
            })
        }
      ),
      ("Seconds", { cell($0.run.wallSeconds) { NumberFormat.decimal($0, places: 1) } }),
    ]
    var section = Section(title: plansTitle)
    section.blocks.append(
      .table(
        title: "Results",
        Table(
          [.text(""), .text(names.first).flushRight, .text(names.second).flushRight],
          rows: rows.map { [.text($0.0), $0.1(first), $0.1(second)] }), note: ""))
    if let difference = first.difference(to: second) {
      section.cards = PairCards(first: first, second: second, money: money).cards(difference)
      section.sentences = [CostWords.proof(difference, money, of: words.second, than: words.first)]
    }
    return section
  }

  private var costs: Section? {
    guard first.plan != nil || second.plan != nil else { return nil }
    var rows: [[Table.Cell]] = []
    var bars: [DifferenceFigure.Bar] = []
    for line in CostLines.lines.map(\.name) where line != "shortage" {
      let (before, after) = (cost(line, first), cost(line, second))
      if (before ?? 0) == 0, (after ?? 0) == 0 { continue }
      rows.append(costRow(CostWords.label(line), before, after))
      if let before, let after, before != after {
        bars.append(.init(label: CostWords.label(line), difference: after - before))
      }
    }
    let (before, after) = (first.plan?.salesNotMade, second.plan?.salesNotMade)
    if (before ?? 0) != 0 || (after ?? 0) != 0 {
      rows.append(costRow(CostParts.spend, first.plan?.spend, second.plan?.spend))
      rows.append(costRow(CostParts.salesNotMade, before, after))
      if let before, let after, before != after {
        bars.append(.init(label: CostParts.salesNotMade, difference: after - before))
      }
    }
    rows.append(costRow("Total", first.plan?.cost, second.plan?.cost))
    let table = Table(
      [
        .text("", name: "line"), .money(names.first, money, digits: 4),
        .money(names.second, money, digits: 4), .money("Difference", money, isSigned: true),
      ], rows: rows)
    var section = Section(title: costTitle(bars))
    if bars.isEmpty {
      section.blocks = [.table(title: "Cost by line", table, note: "")]
    } else {
      let total = (second.plan?.cost ?? 0) - (first.plan?.cost ?? 0)
      section.blocks = [
        .figure(
          DifferenceFigure(
            bars: bars + [.init(label: "Total", difference: total)], money: money,
            subtitle: """
              \(names.second) minus \(names.first): total discounted cost by line, in \(money.name).
              """, table: table
          ).figure(), isInText: true)
      ]
    }
    return section
  }

  /// Which line makes most of the difference.
  private func costTitle(_ bars: [DifferenceFigure.Bar]) -> String {
    guard let widest = bars.max(by: { abs($0.difference) < abs($1.difference) }) else {
      return "Cost, line by line"
    }
    let word = widest.difference > 0 ? "more" : "less"
    return """
      They differ most in \(widest.label.lowercased()): \(money(abs(widest.difference))) \(word) in \(words.second)
      """
  }

  private func costRow(_ label: String, _ before: Double?, _ after: Double?) -> [Table.Cell] {
    [.text(label), .init(before), .init(after), .difference(from: before, to: after)]
  }
}
