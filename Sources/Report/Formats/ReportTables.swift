import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The tables of a report as CSV files: of the frontier, of the plan that the report opens with, of the analyses, and behind each figure.
///
/// All hold numbers as they were computed, those behind figures too, whose columns name the unit.
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
    let tables =
      frontier.map { ($0.name, $0) }
      + (plan.map { PlanTables(plan: $0).tables } ?? []).map { ("plan-\($0.table.name)", $0.table) }
      + findings.flatMap(\.tables).filter { !$0.rows.isEmpty }.map { ($0.name, $0) }
    let shown = zip(outline.figureNames, outline.sections.flatMap(\.figures)).filter {
      !$0.1.table.rows.isEmpty
    }
    var names: Set<String> = []
    // Spaces at which no line breaks are for readers.
    return
      (tables.map { ($0, $1.csv) }
      + shown.map { ("figure-\($0)", $1.table.csv.replacing(NumberFormat.space, with: " ")) })
      .compactMap { name, text in
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

  private var frontier: [Table] {
    guard let frontier = input.frontier else { return [] }
    let currency = input.dataset.settings.currency.lowercased()
    return [
      Table(
        "frontier",
        columns: [
          "point", "cost_\(currency)", "sales_at_risk_share", "bound_\(currency)", "gap_share",
          "joined_to_next", "plan",
        ],
        rows: frontier.points.enumerated().map { index, point in
          [
            .whole(index + 1), .number(point.cost), .number(point.salesAtRisk),
            .number(point.bound), .number(point.gap), .flag(point.isJoined), .text(point.plan),
          ]
        }),
      Table(
        "frontier-bounds", columns: ["cap_share", "bound_\(currency)"],
        rows: frontier.bounds.map { [.number($0.cap), .number($0.bound)] }),
    ]
  }
}
