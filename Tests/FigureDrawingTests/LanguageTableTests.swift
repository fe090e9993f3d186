import FigureDrawing
import Foundation
import Testing

/// The table has what the sources say, and nothing else.
@Suite struct LanguageTableTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  private static let said = Result { try PhraseScanner.patterns(below: sources) }

  @Test func everythingSaidIsInTheTable() throws {
    let said = try Self.said.get()
    #expect(said.count > 500)
    for (pattern, file) in said.sorted(by: { $0.key < $1.key }) {
      #expect(Language.english.entries[pattern] != nil, "\(file): \(pattern)")
    }
  }

  /// What stands under the last heading is not said but read from files that other parts of the sources write.
  @Test func everythingInTheTableIsSaid() throws {
    let said = try Self.said.get()
    let recorded = Set(Language.english.entries.keys).subtracting(said.keys)
    let files = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
    var left = recorded
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      left = left.filter { !text.contains("\"\($0)\"") && !text.contains("case \($0)") }
    }
    #expect(left.isEmpty)
    #expect(recorded.count < 40)
  }

  @Test func textsHaveThePlacesOfTheirPatterns() {
    for (pattern, text) in Language.english.entries {
      let places = Set(pattern.matches(of: /\{\d+\}/).map(\.output))
      for form in text.split(separator: "|", omittingEmptySubsequences: false) {
        #expect(Set(form.matches(of: /\{\d+\}/).map(\.output)).isSubset(of: places), "\(pattern)")
      }
      #expect(pattern == pattern.trimmingCharacters(in: .whitespaces), "\(pattern)")
    }
  }

  @Test func scanner() {
    let scanner = PhraseScanner(
      #"""
      // say("not this")
      let a = say("From \(low(of: "x")) to \(say("nothing"))")
      let b = say(n, one: "\(x) opens", many: "\(x) open")
      let c = isLong ? say(["A, b", "C"]) : [other("D")]
      let d = NumberFormat.count(facts.count { $0 }, "site", "sites", inWords: true)
      let e = say(
        """
        Two \
        lines of \(name)\u{A0}m
        """)
      func say(_ text: String) {}
      """#)
    #expect(
      scanner.patterns == [
        "From {0} to {1}", "nothing", "{0} opens|{0} open", "A, b", "C",
        "{0}\u{A0}site|{0}\u{A0}sites", "Two lines of {0}\u{A0}m",
      ])
  }
}
