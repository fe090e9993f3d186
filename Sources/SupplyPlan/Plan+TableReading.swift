import SupplyData
import TextFiles

/// The rows of the tables beside `plan.json`.
extension Plan {
  /// The rows of `flows.csv`.
  static func flows(_ bytes: [UInt8], log: FileFaults) -> [FlowRow] {
    var table = TableReader(bytes, flowColumns, log: log)
    return table.rows { row in
      FlowRow(
        period: row.text(0), scenario: row.optionalText(1), origin: row.text(2),
        destination: row.text(3), mode: row.text(4), product: row.text(5), madeIn: row.text(6),
        quantity: row.number(7), freight: row.number(8), duty: row.number(9),
        claim: row.optionalText(10), inQuota: row.optionalNumber(11) ?? 0,
        drawnBack: row.optionalNumber(12) ?? 0)
    }
  }

  /// The rows of `production.csv`.
  static func production(_ bytes: [UInt8], log: FileFaults) -> [ProductionFlowRow] {
    var table = TableReader(bytes, productionColumns, log: log)
    return table.rows { row in
      ProductionFlowRow(
        period: row.text(0), scenario: row.optionalText(1), facility: row.text(2),
        product: row.text(3), quantity: row.number(4), contract: row.optionalText(5),
        claim: row.optionalText(6))
    }
  }

  /// The rows of `draws.csv`.
  static func draws(_ bytes: [UInt8], log: FileFaults) -> [DrawRow] {
    var table = TableReader(bytes, drawColumns, log: log)
    return table.rows { row in
      DrawRow(
        period: row.text(0), scenario: row.optionalText(1), location: row.text(2),
        product: row.text(3), quantity: row.number(4))
    }
  }

  /// The rows of `uses.csv`.
  static func uses(_ bytes: [UInt8], log: FileFaults) -> [UseRow] {
    var table = TableReader(bytes, useColumns, log: log)
    return table.rows { row in
      UseRow(
        period: row.text(0), scenario: row.optionalText(1), facility: row.text(2),
        product: row.text(3), claim: row.optionalText(4), component: row.text(5),
        madeIn: row.optionalText(6), componentClaim: row.optionalText(7), quantity: row.number(8))
    }
  }
}

extension TableReader {
  fileprivate init(_ bytes: [UInt8], _ columns: TableColumns, log: FileFaults) {
    self.init(bytes, columns: columns.required, optional: columns.optional, log: log)
  }
}
