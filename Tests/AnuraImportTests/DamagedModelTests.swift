import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Models with cells damaged at random: each is refused with faults that name a place, or makes a
/// valid dataset whose account has every cell.
@Suite struct DamagedModelTests {
  private static let seeds =
    runsLongTests ? 600 : 60

  private static let cells = [
    "", "0", "-1", "1e9", "1e-9", "1e400", "nan", "ALL", "(All)", "Plants", "Pump", "Steel",
    "Depot",
    "Old Plant", "Smelter", "Ship", "Ladder", "PumpBOM", "KG", "EA-MI", "HR", "Exclude", "Include",
    "Consider", "Closed", "Potential", "Max", "Fixed", "Enumerate", "2026-07-01", "\"a|b\"", "*",
    "a:b", "\"x,\"\"y\"", "Chile", "US", "True", "End Product", "Byproduct", "By Ratio (No Scale)",
  ]

  @Test func `damage is told or does no harm`() throws {
    for seed in 0..<Self.seeds {
      var random = SplitMix64(seed: UInt64(seed))
      var model = TestAnuraModel()
      for _ in 0..<random.whole(1...3) {
        let file = random.one(of: model.files.keys.sorted())
        var lines = model.files[file, default: ""].split(separator: "\n").map(String.init)
        let line = random.whole(0...(lines.count - 1))
        var cells = lines[line].split(separator: ",", omittingEmptySubsequences: false).map(
          String.init)
        cells[random.whole(0...(cells.count - 1))] = random.one(of: Self.cells)
        lines[line] = cells.joined(separator: ",")
        model.files[file] = lines.map { $0 + "\n" }.joined()
      }
      do {
        let imported = try model.imported()
        let reading = Result { try imported.reading() }
        if case .failure(let error) = reading {
          Issue.record("seed \(seed): no valid dataset: \((error as? Faults)?.all ?? [])")
        }
      } catch let faults as Faults {
        #expect(!faults.all.isEmpty, "seed \(seed)")
        for fault in faults.all {
          #expect(!fault.cause.isEmpty && !fault.cure.isEmpty, "seed \(seed): \(fault)")
          #expect(fault.file.hasSuffix(".csv"), "seed \(seed): \(fault)")
        }
      }
    }
  }
}
