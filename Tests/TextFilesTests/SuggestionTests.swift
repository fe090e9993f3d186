import Testing

@testable import TextFiles

/// "Did you mean".
@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3), ("abcd", "abdce", 2),
  ])
  func distance(_ left: String, _ right: String, _ expected: Int) {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    #expect(Suggestion.editDistance(left, right) == expected)
    #expect(Suggestion.editDistance(right, left) == expected)
  }

  @Test func nearestWins() {
    let columns = ["origin", "destination", "mode", "product"]
    #expect(Suggestion.nearest(to: "Origin", among: columns) == "origin")
    #expect(Suggestion.nearest(to: "destinaton", among: columns) == "destination")
    #expect(Suggestion.nearest(to: "weight", among: columns) == nil)
    #expect(Suggestion.nearest(to: "x", among: ["y", "z"]) == nil)
    #expect(Suggestion.nearest(to: "a", among: ["A"]) == "A")
    #expect(Suggestion.nearest(to: "CA", among: ["CL", "FR"]) == nil)
    #expect(Suggestion.nearest(to: "cl", among: ["CL", "FR"]) == "CL")
    #expect(Suggestion.nearest(to: "plant3", among: ["plant2", "plant1"]) == "plant1")
  }

  @Test func staysCheap() {
    let many = (0..<10_000).map { "id\($0)" }
    #expect(Suggestion.nearest(to: "id1x", among: many) == nil)
  }
}
