import SupplyData
import TextFiles

/// The tables beside `plan.json`.
extension Plan {
  static let flowsFile = "flows.csv"
  static let productionFile = "production.csv"
  static let drawsFile = "draws.csv"
  static let usesFile = "uses.csv"

  static let flowColumns = TableColumns(
    [
      "period", "scenario", "origin", "destination", "mode", "product", "made_in", "quantity",
      "freight", "duty",
    ], optional: ["claim", "in_quota", "drawn_back"])
  static let productionColumns = TableColumns(
    ["period", "scenario", "facility", "product", "quantity"], optional: ["contract", "claim"])
  static let drawColumns = TableColumns(["period", "scenario", "location", "product", "quantity"])
  static let useColumns = TableColumns([
    "period", "scenario", "facility", "product", "claim", "component", "made_in",
    "component_claim", "quantity",
  ])

  /// The columns of each of them, by the names of their files.
  package static let tableColumns = [
    flowsFile: flowColumns, productionFile: productionColumns, drawsFile: drawColumns,
    usesFile: useColumns,
  ]

  /// The text of `flows.csv`.
  package var flowsText: String {
    let (claims, quotas, refunds) = (
      flows.contains { $0.claim != nil }, flows.contains { $0.inQuota != 0 },
      flows.contains { $0.drawnBack != 0 }
    )
    var needed: Set<String> = []
    if claims { needed.insert("claim") }
    if quotas { needed.insert("in_quota") }
    if refunds { needed.insert("drawn_back") }
    var table = TableText(columns: Self.flowColumns.written(needed), rows: flows.count)
    for row in flows {
      table.add(row.period)
      table.add(row.scenario ?? "")
      table.add(row.origin)
      table.add(row.destination)
      table.add(row.mode)
      table.add(row.product)
      table.add(row.madeIn)
      table.add(row.quantity)
      table.add(row.freight)
      table.add(row.duty)
      if claims { table.add(row.claim ?? "") }
      if quotas { table.add(row.inQuota) }
      if refunds { table.add(row.drawnBack) }
      table.endRow()
    }
    return table.text
  }

  /// The text of `production.csv`.
  package var productionText: String {
    let (contracts, claims) = (
      production.contains { $0.contract != nil }, production.contains { $0.claim != nil }
    )
    var needed: Set<String> = []
    if contracts { needed.insert("contract") }
    if claims { needed.insert("claim") }
    var table = TableText(columns: Self.productionColumns.written(needed), rows: production.count)
    for row in production {
      table.add(row.period)
      table.add(row.scenario ?? "")
      table.add(row.facility)
      table.add(row.product)
      table.add(row.quantity)
      if contracts { table.add(row.contract ?? "") }
      if claims { table.add(row.claim ?? "") }
      table.endRow()
    }
    return table.text
  }

  /// The text of `draws.csv`.
  package var drawsText: String {
    var table = TableText(columns: Self.drawColumns.required, rows: draws.count)
    for row in draws {
      table.add(row.period)
      table.add(row.scenario ?? "")
      table.add(row.location)
      table.add(row.product)
      table.add(row.quantity)
      table.endRow()
    }
    return table.text
  }

  /// The text of `uses.csv`.
  package var usesText: String {
    var table = TableText(columns: Self.useColumns.required, rows: uses.count)
    for row in uses {
      table.add(row.period)
      table.add(row.scenario ?? "")
      table.add(row.facility)
      table.add(row.product)
      table.add(row.claim ?? "")
      table.add(row.component)
      table.add(row.madeIn ?? "")
      table.add(row.componentClaim ?? "")
      table.add(row.quantity)
      table.endRow()
    }
    return table.text
  }

  /// What in the tables is not a finite number and so cannot be written, by file and row.
  var nonFiniteRows: [(file: String, row: Int)] {
    var found: [(file: String, row: Int)] = []
    for (index, row) in flows.enumerated()
    where
      !(row.quantity.isFinite && row.freight.isFinite && row.duty.isFinite
      && row.inQuota.isFinite && row.drawnBack.isFinite)
    {
      found.append((Self.flowsFile, index))
    }
    for (index, row) in production.enumerated() where !row.quantity.isFinite {
      found.append((Self.productionFile, index))
    }
    for (index, row) in draws.enumerated() where !row.quantity.isFinite {
      found.append((Self.drawsFile, index))
    }
    for (index, row) in uses.enumerated() where !row.quantity.isFinite {
      found.append((Self.usesFile, index))
    }
    return found
  }
}
