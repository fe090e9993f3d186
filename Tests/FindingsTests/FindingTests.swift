import Findings
import Foundation
import SupplyData
import Testing
import TextFiles

private struct Sample: Finding {
  static let schema = "shorewise/sample/1"
  static let name = "sample"

  var salesLost: Double
  var weeksToSurvive: Double?

  var tables: [Table] {
    [
      Table(
        "sample", columns: ["what", "sales_lost", "weeks", "is_weak"],
        rows: [[.text("a, b"), .number(salesLost), .init(weeksToSurvive), .flag(true)]])
    ]
  }
}

struct FindingTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "finding-\(UUID().uuidString)"
  ).path

  @Test func writtenAndReadAgain() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sample = Sample(salesLost: 0.125, weeksToSurvive: nil)
    try sample.write(to: folder)
    #expect(try Sample.read(from: folder) == sample)
    let json = try String(contentsOfFile: folder + "/sample.json", encoding: .utf8)
    #expect(json.contains("\"schema\" : \"shorewise/sample/1\""))
    #expect(json.contains("\"sales_lost\" : 0.125"))
    let csv = try String(contentsOfFile: folder + "/sample.csv", encoding: .utf8)
    #expect(csv == "what,sales_lost,weeks,is_weak\n\"a, b\",0.125,,true\n")
  }

  @Test func absentWhereThereIsNone() throws {
    #expect(try Sample.read(from: folder) == nil)
  }

  @Test(arguments: ["{", "{\"schema\": \"shorewise/sample/2\", \"sales_lost\": 1}", "[]"])
  func otherFilesAreRefused(text: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/sample.json", atomically: true, encoding: .utf8)
    let faults = #expect(throws: Faults.self) { try Sample.read(from: folder) }
    #expect(faults?.all.first?.cure.contains("shorewise sample") == true)
  }
}
