import SupplyData
import TextFiles

/// The three tables beside `plan.json`.
extension Plan {
  static let flowsFile = "flows.csv"
  static let productionFile = "production.csv"
  static let drawsFile = "draws.csv"

  static let flowColumns = [
    "period", "scenario", "origin", "destination", "mode", "product", "made_in", "quantity",
    "freight", "duty",
  ]
  static let productionColumns = ["period", "scenario", "facility", "product", "quantity"]
  static let drawColumns = ["period", "scenario", "location", "product", "quantity"]

  /// The columns of each of them, by the names of their files.
  package static let tableColumns = [
    flowsFile: flowColumns, productionFile: productionColumns, drawsFile: drawColumns,
  ]

  /// The text of `flows.csv`.
  package var flowsText: String {
    var table = TableText(columns: Self.flowColumns, rows: flows.count)
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
      table.endRow()
    }
    return table.text
  }

  /// The text of `production.csv`.
  package var productionText: String {
    var table = TableText(columns: Self.productionColumns, rows: production.count)
    for row in production {
      table.add(row.period)
      table.add(row.scenario ?? "")
      table.add(row.facility)
      table.add(row.product)
      table.add(row.quantity)
      table.endRow()
    }
    return table.text
  }

  /// The text of `draws.csv`.
  package var drawsText: String {
    var table = TableText(columns: Self.drawColumns, rows: draws.count)
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

  /// The rows of `flows.csv`.
  static func flows(_ bytes: [UInt8], log: FileFaults) -> [FlowRow] {
    var table = TableReader(bytes, columns: flowColumns, log: log)
    return table.rows { row in
      FlowRow(
        period: row.text(0), scenario: row.optionalText(1), origin: row.text(2),
        destination: row.text(3), mode: row.text(4), product: row.text(5), madeIn: row.text(6),
        quantity: row.number(7), freight: row.number(8), duty: row.number(9))
    }
  }

  /// The rows of `production.csv`.
  static func production(_ bytes: [UInt8], log: FileFaults) -> [ProductionFlowRow] {
    var table = TableReader(bytes, columns: productionColumns, log: log)
    return table.rows { row in
      ProductionFlowRow(
        period: row.text(0), scenario: row.optionalText(1), facility: row.text(2),
        product: row.text(3), quantity: row.number(4))
    }
  }

  /// The rows of `draws.csv`.
  static func draws(_ bytes: [UInt8], log: FileFaults) -> [DrawRow] {
    var table = TableReader(bytes, columns: drawColumns, log: log)
    return table.rows { row in
      DrawRow(
        period: row.text(0), scenario: row.optionalText(1), location: row.text(2),
        product: row.text(3), quantity: row.number(4))
    }
  }

  /// What in the tables is not a finite number and so cannot be written, by file and row.
  var nonFiniteRows: [(file: String, row: Int)] {
    var found: [(file: String, row: Int)] = []
    for (index, row) in flows.enumerated()
    where !(row.quantity.isFinite && row.freight.isFinite && row.duty.isFinite) {
      found.append((Self.flowsFile, index))
    }
    for (index, row) in production.enumerated() where !row.quantity.isFinite {
      found.append((Self.productionFile, index))
    }
    for (index, row) in draws.enumerated() where !row.quantity.isFinite {
      found.append((Self.drawsFile, index))
    }
    return found
  }
}
