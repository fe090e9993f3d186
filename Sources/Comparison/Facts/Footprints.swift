/// The sets of facilities that are open in the last period, named by letters: A is the most frequent one.
struct Footprints {
  /// One of the sets.
  struct Footprint: Equatable {
    /// Its letter.
    let letter: String
    /// The facilities.
    let facilities: Set<String>
    /// How many plans have it; none where it only comes near one.
    let count: Int
  }

  /// The footprints, the most frequent first, equally frequent ones in the order in which they first came.
  let all: [Footprint]
  private let letters: [Set<String>: String]

  /// Names the sets, one for each plan; then those that no plan has, and come near.
  init(_ sets: [Set<String>], near: [Set<String>] = []) {
    var counts: [Set<String>: (count: Int, first: Int)] = [:]
    for (index, set) in sets.enumerated() { counts[set, default: (0, index)].count += 1 }
    for (index, set) in near.enumerated() where counts[set] == nil {
      counts[set] = (0, sets.count + index)
    }
    let ordered = counts.sorted {
      ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first)
    }
    all = ordered.enumerated().map { index, entry in
      Footprint(
        letter: Self.letter(index), facilities: entry.key, count: entry.value.count)
    }
    letters = Dictionary(
      all.map { ($0.facilities, $0.letter) }, uniquingKeysWith: { first, _ in first })
  }

  /// The letter of a set.
  func letter(of facilities: Set<String>) -> String? { letters[facilities] }

  /// What a footprint has that the most frequent one lacks, and what it lacks of it.
  func difference(of footprint: Footprint) -> (has: [String], lacks: [String]) {
    let usual = all.first?.facilities ?? []
    return (
      footprint.facilities.subtracting(usual).sorted(),
      usual.subtracting(footprint.facilities).sorted()
    )
  }

  /// The letters of some runs: of their own footprints, and of those within their gaps.
  init(of runs: [RunFacts]) {
    self.init(
      runs.compactMap(\.footprint), near: runs.compactMap { $0.verdict?.nearest?.facilities })
  }

  /// The letter of a run's footprint, behind a tilde where another one is within the gap; `nil` without a plan.
  func mark(_ facts: RunFacts) -> String? {
    guard let letter = facts.footprint.flatMap({ letter(of: $0) }) else { return nil }
    if case .tooClose? = facts.verdict { return "~" + letter }
    return letter
  }

  /// A to Z, then AA, AB and so on.
  private static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}
