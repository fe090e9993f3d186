import Testing

@testable import Diagnosis

@Suite struct HittingSetsTests {
  private func rules(_ places: Int...) -> Set<Rule> { Set(places.map(Rule.constraint)) }

  @Test func `as small as can be`() {
    let sets = [rules(1, 2), rules(2, 3), rules(3, 4)]
    #expect(HittingSets.smallest(sets)?.count == 2)
    #expect(HittingSets.smallest(sets + [rules(2)], avoiding: [rules(2, 3)]) == rules(2, 4))
    #expect(HittingSets.smallest([]) == [])
  }

  @Test func `none is left`() {
    #expect(HittingSets.smallest([rules(1)], avoiding: [rules(1)]) == nil)
    #expect(HittingSets.smallest([[]]) == nil)
  }
}
