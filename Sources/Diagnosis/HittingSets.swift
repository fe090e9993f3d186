/// Sets of rules that have a rule in common with each of some others.
enum HittingSets {
  /// A set with as few rules as can be that meets every one of `sets` and holds none of `avoided` whole; `nil` where none
  /// does.
  ///
  /// Iterative deepening over a branching on the first set that is not met; conflicts have few rules, so that it takes no time.
  static func smallest(_ sets: [Set<Rule>], avoiding avoided: [Set<Rule>] = []) -> Set<Rule>? {
    let most = sets.reduce(into: Set<Rule>()) { $0.formUnion($1) }.count
    let sorted = sets.map { $0.sorted() }
    for size in 0...most {
      if let found = extend([], to: size, sorted, avoided) { return found }
    }
    return nil
  }

  private static func extend(
    _ chosen: Set<Rule>, to size: Int, _ sets: [[Rule]], _ avoided: [Set<Rule>]
  ) -> Set<Rule>? {
    if avoided.contains(where: chosen.isSuperset) { return nil }
    guard let missed = sets.first(where: { chosen.isDisjoint(with: $0) }) else { return chosen }
    if chosen.count == size { return nil }
    for rule in missed {
      if let found = extend(chosen.union([rule]), to: size, sets, avoided) { return found }
    }
    return nil
  }
}
