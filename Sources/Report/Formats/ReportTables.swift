import FigureDrawing
import Findings
import SupplyPlan
import TextFiles

/// The tables of a report as CSV files: of the frontier, of the plan that the report opens with, of the analyses, and behind each figure.
///
/// Tables of the frontier, the plan and the analyses hold numbers as they were computed; those behind figures what the report shows,
/// rounded, with units.
public struct ReportTables: Sendable {
  /// A table.
  public struct File: Sendable, Equatable {
    /// Its name, with `.csv`.
    public let name: String
    /// What it holds: RFC 4180, its first line the names of columns.
    public let text: String
  }

  private let input: ReportInput

  /// The tables of the report of `input`.
  public init(_ input: ReportInput) {
    self.input = input
  }

  /// The files.
  ///
  /// - Throws: ``ReportError`` where the parts of the input do not belong together; `Faults` of a dataset that contradicts itself.
  public func files() throws -> [File] {
    let outline = try ReportOutline(input)
    let plan = input.chosenPlan.flatMap { $0.cost == nil ? nil : $0 }
    let raw =
      frontier
      + (plan.map { PlanTables(plan: $0).tables } ?? []).map { ("plan-\($0.name)", $0.text) }
      + findings.flatMap(\.tables).filter { !$0.rows.isEmpty }.map { ($0.name, $0.csv) }
    let shown = zip(outline.figureNames, outline.parts.flatMap(\.figures)).filter {
      !$0.1.table.rows.isEmpty
    }.map { name, figure in ("figure-\(name)", Self.text(figure.table)) }
    var names: Set<String> = []
    return (raw.map { ($0.0, InertTable.table($0.1)) } + shown).compactMap { name, text in
      names.insert(name).inserted ? File(name: name + ".csv", text: text) : nil
    }
  }

  private var findings: [any Finding] {
    let all: [(any Finding)?] = [
      input.stress, input.premium,
      input.sources.indices.contains(input.chosen) ? input.sources[input.chosen] : nil, input.flip,
      input.regret, input.alternatives, input.explanation,
    ]
    return all.compactMap(\.self)
  }

  private var frontier: [(String, String)] {
    guard let frontier = input.frontier else { return [] }
    var points = TableText(
      columns: ["point", "cost", "sales_at_risk", "bound", "gap", "joined_to_next", "plan"],
      rows: frontier.points.count)
    for (index, point) in frontier.points.enumerated() {
      for number in [
        Double(index + 1), point.cost, point.salesAtRisk, point.bound, point.gap,
      ] { points.add(number) }
      points.add(point.isJoined ? "true" : "false")
      points.add(point.plan)
      points.endRow()
    }
    var bounds = TableText(columns: ["cap", "bound"], rows: frontier.bounds.count)
    for bound in frontier.bounds {
      bounds.add(bound.cap)
      bounds.add(bound.bound)
      bounds.endRow()
    }
    return [("frontier", points.text), ("frontier-bounds", bounds.text)]
  }

  /// What a figure's table shows; numbers without a unit as programs read them.
  static func text(_ table: FigureTable) -> String {
    var text = TableText(columns: table.columns.map { plain($0.title) }, rows: table.rows.count)
    for row in table.rows {
      for cell in row { text.add(plain(cell)) }
      text.endRow()
    }
    return text.text
  }

  private static func plain(_ shown: String) -> String {
    let text = shown.replacing(NumberFormat.space, with: " ")
    let number = text.replacing("−", with: "-").replacing(",", with: "")
    let isNumber = text.wholeMatch(of: /−?[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?/) != nil
    return InertTable.cell(isNumber ? number : text)
  }
}
