import Testing

@testable import Comparison

/// Footprints get letters by frequency.
@Suite struct FootprintTests {
  @Test func `the most frequent set is A`() {
    let footprints = Footprints([["x"], ["a", "b"], ["b", "a"], [], ["x"], ["a", "b"]])
    #expect(footprints.all.map(\.letter) == ["A", "B", "C"])
    #expect(footprints.all.map(\.count) == [3, 2, 1])
    #expect(footprints.letter(of: ["b", "a"]) == "A")
    #expect(footprints.letter(of: ["x"]) == "B")
    #expect(footprints.letter(of: []) == "C")
    #expect(footprints.letter(of: ["y"]) == nil)
    let difference = footprints.difference(of: footprints.all[1])
    #expect(difference.has == ["x"] && difference.lacks == ["a", "b"])
  }

  @Test func `equally frequent sets keep their order`() {
    let sets = (0..<60).map { Set(["f\($0)"]) }
    let letters = Footprints(sets).all.map(\.letter)
    #expect(Set(letters).count == 60)
    #expect(Array(letters.prefix(3)) == ["A", "B", "C"])
    #expect(Array(letters[25...27]) == ["Z", "AA", "AB"])
    #expect(Footprints(sets).all.map(\.facilities) == sets)
  }
}
