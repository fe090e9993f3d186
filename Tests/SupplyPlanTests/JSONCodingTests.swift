import Foundation
import SupplyData
import Testing
import TextFiles

@testable import SupplyPlan

/// What synthesized conformances leave unused: containers in containers.
private struct Nest: Codable, Equatable {
  var numbers: [Int]
  var pair: [String: Double?]
  var parent: String

  enum CodingKeys: CodingKey { case innerNumbers, pair, parent, first }

  init(numbers: [Int], pair: [String: Double?], parent: String) {
    (self.numbers, self.pair, self.parent) = (numbers, pair, parent)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var list = try container.nestedUnkeyedContainer(forKey: .innerNumbers)
    var numbers: [Int] = []
    while !list.isAtEnd {
      if try list.decodeNil() { continue }
      let inner = try list.nestedContainer(keyedBy: CodingKeys.self)
      numbers.append(try inner.decode(Int.self, forKey: .first))
    }
    self.numbers = numbers
    pair = try container.decode([String: Double?].self, forKey: .pair)
    parent = try String(from: container.superDecoder(forKey: .parent))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    var list = container.nestedUnkeyedContainer(forKey: .innerNumbers)
    try parent.encode(to: container.superEncoder(forKey: .parent))
    for number in numbers {
      var inner = list.nestedContainer(keyedBy: CodingKeys.self)
      try inner.encode(number, forKey: .first)
      try list.encodeNil()
    }
    try container.encode(pair, forKey: .pair)
  }
}

/// Keys that files may lack, and numbers of other types than ours.
private struct Sparse: Codable, Equatable {
  var small: Int8
  var half: Float
  var note: String?
  var tags: [String]?
  var isShown: Bool
  var rows: [Int]

  enum CodingKeys: String, SparseKey {
    case small, half, note, tags, isShown, rows

    static let sparse: [Self: KeyPresence] = [
      .small: .late(.number(7)), .note: .unlessNull, .tags: .unlessNull,
      .isShown: .unlessEmpty, .rows: .late(.array([])),
    ]
  }
}

@Suite struct JSONCodingTests {
  private func text(_ value: some Encodable) throws -> String {
    let encoder = JSONValueEncoder()
    try encoder.encode(value)
    return encoder.json.prettyText
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws
    -> (value: Value, causes: [String])
  {
    let log = FileFaults(file: "x")
    var parser = JSONParser(Array(text.utf8), file: "x")
    let value = try JSONValueDecoder(try parser.document(), log: log).decode(type)
    return (value, log.faults.map(\.cause))
  }

  @Test func containersInContainersKeepTheirPlaces() throws {
    let nest = Nest(numbers: [1, 2], pair: ["a": nil], parent: "p")
    let written = try text(nest)
    #expect(
      written == """
        {
          "inner_numbers": [
            {"first": 1},
            null,
            {"first": 2},
            null
          ],
          "parent": "p",
          "pair": {
            "a": null
          }
        }

        """)
    let (read, causes) = try decode(Nest.self, written)
    #expect(read == nest)
    #expect(causes == [])
  }

  @Test func whatFilesLackIsFilledInAndWhatSaysNothingLeftOut() throws {
    let (read, causes) = try decode(Sparse.self, #"{"half": 0.5, "note": null, "rows": null}"#)
    #expect(read == Sparse(small: 7, half: 0.5, note: nil, tags: nil, isShown: false, rows: []))
    #expect(causes == [])
    #expect(
      try text(read) == """
        {
          "small": 7,
          "half": 0.5,
          "rows": []
        }

        """)
    // An empty list is not none.
    let said = try text(Sparse(small: 1, half: 1, tags: [], isShown: true, rows: []))
    #expect(said.contains("\"tags\": [],\n  \"is_shown\": true"))
  }

  @Test func allFaultsAreToldAndNoneThatFollows() throws {
    let (_, causes) = try decode(
      [Sparse].self,
      #"[{"small": 0.5, "half": "x", "is_shown": 1, "rows": [1, true, 2.5]}, 4, {"small": null}]"#)
    #expect(
      causes == [
        "'[0].small' is 0.5, not a whole number", "'[0].half' is a text, not a number",
        "'[0].is_shown' is a number, not a truth value",
        "'[0].rows[1]' is a truth value, not a number", "'[0].rows[2]' is 2.5, not a whole number",
        "'[1]' is a number, not an object", "'[2].small' is null, not a number",
        "The key '[2].half' is missing",
      ])
  }

  @Test(arguments: ["[]", "4", "null"])
  func aDocumentThatIsNoObject(_ text: String) throws {
    let faults = try #require(throws: Faults.self) {
      try Plan.readDocument(Array(text.utf8), file: "plan.json")
    }
    #expect(faults.all.count == 1)
    #expect(faults.all.first?.cause.hasPrefix("The document is ") == true)
    #expect(faults.all.first?.cause.hasSuffix(", not an object") == true)
  }

  @Test func whatCostsMustHaveItsLines() throws {
    var document = SamplePlan.plan.document
    document["costs"] = JSONValue(content: .null)
    let faults = try #require(throws: Faults.self) {
      try Plan.readDocument(Array(document.prettyText.utf8), file: "plan.json")
    }
    #expect(faults.all.map(\.cause) == ["'costs' is null, not an object"])
    document["cost"] = JSONValue(content: .null)
    let plan = try Plan.readDocument(Array(document.prettyText.utf8), file: "plan.json")
    #expect(plan.costs == CostLines())
    #expect(plan.jsonText == document.prettyText)
  }

  @Test func otherFilesSayTheDatasetAsEver() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(Plan.DatasetReference(name: "n", sha256: "s"))
    #expect(String(decoding: data, as: UTF8.self) == #"{"name":"n","sets":[],"sha256":"s"}"#)
  }
}
