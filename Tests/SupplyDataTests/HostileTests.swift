import Foundation
import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Bytes that no spreadsheet would write on purpose.
@Suite struct HostileTests {
  private func table(_ file: String, _ bytes: [UInt8]) -> DatasetSource {
    var source = TestDataset().source
    source.files[file] = bytes
    return source
  }

  @Test func notUTF8() {
    let bytes =
      Array("customer,name,country\nshop,Café ".utf8) + [0xE9, 0x74] + Array(",BB\n".utf8)
    let faults = faults(of: table("customers.csv", bytes))
    #expect(faults.map(\.place) == ["customers.csv:2:11"])
    #expect(faults.first?.cause == "byte 0xE9 is not UTF-8")
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8],
      [0x80],
      [0xE2, 0x82], [0xC3],
    ] as [[UInt8]])
  func malformedUTF8(_ bytes: [UInt8]) {
    let start = Array("group,kind,country\n".utf8)
    #expect(faults(of: table("groups.csv", start + bytes)).map(\.place) == ["groups.csv:2:1"])
    let quoted = start + Array("a,\"".utf8) + bytes
    #expect(faults(of: table("groups.csv", quoted)).map(\.place) == ["groups.csv:2:4"])
    let plan = Array("name: é".utf8) + bytes
    #expect(faults(of: table("plan.yaml", plan)).map(\.place) == ["plan.yaml:1:8"])
  }

  @Test func everythingThatIsUTF8() throws {
    let name = "é漢🇫🇷\u{10FFFF}\u{E000}\u{7FF}\u{FFFD}"
    let dataset = try TestDataset()
      .replacing("customers", "customer,name,country\nshop,\(name),BB\n").read()
    #expect(dataset.customers[0].name == name)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsAndByteOrderMarks(_ end: String) throws {
    var dataset = TestDataset()
    for (file, text) in dataset.files {
      dataset.files[file] = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: end)
    }
    #expect(try dataset.read().lanes == (try TestDataset().read().lanes))
    // Lines are counted the same with all three; the mark takes no column.
    let broken = dataset.replacing("modes", "truck,0.1,500", with: "truck,0.1,x")
    #expect(faults(of: broken.source).map(\.place) == ["modes.csv:2:11"])
    let header = dataset.replacing("modes", "mode,", with: "mod,")
    #expect(faults(of: header.source).first?.place == "modes.csv:1:1")
  }

  @Test func quotesBlanksAndEmptyLines() throws {
    let text = """

      customer , "name",country \u{20}

      \t"shop" , "the ""old""
      shop, no. 1"\t, BB
       \t
      """
    let customer = try TestDataset().replacing("customers", text).read().customers
    #expect(customer.map(\.id) == ["shop"])
    #expect(customer.map(\.name) == ["the \"old\"\nshop, no. 1"])
    #expect(customer.map(\.country) == ["BB"])
  }

  @Test func lastLineWithoutEnd() throws {
    let text = "customer,country,name\nshop,BB,"
    #expect(try TestDataset().replacing("customers", text).read().customers[0].name == "shop")
  }

  @Test func random() {
    var random = SplitMix64(seed: 1)
    let alphabet = Array("\",\r\n \t\0aé1:|*&{}[]-".utf8) + [0xFF, 0xC3]
    let files = TestDataset().files.keys.sorted()
    for _ in 0..<300 {
      var source = TestDataset().source
      let file = random.one(of: files)
      for _ in 0..<random.whole(1...4) {
        let place = random.whole(0...source.files[file, default: []].count)
        source.files[file]?.insert(random.one(of: alphabet), at: place)
      }
      for fault in faults(of: source) {
        #expect(fault.line >= 0 && fault.column >= 0 && !fault.cause.isEmpty)
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func bombs() {
    var lines = ["name: &a0 [x, x]"]
    for level in 1..<60 { lines.append("k\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]") }
    let bomb = lines.joined(separator: "\n") + "\n? *a59\n: b\n"
    #expect(faults(of: table("plan.yaml", Array(bomb.utf8))).map(\.place) == ["plan.yaml:1:7"])
    let deep = Array(String(repeating: "[", count: 200_000).utf8)
    #expect(faults(of: table("plan.yaml", deep)).count == 1)
    let dashes = Array(String(repeating: "- ", count: 200_000).utf8)
    #expect(faults(of: table("plan.yaml", dashes)).count == 1)
    let braces = Array("name: a\n".utf8) + Array(String(repeating: "{a: ", count: 999).utf8)
    #expect(faults(of: table("plan.yaml", braces)).count == 1)
  }

  @Test func settingsAreShort() {
    let long = Array("name: a #".utf8) + [UInt8](repeating: 120, count: 2 << 20)
    #expect(faults(of: table("plan.yaml", long)).map(\.cause) == ["the file has more than 1 MiB"])
  }

  /// What is not listed is no graver than what is.
  @Test func manyWarningsStayWarnings() throws {
    let rows = (0..<1500).map { "idle\($0),BB\n" }.joined()
    let warnings = try Dataset.reading(TestDataset().adding("customers", rows).source).warnings
    #expect(warnings.count == 1001)
    #expect(warnings.allSatisfy { $0.severity == .warning })
  }

  @Test(.timeLimit(.minutes(1))) func aRowWithoutEnd() {
    let long = Array("group,kind,country\na,\"".utf8) + [UInt8](repeating: 120, count: 8 << 20)
    #expect(faults(of: table("groups.csv", long)).map(\.place) == ["groups.csv:2:3"])
    let plain = Array("group,kind,country\na,".utf8) + [UInt8](repeating: 120, count: 8 << 20)
    #expect(faults(of: table("groups.csv", plain)).map(\.place) == ["groups.csv:2:1"])
    let commas = Array("group,kind,country\n".utf8) + [UInt8](repeating: 44, count: 8 << 20)
    #expect(faults(of: table("groups.csv", commas)).map(\.place) == ["groups.csv:2:1"])
    let behind = Array("group,kind,country\n\"a\"".utf8) + [UInt8](repeating: 120, count: 8 << 20)
    #expect(faults(of: table("groups.csv", behind)).map(\.place) == ["groups.csv:2:1"])
  }

  /// A thousand faults of a file are listed, and the number of the others.
  @Test(.timeLimit(.minutes(1))) func aMillionFaultsAreCounted() {
    let rows = String(repeating: "shp,wdget,*,x,-1\n", count: 20_000)
    let source = TestDataset().adding("demand", rows).source
    let faults = faults(of: source)
    #expect(faults.count == 1001)
    #expect(faults.first?.cause.contains("79000 more errors") == true)
  }

  @Test func messagesHideTerminalCodes() {
    let source = TestDataset().adding(
      "demand", "\u{1B}[31m\(String(repeating: "x", count: 200)),widget,*,1,1"
    )
    .source
    let cause = faults(of: source).first?.cause ?? ""
    #expect(cause.contains("'\\u{1b}[31mxxx"))
    #expect(cause.count < 100)
  }

  /// A quote that is none hid anchors and aliases from whoever looks for them between quotes.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("name: |\n  \"\n", "z: \"\n"), ("name: a\n  \"b\n", "z: \"\n"),
      ("name: >\n  '\n", "z: '\n"), ("name: [a\n  \"b, c]\n", "z: \"\"\n"), ("name: !t\n", ""),
    ])
  func manyAliases(_ before: String, _ after: String) {
    var text = before + "a0: !!seq &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...12 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      text += "a\(level): !!seq &a\(level) [\(aliases)]\n"
    }
    text += "? !!seq *a12\n: b\n? *a12\n: b\n" + after
    #expect(!faults(of: table("plan.yaml", Array(text.utf8))).isEmpty)
  }

  @Test func signsOfAnchorsInTexts() throws {
    let text = """
      # &a *b: "&c
      name: "*a &b"
      currency: R&D *x &y
      periods: [{id: '&1', years: 1}, {id: "*2", years: 1}, {id: \u{E000}\u{E001}, years: 1}]

      """
    let settings = try TestDataset().replacing("plan.yaml", text)
      .replacing("demand", "customer,product,period,quantity,shortage_cost\nshop,widget,*,80,300\n")
      .read().settings
    #expect(settings.name == "*a &b" && settings.currency == "R&D *x &y")
    #expect(settings.periods.map(\.id) == ["&1", "*2", "\u{E000}\u{E001}"])
  }
}
