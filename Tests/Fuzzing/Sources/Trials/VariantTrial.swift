import SupplyData
import TestDatasets
import TestMutations
import TextFiles

/// Mutated files of variants, on a dataset that is valid: refused with reasons, or members that can be read.
public struct VariantTrial: Trial {
  /// Creates a trial.
  public init() {}

  private static let originals = [
    "a.yaml": """
    description: Half as much again of everything.
    patches:
      - table: demand
        scale: {quantity: 1.5}
      - table: settings
        set: {discount_rate: 0.05}
      - table: modes
        add: {dwell_days: 2}
    """,
    "b.yaml": """
    description: A crisis more, on top of a.
    based-on: a
    patches:
      - table: countries
        insert:
          - country: ZZ
            region: Far
            latitude: 1
            longitude: -1
      - table: demand
        where: {product: p1}
        scale: {shortage_cost: 5}
    """,
    "c.yaml": """
    description: A grid.
    patches:
      - table: demand
        scale: {quantity: $growth}
      - table: settings
        set: {carbon_price: $carbon}
    sweep:
      axes:
        growth: [0.5, 1, 2]
        carbon: {start: 0, stop: 100, step: 50}
    """,
    "d.yaml": """
    description: A sample.
    patches:
      - table: production
        scale: {unit_cost: $cost}
    sweep:
      samples: 5
      seed: 3
      axes:
        cost: {start: 0.5, stop: 2}
    """,
  ].mapValues { Array($0.utf8) }

  /// Tries the seed.
  public func outcome(of seed: UInt64) -> TrialOutcome {
    var random = SplitMix64(seed: seed)
    var variants = Self.originals
    for _ in 0..<random.whole(1...4) {
      let name = random.one(of: variants.keys.sorted())
      var one = [name: variants[name, default: []]]
      Mutation.change(&one, with: &random)
      variants.merge(one) { $1 }
    }
    let source = RandomDataset(seed: seed / 100).source
    let library = VariantLibrary(files: variants)
    var read = 0
    // A slip in one variant does not stand in the way of another.
    for variant in library.variants {
      do throws(Faults) {
        // The first members stand for all: a sweep may have a hundred thousand.
        for member in try library.members(of: variant).prefix(20) {
          _ = try source.patched(by: member.patches).reading()
          read += 1
        }
      } catch {
        if error.all.isEmpty { return .wrong("refused without a reason") }
      }
    }
    return .well(kind: read > 0 ? "valid in part" : "refused")
  }
}
