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
      title: Self.sentence("\(words.second) against \(words.first)"),
      question: "\(first.run.datasetName): \(RunGroup.Key(first.run).question)"
        + (RunGroup.Key(first.run) == RunGroup.Key(second.run)
          ? "" : " against \(RunGroup.Key(second.run).question)"),
      finding: finding)
    if first.run.currency != second.run.currency {
      document.opening.append(
        "Money of the first is \(first.run.currency), of the second \(second.run.currency): costs cannot be compared."
      )
    }
    document.sections = [inputs, plans, costs, network, placements].compactMap { $0 }
    if let section = FrontierSection(runs: [first, second], money: money).section {
      document.sections.append(section)
    }
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
    text.hasPrefix("the dataset as its files are") ? text.capitalizedFirst : text
  }

  // MARK: Inputs

  private var inputs: Section? {
    var section = Section(title: "What differs in the input")
    if changes.isEmpty {
      section.sentences = ["No row differs: both runs read the same dataset."]
      return section
    }
    let count = NumberFormat.count(changes.count, "row differs", "rows differ")
    section.sentences = [
      "\(count.capitalizedFirst). − stands before what \(words.first) has, + before what \(words.second) has."
    ]
    section.blocks = InputTables(changes: changes).tables.map {
      .table(title: $0.title, $0.table, note: $0.note)
    }
    return section
  }

  // MARK: Plans

  private var plans: Section? {
    func cell(_ number: Double?, _ text: (Double) -> String) -> Table.Cell {
      number.map { .shown(.number($0), as: text($0)) } ?? .missing
    }
    let rows: [(String, (RunFacts) -> Table.Cell)] = [
      ("Status", { .text($0.standing) }),
      ("Cost", { [money] in cell($0.plan?.cost) { money($0, digits: 5) } }),
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
    var section = Section(title: "Plans")
    section.blocks.append(
      .table(
        title: "The two results",
        Table(
          [.text(""), .text(names.first).flushRight, .text(names.second).flushRight],
          rows: rows.map { [.text($0.0), $0.1(first), $0.1(second)] }), note: ""))
    if let difference = first.difference(to: second) {
      section.cards = PairCards(first: first, second: second, money: money).cards(difference)
      section.sentences = [CostWords.proof(difference, money)]
    }
    return section
  }

  private var costs: Section? {
    guard first.plan != nil || second.plan != nil else { return nil }
    var rows: [[Table.Cell]] = []
    var bars: [DifferenceFigure.Bar] = []
    for line in CostLines.lines.map(\.name) {
      let (before, after) = (cost(line, first), cost(line, second))
      if (before ?? 0) == 0, (after ?? 0) == 0 { continue }
      rows.append(costRow(CostWords.label(line), before, after))
      if let before, let after, before != after {
        bars.append(.init(label: CostWords.label(line), difference: after - before))
      }
    }
    rows.append(costRow("Total", first.plan?.cost, second.plan?.cost))
    let table = Table(
      [
        .text("", name: "line"), .money(names.first, money, digits: 4),
        .money(names.second, money, digits: 4), .money("Difference", money, isSigned: true),
      ], rows: rows)
    var section = Section(title: "Cost")
    if bars.isEmpty {
      section.blocks = [.table(title: "Cost by line", table, note: "")]
    } else {
      let total = (second.plan?.cost ?? 0) - (first.plan?.cost ?? 0)
      section.blocks = [
        .figure(
          DifferenceFigure(
            bars: bars + [.init(label: "Total", difference: total)], money: money,
            subtitle: """
              \(names.second) less \(names.first), total discounted cost by line, in \(money.name).
              """, table: table
          ).figure(), isInText: true)
      ]
    }
    return section
  }

  private func costRow(_ label: String, _ before: Double?, _ after: Double?) -> [Table.Cell] {
    [.text(label), .init(before), .init(after), .difference(from: before, to: after)]
  }
}
