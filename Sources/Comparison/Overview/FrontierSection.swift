import FigureDrawing
import Findings
import RunStore
import SupplyPlan
import Wording

/// What is said and shown of the frontiers among some runs.
struct FrontierSection {
  let runs: [RunFacts]
  let money: MoneyFormat
  /// Single plans, which are drawn beside the frontiers.
  var plans: [RunFacts] = []
  /// Whether all points can be had as tables for other programs.
  var hasTables = true

  /// The part of the document; `nil` without a frontier.
  var section: Section? {
    let frontiers = runs.filter { !$0.points.isEmpty }
    guard let figure = FrontierOverlay(runs: runs, money: money, plans: plans).figure() else {
      return nil
    }
    var section = Section(
      title: "Frontiers", blocks: [.figure(figure, isInText: false)])
    let levels = FrontierLevels.levels(of: frontiers)
    if levels.isEmpty { return section }
    let table = frontiers.count == 2 ? pair(frontiers, levels) : costs(frontiers, levels)
    let elsewhere = hasTables ? ", as have --csv and --json" : ""
    section.blocks.append(
      .table(
        title: "Cost by level of resilience", table,
        note: """
          The cheapest point with at least that resilience; where points are joined, plans between them may cost less. The figure’s \
          table has all points\(elsewhere).
          """))
    return section
  }

  private func numbers(_ frontiers: [RunFacts]) -> SweepNumbers {
    SweepNumbers(
      .cost, values: frontiers.flatMap(\.points).map(\.cost), money: money, significant: 5)
  }

  /// A row for each frontier, a column for each level.
  private func costs(_ frontiers: [RunFacts], _ levels: [Double]) -> Table {
    let numbers = numbers(frontiers)
    return Table(
      [.text("Variant (\(numbers.unit))"), .whole("Points")]
        + levels.map { numbers.column(NumberFormat.given($0)) },
      rows: frontiers.map { facts in
        [.text(facts.label), .whole(facts.points.count)]
          + levels.map { level in .init(FrontierLevels(facts: facts).cost(at: level)) }
      })
  }

  /// A row for each level, with the difference and what is proved of it.
  private func pair(_ frontiers: [RunFacts], _ levels: [Double]) -> Table {
    let numbers = numbers(frontiers)
    let labels =
      frontiers[0].label == frontiers[1].label
      ? frontiers.map { "run \($0.run.id)" } : frontiers.map(\.label)
    var level = Table.Column.givenShare("Resilience")
    level.isFlushRight = false
    return Table(
      [
        level, numbers.column("\(labels[0]) (\(numbers.unit))"), numbers.column(labels[1]),
      ] + CostDifference.columns(share: "Difference"),
      rows: levels.map { level in
        [.number(level)]
          + frontiers.map { .init(FrontierLevels(facts: $0).cost(at: level)) }
          + CostDifference.cells(
            FrontierLevels.difference(from: frontiers[0], to: frontiers[1], at: level))
      })
  }
}
