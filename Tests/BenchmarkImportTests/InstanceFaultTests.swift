import BenchmarkImport
import DatasetWriting
import SupplyData
import TestDatasets
import Testing
import TextFiles

/// What is wrong with an instance's file, all of it at once and where it stands.
@Suite struct InstanceFaultTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    /// `line:column: beginning of the cause`, in order.
    var faults: [String]
    var capacity: Double?
  }

  static let warehouses = [
    Case(testDescription: "nothing", text: "", faults: ["1:0: the file ends before the number of"]),
    Case(
      testDescription: "counts that are none", text: "two 0\n",
      faults: ["1:1: the number of sites is 'two'", "1:5: the number of customers is '0'"]),
    Case(
      testDescription: "a count beyond reason", text: "99999999 1\n1 1\n",
      faults: ["1:1: the number of sites is '99999999'"]),
    Case(
      testDescription: "several numbers", text: "1 2\n-5 x\n3 nan\n1,000 7\n",
      faults: [
        "2:1: the capacity of site 1 is '-5'", "2:4: the fixed cost of site 1: 'x' is not",
        "3:3: the cost of serving customer 1 from site 1: 'nan' is not",
        "4:1: the demand of customer 2: '1,000' is not",
      ]),
    Case(
      testDescription: "an end too early", text: "2 2\n5 1\n5 1\n3 1 1\n",
      faults: ["5:0: the file ends before the demand of customer 2"]),
    Case(
      testDescription: "more than there should be", text: "1 1\n5 1\n3 1\n  4 5\n",
      faults: ["4:3: 2 words follow after the last cost of the last customer"]),
    Case(
      testDescription: "a capacity of nothing", text: "1 1\n0 1\n3 1\n",
      faults: ["2:1: the capacity of site 1 is '0'"]),
    Case(
      testDescription: "the word for capacity", text: "2 1\ncapacity 1\ncapacity 1\n3 1 1\n",
      faults: [
        "2:1: the capacity of site 1 is the word 'capacity'",
        "3:1: the capacity of site 2 is the word 'capacity'",
      ]),
    Case(
      testDescription: "a cost without goods", text: "2 1\n5 1\n5 1\n0 0 7\n",
      faults: ["4:5: serving customer 1 from site 2 costs 7, and its demand is 0"]),
    Case(
      testDescription: "too little capacity", text: "1 1\n5 1\n6 1\n",
      faults: ["0:0: the sites together can serve 5, but demand is 6"]),
    Case(
      testDescription: "too fine a number", text: "1 1\n5 1\n0.12345678901 1\n",
      faults: ["0:0: capacities and demands have more than nine decimals"]),
    Case(
      testDescription: "a shortage beyond all numbers", text: "2 1\n5.000000001 1e14\n5 1\n3 1 1\n",
      faults: ["0:0: capacities and demands have more than nine decimals, or too many"]),
    Case(
      testDescription: "bytes that are no text", text: "1 1\n5 \u{0}\n3 1\n",
      faults: ["2:3: the fixed cost of site 1: '\\u{0}' is not a number"]),
  ]

  @Test(arguments: warehouses)
  func `warehouse location`(_ wrong: Case) {
    let error = #expect(throws: Faults.self) {
      _ = try WarehouseLocation(Array(wrong.text.utf8), file: "w", capacity: wrong.capacity)
    }
    expect(error, wrong)
  }

  static let stages = [
    Case(
      testDescription: "counts", text: "1 1.5\n",
      faults: ["1:3: the number of depots is '1.5'", "2:0: the file ends before the number of"]),
    Case(
      testDescription: "numbers of both stages", text: "1 1 1\n3\n4 z\n-1\n0 1\n1e99\n",
      faults: [
        "3:3: the fixed cost of plant 1: 'z' is not",
        "4:1: the unit cost from plant 1 to depot 1 is '-1'", "5:1: the capacity of depot 1 is '0'",
        "6:1: the unit cost from depot 1 to customer 1: '1e99' is larger than",
      ]),
    Case(
      testDescription: "too little capacity in a stage", text: "1 1 1\n3 4 1 1 2 1 1",
      faults: ["0:0: the depots together can serve 2, but demand is 3"]),
    Case(
      testDescription: "one too many", text: "1 1 1 3 4 1 1 4 1 1 0",
      faults: ["1:21: a word follows after the last cost of the last depot"]),
  ]

  @Test(arguments: stages)
  func `two stages`(_ wrong: Case) {
    let error = #expect(throws: Faults.self) {
      _ = try TwoStageLocation(Array(wrong.text.utf8), file: "w")
    }
    expect(error, wrong)
  }

  private func expect(_ error: Faults?, _ wrong: Case) {
    let found = (error?.all ?? []).map { "\($0.line):\($0.column): \($0.cause)" }
    #expect(found.count == wrong.faults.count, "\(found)")
    for (fault, beginning) in zip(found, wrong.faults) {
      #expect(fault.hasPrefix(beginning), "\(fault)")
    }
    #expect(error?.all.allSatisfy { $0.file == "w" && !$0.cure.isEmpty } == true)
  }

  @Test func `lines may end anywhere, and in any way`() throws {
    let plain = try WarehouseLocation(Array("2 1\n5 1\n5 2\n3 1 2\n".utf8), file: "w")
    let texts = [
      "2 1 5 1 5 2 3 1 2", "\u{FEFF}2 1\r\n5 1\r\n5 2\r\n3\r\n1 2\r\n",
      " 2\t1\r5. 1.0\r5e0 2 3 1 2 ",
    ]
    for text in texts {
      #expect(
        try WarehouseLocation(Array(text.utf8), file: "w") == plain, "\(text.debugDescription)")
    }
  }

  @Test func `the word for capacity stands for what is said`() throws {
    let text = "2 1\ncapacity 1\nCAPACITY 2\n3 1 2\n"
    let plain = try WarehouseLocation(Array("2 1\n5 1\n5 2\n3 1 2\n".utf8), file: "w")
    #expect(try WarehouseLocation(Array(text.utf8), file: "w", capacity: 5) == plain)
  }

  @Test func `a thousand faults are told, and how many more there are`() {
    let text = "1 3000\n5 1\n" + String(repeating: "x 1\n", count: 3000)
    let error = #expect(throws: Faults.self) {
      _ = try WarehouseLocation(Array(text.utf8), file: "w")
    }
    #expect(error?.all.count == 1001)
    #expect(error?.all.contains { $0.cause.hasPrefix("2000 more errors") } == true)
  }

  /// Two hundred in every run; five thousand where `SHOREWISE_LONG_TESTS` is set.
  @Test func `a damaged file is refused or read, and nothing else happens`() throws {
    let texts = [
      "2 3\n50 10.5\ncapacity 20\n3 4 5\n0 0 0\n7.25 1e1 2\n",
      "1 2 2 3 4 9 9 1 2 5 5 5 5 1 2 3 4\n",
    ]
    for seed in 1...UInt64(runsLongTests ? 5000 : 200) {
      var random = SplitMix64(seed: seed)
      var bytes = Array((texts.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let other = Array(" \n0919.-e,x\u{E9}\u{0}".utf8).randomElement(using: &random) ?? 0
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(other, at: place)
        case 2: bytes = Array(bytes[..<max(1, place)])
        default: bytes[place] = other
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      for isSound in [
        endsWell { _ = try WarehouseLocation(bytes, file: "w", capacity: 40).draft(title: "w") },
        endsWell { _ = try TwoStageLocation(bytes, file: "w").draft(title: "w") },
      ] { #expect(isSound, "seed \(seed)") }
    }
  }

  /// Whether the work ends well, or with faults that say something.
  private func endsWell(_ work: () throws -> Void) -> Bool {
    do {
      try work()
      return true
    } catch let error as Faults {
      return !error.all.isEmpty
    } catch {
      return false
    }
  }
}
