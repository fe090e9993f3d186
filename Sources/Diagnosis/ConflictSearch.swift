/// Which rules contradict one another, and which have to give way.
///
/// A *conflict* is a set of rules that no plan keeps together; it is irreducible where it is none any more without any one of
/// them. A *correction* is a set of rules without which there is a plan. Every correction meets every conflict, and the smallest
/// that meets all of them is a smallest correction; the other way round, the smallest set that meets all corrections is a
/// smallest conflict (Reiter 1987, doi:10.1016/0004-3702(87)90062-2; Ignatiev et al. 2015, doi:10.1007/978-3-319-23219-5_13).
struct ConflictSearch {
  let tester: RuleTester
  let all: Set<Rule>

  init(_ tester: RuleTester) {
    self.tester = tester
    all = Set(tester.book.rules)
  }

  /// An irreducible conflict among rules that contradict one another: the deletion filter (Chinneck and Dravnieks 1991,
  /// doi:10.1287/ijoc.3.2.157).
  ///
  /// Rules are first dropped by the block, since of many rules few are in a conflict.
  func irreducible(within rules: Set<Rule>) throws(Undecided) -> Set<Rule> {
    var kept = rules
    for size in [max(1, rules.count / Self.blocks), 1] {
      var queue = kept.sorted()
      while !queue.isEmpty {
        let dropped = Set(queue.prefix(size))
        queue.removeFirst(dropped.count)
        let rest = kept.subtracting(dropped)
        if try !tester.isPossible(keeping: rest) { kept = rest }
      }
    }
    return kept
  }

  /// What ``corrections(conflicts:)`` found.
  struct Corrections {
    /// The smallest corrections: all of one size, none is smaller.
    var sets: [Set<Rule>] = []
    /// Whether there may be more of that size.
    var isCutShort = false
  }

  /// The smallest corrections.
  ///
  /// - Parameter conflicts: those known, at least one; those found are added.
  func corrections(
    conflicts: inout [Set<Rule>], found report: (Corrections) -> Void
  ) throws(Undecided) {
    var corrections = Corrections()
    while let candidate = HittingSets.smallest(conflicts, avoiding: corrections.sets),
      candidate.count <= corrections.sets.first?.count ?? .max
    {
      if corrections.sets.count == Self.mostCorrections {
        corrections.isCutShort = true
        report(corrections)
        return
      }
      let rest = all.subtracting(candidate)
      if try tester.isPossible(keeping: rest) {
        corrections.sets.append(candidate)
        report(corrections)
      } else {
        conflicts.append(try irreducible(within: rest))
      }
    }
  }

  /// A smallest conflict, or the smallest known one where the search is cut short.
  ///
  /// - Parameters:
  ///   - conflicts: those known, at least one, each irreducible.
  ///   - corrections: those known.
  func smallest(_ conflicts: [Set<Rule>], corrections: [Set<Rule>]) throws(Undecided)
    -> (rules: Set<Rule>, isSmallest: Bool)
  {
    var best = conflicts[0]
    for conflict in conflicts where conflict.count < best.count { best = conflict }
    var corrections = corrections
    for _ in 0..<Self.mostRounds {
      guard let least = HittingSets.smallest(corrections) else { break }
      // No conflict is smaller than the smallest set that meets all corrections.
      if least.count >= best.count { return (best, true) }
      if try !tester.isPossible(keeping: least) { return (least, true) }
      corrections.append(all.subtracting(try grown(least)))
    }
    return (best, false)
  }

  /// As many rules as can be kept together with some.
  private func grown(_ rules: Set<Rule>) throws(Undecided) -> Set<Rule> {
    var kept = rules
    for rule in tester.book.rules where !kept.contains(rule) {
      if try tester.isPossible(keeping: kept.union([rule])) { kept.insert(rule) }
    }
    return kept
  }

  private static let blocks = 6
  private static let mostCorrections = 8
  private static let mostRounds = 20
}
