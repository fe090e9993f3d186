import TextFiles

/// A row that matches something, and how narrowly it names it.
private struct Match<Slot: Hashable> {
  var index: Int
  var specificity: Selector.Specificity
  /// What it speaks of beside the thing matched; `nil` for all.
  var slot: Slot?

  /// The smaller is the narrower: the thing matched is compared first.
  var rank: (Int, Int) { (specificity.rawValue, slot == nil ? 1 : 0) }
}

/// Rows of which the most specific counts, and between which nothing decides.
extension DatasetReader {
  /// Reports two rows of a table that name the same facility, country or customer, and the same
  /// product, equally narrowly where no row is narrower.
  ///
  /// Rows of `lanes.csv` and `tariffs.csv` are compared where they are expanded.
  func checkTies() {
    let sizes = [
      escalation.rows.count, handling.rows.count, drawback.rows.count, returns.rows.count,
    ]
    guard sizes.contains(where: { $0 > 1 }) else { return }
    guard isSound(countries), isSound(groups), isSound(facilities), isSound(customers) else {
      return
    }
    let membership = membership()
    let facilities = facilities.rows.map(\.id)
    func node(_ selector: Selector, _ id: String) -> Selector.Specificity? {
      membership.specificity(of: selector, forNode: id)
    }
    checkTies(
      escalation, "facility", \.facility, { "\($0.cost.rawValue) \($0.period)" }, facilities, node)
    checkTies(handling, "facility", \.facility, \.product, facilities, node)
    checkTies(
      returns, "customer", \.customer, { [$0.product, $0.returned] }, customers.rows.map(\.id), node
    )
    // Duty is paid back to facilities; where there are none it is to nobody.
    let countries = Set(self.facilities.rows.map(\.country)).sorted()
    checkTies(drawback, "country", \.country, \.component, countries) {
      membership.specificity(of: $0, forCountry: $1)
    }
  }

  private func checkTies<Row, Slot: Hashable>(
    _ table: Table<Row>, _ column: String, _ selector: (Row) -> Selector, _ slot: (Row) -> Slot?,
    _ entities: [String], _ specificity: (Selector, String) -> Selector.Specificity?
  ) {
    let rows = Array(table.soundRows)
    guard rows.count > 1 else { return }
    let candidates = RowsByName(rows.map { selector($0.1) })
    var reported: Set<[Int]> = []
    for entity in entities {
      let matches = candidates.rows(for: entity).compactMap { index in
        specificity(selector(rows[index].1), entity).map {
          Match(index: index, specificity: $0, slot: slot(rows[index].1))
        }
      }
      for pair in ties(among: matches) where reported.insert(pair).inserted {
        refuse(
          table, rows[pair[1]].0, column,
          "this row is as specific as line \(rows[pair[0]].0.line) for \(quoted(entity))",
          cure: "Delete one of the two rows or make one narrower.")
      }
    }
  }

  /// For each slot that a match names, and for one that none does, the first two best matches if they
  /// are equally narrow: their indices in order.
  private func ties<Slot: Hashable>(among matches: [Match<Slot>]) -> [[Int]] {
    guard matches.count > 1 else { return [] }
    let groups = Dictionary(grouping: matches, by: \.slot)
    let wide = groups[nil] ?? []
    return groups.compactMap { slot, own -> [Int]? in
      let candidates = slot == nil ? own : own + wide
      guard let best = candidates.min(by: { $0.rank < $1.rank }) else { return nil }
      let equals = candidates.filter { $0.rank == best.rank }.map(\.index).sorted()
      return equals.count > 1 ? Array(equals.prefix(2)) : nil
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
