import RunStore

/// The designs that runs of one question have found, and which of them are tried in all of them.
struct ExchangePool {
  private var runs = 0
  private var designs: [String: (design: StoredDesign, count: Int, place: Int)] = [:]

  /// How many trials are worth their time: some ten minutes of a processor for networks of the size of the shipped ones.
  private static let mostTrials = 5000
  /// As many designs are tried whatever time that takes.
  private static let fewestDesigns = 20

  /// Adds what a run has found.
  mutating func add(_ found: [StoredDesign]) {
    runs += 1
    for design in found {
      let known = designs[design.sha256] ?? (design, 0, designs.count)
      designs[design.sha256] = (design, known.count + 1, known.place)
    }
  }

  /// How many different designs there are.
  var foundCount: Int { designs.count }

  /// Those that are tried: all, or of very many those that were found most often, and first.
  var chosen: [StoredDesign] {
    let most = max(Self.fewestDesigns, Self.mostTrials / max(runs, 1))
    return designs.values.sorted { (-$0.count, $0.place) < (-$1.count, $1.place) }
      .prefix(most).map(\.design)
  }
}
