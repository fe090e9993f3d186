import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Patches on random datasets, by what must hold whatever they do.
@Suite struct RandomPatchTests {
  /// Columns of numbers that any dataset has.
  private static let numbers = [
    ("demand", "quantity"), ("demand", "shortage_cost"), ("production", "unit_cost"),
    ("products", "value"),
  ]

  private func patched(_ source: DatasetSource, _ sets: [String]) throws -> DatasetSource {
    try source.patched(by: sets.map { try SetExpression.patch($0) }).source
  }

  /// The cells of a column, read by a reader that knows no quotes.
  private func cells(_ source: DatasetSource, _ table: String, _ column: String) throws -> [Double?]
  {
    let text = String(decoding: try #require(source.files["\(table).csv"]), as: UTF8.self)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let place = try #require(rows.first?.firstIndex(of: column))
    return rows.dropFirst().map { Double($0[place]) }
  }

  @Test(arguments: UInt64(1)...60)
  func `numbers are what arithmetic says, and nothing else changes`(_ seed: UInt64) throws {
    let source = RandomDataset(seed: seed).source
    var random = SplitMix64(seed: seed)
    for (table, column) in Self.numbers {
      let before = try cells(source, table, column)
      guard !before.contains(where: { $0 == nil }) else { continue }
      let operand = Double(random.next() % 1000) / 100 + 0.01
      for (sign, result) in [
        ("*=", { $0 * operand }), ("+=", { $0 + operand }), ("=", { _ in operand }),
      ] as [(String, (Double) -> Double)] {
        let after = try patched(source, ["\(table).\(column)\(sign)\(operand)"])
        for (old, new) in zip(before, try cells(after, table, column)) {
          let (old, new) = (try #require(old), try #require(new))
          #expect(
            abs(new - result(old)) <= 1e-12 * max(1, abs(result(old))),
            "seed \(seed): \(table).\(column) \(sign) \(operand)")
        }
        let others = after.files.filter { $0.key != "\(table).csv" }
        #expect(others == source.files.filter { $0.key != "\(table).csv" }, "seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(1)...60)
  func `what is done and undone leaves the numbers as they were`(_ seed: UInt64) throws {
    let source = RandomDataset(seed: seed).source
    var random = SplitMix64(seed: seed)
    for (table, column) in Self.numbers {
      let before = try cells(source, table, column)
      guard !before.contains(where: { $0 == nil }) else { continue }
      // A power of two, so that not even the last digit is lost.
      let factor = Double(1 << (random.next() % 6))
      let after = try patched(
        source, ["\(table).\(column)*=\(factor)", "\(table).\(column)*=\(1 / factor)"])
      #expect(try cells(after, table, column) == before, "seed \(seed): \(table).\(column)")
    }
  }

  @Test(arguments: UInt64(1)...60)
  func `changes of different tables may come in any order`(_ seed: UInt64) throws {
    let source = RandomDataset(seed: seed).source
    let sets = ["demand.quantity*=2", "products.value+=1", "production.unit_cost=7"]
    let one = try patched(source, sets)
    let other = try patched(source, sets.reversed())
    #expect(one.sha256 == other.sha256, "seed \(seed)")
    #expect(one.sha256 != source.sha256, "seed \(seed)")
  }
}
