import Foundation
import SupplyData
import SupplyPlan
import Testing
import TextFiles

/// One way to spoil a written plan, and what must be said of it.
struct Spoiling: Sendable, CustomTestStringConvertible {
  var file = "plan.json"
  var old: String
  var new: String
  var line: Int
  var cause: String

  var testDescription: String { "\(file): \(cause)" }
}

@Suite struct BadPlanFilesTests {
  static let spoilings: [Spoiling] = [
    .init(old: "plan/1", new: "plan/2", line: 2, cause: "The schema is 'shorewise/plan/2'"),
    .init(old: "\"schema\"", new: "\"scheme\"", line: 1, cause: "The key 'schema' is missing"),
    .init(
      old: "\"termination\"", new: "\"end\"", line: 1, cause: "The key 'termination' is missing"),
    .init(old: "\"stopped\"", new: "\"halted\"", line: 7, cause: "'termination' is 'halted'"),
    .init(old: "\"stopped\"", new: "3", line: 7, cause: "'termination' is a number, not a text"),
    .init(
      old: "\"cost\": 0.30000000000000004", new: "\"cost\": \"much\"", line: 9,
      cause: "'cost' is a text, not a number"),
    .init(old: "\"sha256\"", new: "\"sum\"", line: 3, cause: "The key 'dataset.sha256' is missing"),
    .init(old: "\"duty\": 3", new: "\"dutie\": 3", line: 18, cause: "'costs.duty' is missing"),
    .init(old: "\"duty\": 3", new: "\"duty\": null", line: 28, cause: "'costs.duty' is null"),
    .init(
      old: "\"count\": 3", new: "\"count\": 3.5", line: 38, cause: "is 3.5, not a whole number"),
    .init(
      old: "\"open\": true", new: "\"open\": 1", line: 35,
      cause: "'facilities[0].open' is a number, not a truth value"),
    .init(
      old: "friendshore", new: "nearby", line: 47, cause: "'mix[0].class' is 'nearby'"),
    .init(
      old: "\"stock\": 1e+21", new: "\"stock\": 1e999", line: 41,
      cause: "'1e999' is neither a finite number"),
    .init(
      old: "\"stock\": 1e+21", new: "\"stock\": NaN", line: 41, cause: "'NaN' is neither a finite"),
    .init(
      old: "\"gap\": 0.3333333333333333", new: "\"cost\": 1", line: 11,
      cause: "The key 'cost' appears twice"),
    .init(old: "0.05,", new: "0.05", line: 63, cause: "A comma or '}' is expected here"),
    .init(old: "\"level\": 0.95", new: "\"level\" 0.95", line: 14, cause: "A colon is expected"),
    .init(old: "ab12", new: "ab\\q", line: 5, cause: "A backslash stands before 'q'"),
    .init(old: "ab12", new: "ab\\u00g", line: 5, cause: "four hexadecimal digits"),
    .init(old: "ab12", new: "ab\\ud83d", line: 5, cause: "Half of a character"),
    .init(
      old: "\"recourse_solves\": 0\n  }\n}", new: "\"recourse_solves\": 0\n", line: 67,
      cause: "truncated"),
    .init(
      old: "\"recourse_solves\": 0\n  }\n}", new: "\"recourse_solves\": 0}} 8", line: 65,
      cause: "text after the end"),
    .init(
      file: "flows.csv", old: "made_in", new: "origin_country", line: 1,
      cause: "The column 'origin_country' is unknown"),
    .init(
      file: "flows.csv", old: "made_in", new: "origin_country", line: 1,
      cause: "The column 'made_in' is missing"),
    .init(
      file: "flows.csv", old: "freight,duty", new: "freight,freight", line: 1,
      cause: "The column 'freight' appears twice"),
    .init(
      file: "flows.csv", old: ",-12,", new: ",twelve,", line: 4,
      cause: "'twelve' in the column 'quantity' is not a finite number"),
    .init(file: "flows.csv", old: ",-12,", new: ",nan,", line: 4, cause: "'nan' in the column"),
    .init(file: "flows.csv", old: ",-12,", new: ",,", line: 4, cause: "'' in the column"),
    .init(
      file: "flows.csv", old: ",-12,100000,1e-300\n", new: ",-12", line: 4,
      cause: "The row has 8 fields, but the header has 10"),
    .init(
      file: "flows.csv", old: "return\"", new: "return", line: 4,
      cause: "A quote is opened here but never closed"),
    .init(
      file: "flows.csv", old: "return\"", new: "return\"s", line: 5,
      cause: "Text after a closing quote"),
    .init(
      file: "production.csv", old: "2025,,plant", new: ",,plant", line: 2,
      cause: "The column 'period' is empty"),
    .init(file: "draws.csv", old: ",52", new: ",5 2", line: 2, cause: "'5 2' in the column"),
  ]

  @Test(arguments: spoilings)
  func spoiled(_ spoiling: Spoiling) throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.plan.write(to: folder)
      let text = try SamplePlan.text(folder, spoiling.file)
      let range = try #require(text.range(of: spoiling.old))
      try SamplePlan.put(
        text.replacingCharacters(in: range, with: spoiling.new), folder, spoiling.file)
      let faults = try #require(throws: Faults.self) { try Plan.read(from: folder) }
      let fault = try #require(faults.all.first { $0.cause.contains(spoiling.cause) }, "\(faults)")
      #expect(fault.file == folder + "/" + spoiling.file)
      #expect(fault.line == spoiling.line)
      #expect(!fault.cure.isEmpty)
    }
  }

  @Test func everythingWrongIsSaidAtOnce() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.plan.write(to: folder)
      let text = try SamplePlan.text(folder, "plan.json")
      try SamplePlan.put(
        text.replacing("\"count\"", with: "\"number\"").replacing(
          "\"open\": true", with: "\"open\": 0"),
        folder, "plan.json")
      try SamplePlan.put("", folder, "draws.csv")
      try FileManager.default.removeItem(atPath: folder + "/flows.csv")
      let faults = try #require(throws: Faults.self) { try Plan.read(from: folder) }
      #expect(faults.all.count == 4)
      #expect(faults.all.contains { $0.file.hasSuffix("draws.csv") && $0.cause.contains("empty") })
      #expect(
        faults.all.contains { $0.file.hasSuffix("flows.csv") && $0.cause.contains("no such file") })
    }
  }

  @Test func everyShorterFileIsRefused() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.plan.write(to: folder)
      let bytes = Array(try SamplePlan.text(folder, "plan.json").utf8)
      // All cuts but that of the last line feed, which says nothing.
      for length in stride(from: 0, to: bytes.count - 1, by: 7) {
        try Data(bytes[..<length]).write(to: URL(fileURLWithPath: folder + "/plan.json"))
        #expect(throws: Faults.self, "\(length) bytes") { try Plan.read(from: folder) }
      }
    }
  }

  @Test func nothingThere() throws {
    try SamplePlan.inFolder { folder in
      let faults = try #require(throws: Faults.self) { try Plan.read(from: folder) }
      #expect(faults.all.first?.cause == "There is no such file")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let inside = try #require(throws: Faults.self) { try Plan.read(from: folder) }
      #expect(inside.all.first?.file == folder + "/plan.json")
    }
  }

  @Test func deepNestingIsRefused() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.plan.write(to: folder)
      try SamplePlan.put(String(repeating: "[", count: 1_000_000), folder, "plan.json")
      let faults = try #require(throws: Faults.self) { try Plan.read(from: folder) }
      #expect(faults.all.first?.cause.contains("nested too deep") == true)
    }
  }
}
