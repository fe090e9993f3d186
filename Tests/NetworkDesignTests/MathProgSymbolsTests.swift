import SupplyNetwork
import TestDatasets
import Testing
import TextFiles

@testable import NetworkDesign

@Suite("MathProg symbols")
struct MathProgSymbolsTests {
  @Test(
    "words stay, everything else is quoted",
    arguments: [
      ("plant", "plant"), ("year-1", "year-1"), ("a_1", "a_1"), ("two words", "'two words'"),
      ("l'usine", "'l''usine'"), ("say \"so\"", "'say \"so\"'"), ("工場", "'工場'"), ("1", "'1'"),
      ("1e5", "'1e5'"), ("-1", "'-1'"), ("a,b", "'a,b'"), ("a;#b", "'a;#b'"), ("..", "'..'"),
    ])
  func quoting(id: String, symbol: String) {
    let symbols = MathProgSymbols(ids: [id])
    #expect(symbols(id) == symbol)
    #expect(symbols.aliases.isEmpty)
  }

  @Test("ids that cannot be symbols get short names of their own")
  func aliases() {
    let long = String(repeating: "x", count: 101)
    let wide = String(repeating: "工", count: 34)
    let fits = String(repeating: "工", count: 33) + "x"
    let broken = "two\nlines"
    let symbols = MathProgSymbols(ids: ["alias1", long, broken, wide, fits, long, "", "."])
    #expect(symbols.aliases.map(\.alias) == ["alias2", "alias3", "alias4", "alias5", "alias6"])
    #expect(symbols.aliases.map(\.id) == [long, broken, wide, "", "."])
    #expect(symbols(long) == "alias2")
    #expect(symbols("alias1") == "alias1")
    #expect(symbols(fits) == "'\(fits)'")
    #expect(MathProgSymbols.comment(broken) == "two\\u{a}lines")
  }

  @Test(
    "numbers are read back as they were",
    arguments: [0, -0.0, 1, 80, 0.1, 1.0 / 3, 1e-7, 2.5e-308, 1e15, 9_007_199_254_740_994, 1.5e300])
  func numbers(number: Double) {
    #expect(Double(number.mathProg) == number)
    #expect(!number.mathProg.hasSuffix(".0"))
  }

  @Test(
    "glpsol reads every id", .enabled(if: MathProgOracle.isInstalled, "\(MathProgOracle.missing)"))
  func throughTheSolver() throws {
    let plain = TestDataset()
    // The longest symbols too: names of rows, which join several of them, must not run over.
    let names = [
      "plant": "l'usine n° 1", "shop": String(repeating: "a very long name ", count: 9) + "!",
      "widget": "\\ #; " + String(repeating: "ウ", count: 31), "truck": "1e5", "line": "end",
      "AA": ".", "BB": String(repeating: "set ", count: 24) + "sets",
    ]
    var renamed = plain
    for (file, text) in plain.files where file != "plan.yaml" {
      var rows = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      for row in rows.indices.dropFirst() {
        for column in rows[row].indices where rows[0][column] != "kind" {
          rows[row][column] = names[rows[row][column]] ?? rows[row][column]
        }
      }
      renamed.files[file] = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }
    let question = DesignQuestion(measure: .expected)
    let first = try #require(try solveWithMathProg(Network(plain.read()), question))
    let second = try #require(try solveWithMathProg(Network(renamed.read()), question))
    #expect(first.cost == second.cost)
    #expect(first.lines == second.lines)
  }
}
