/// Of rows that compete for the same thing, those that count somewhere.
struct RowsThatCount<Slot: Hashable> {
  /// What competes: a row, how narrowly it names a thing, and what it speaks of beside; `nil` for all.
  struct Candidate {
    var row: Int
    var specificity: Selector.Specificity
    var slot: Slot?
  }

  /// The rows that are the most specific for something.
  private(set) var rows: Set<Int> = []

  /// Takes up the rows that match one thing.
  ///
  /// - Parameter hasOthers: whether there are slots that no row names.
  mutating func add(_ candidates: [Candidate], hasOthers: (_ named: Set<Slot>) -> Bool) {
    let groups = Dictionary(grouping: candidates, by: \.slot)
    let wide = groups[nil] ?? []
    func best(_ candidates: [Candidate]) -> Int? {
      candidates.min {
        ($0.specificity.rawValue, $0.slot == nil ? 1 : 0)
          < ($1.specificity.rawValue, $1.slot == nil ? 1 : 0)
      }?.row
    }
    for (slot, own) in groups where slot != nil {
      rows.formUnion([best(own + wide)].compactMap(\.self))
    }
    if hasOthers(Set(groups.keys.compactMap(\.self))) {
      rows.formUnion([best(wide)].compactMap(\.self))
    }
  }
}
