internal import GRDB
import SupplyPlan

extension RunStore {
  /// Keeps a plan in figures, so that plans can be compared without being unpacked.
  static func insert(_ stored: RunFiles.StoredPlan, of run: Int64, in database: Database) throws {
    let plan = stored.plan
    guard let cost = plan.cost, let salesAtRisk = plan.risk.salesAtRisk else { return }
    let lines = CostLines.lines
    let marks = [String](repeating: "?", count: 8 + lines.count).joined(separator: ", ")
    let values: [(any DatabaseValueConvertible)?] =
      [
        run, stored.file, stored.role, plan.termination.rawValue, cost, plan.bound, plan.gap,
        salesAtRisk,
      ] + lines.map { plan.costs[keyPath: $0.value] }
    try database.execute(
      sql: """
        INSERT INTO plan (run, plan, role, termination, cost, bound, gap, sales_at_risk,
          \(lines.map(\.name).joined(separator: ", "))) VALUES (\(marks))
        """, arguments: StatementArguments(values))
    // What is closed, and was, is no news.
    for row in plan.facilities where row.open || row.closed {
      try database.execute(
        sql: """
          INSERT INTO facility (run, plan, period, facility, open, opened, closed)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run, stored.file, row.period, row.facility, row.open, row.opened, row.closed,
        ])
    }
    for row in plan.mix {
      try database.execute(
        sql: """
          INSERT INTO mix (run, plan, period, class, country, microfactory, value_share)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run, stored.file, row.period, row.class.rawValue, row.country, row.microfactory,
          row.valueShare,
        ])
    }
  }
}
