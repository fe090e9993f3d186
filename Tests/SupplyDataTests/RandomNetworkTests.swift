import SupplyData
import TestDatasets
import Testing

/// Random datasets are also free of what is only found when lanes and duties are resolved: equally
/// specific rows, contradicting capacities, partial losses of unlimited lanes.
///
/// By brute force over all pairs, so that it shares no thought with the generator.
@Suite struct RandomNetworkTests {
  private typealias Rank = [Int]

  /// The rows that win, with nobody better.
  private func winners<Row>(_ rows: [(row: Row, rank: Rank)]) -> [Row] {
    let best = rows.map(\.rank).min { $0.lexicographicallyPrecedes($1) }
    return rows.filter { $0.rank == best }.map(\.row)
  }

  @Test func lanesAndLossesAreUnambiguous() throws {
    for seed in UInt64(0)..<150 {
      let dataset = try RandomDataset(seed: seed).read()
      let membership = Membership(dataset)
      let nodes = dataset.facilities.map(\.id) + dataset.customers.map(\.id)
      for mode in dataset.modes.map(\.id) {
        for origin in dataset.facilities.map(\.id) {
          for destination in nodes where destination != origin {
            let capacities = check(dataset, membership, mode, origin, destination, seed)
            let isPartlyLost = dataset.disruptions.contains {
              guard case .lane(let from, let to, let lost, let product, let loss) = $0.effect
              else { return false }
              return loss < 1 && (lost ?? mode) == mode && membership.matches(from, node: origin)
                && membership.matches(to, node: destination) && product == nil
            }
            #expect(Set(capacities.compactMap(\.self)).count <= 1, "seed \(seed)")
            if isPartlyLost { #expect(!capacities.contains(nil), "seed \(seed)") }
          }
        }
      }
    }
  }

  /// The capacities of the rows that win for some product.
  private func check(
    _ dataset: Dataset, _ membership: Membership, _ mode: String, _ origin: String,
    _ destination: String, _ seed: UInt64
  ) -> [Double?] {
    var capacities: [Double?] = []
    for product in dataset.products.map(\.id) {
      let matching: [(row: LaneRow, rank: Rank)] = dataset.lanes.compactMap { row in
        guard row.mode == mode, row.product == nil || row.product == product,
          let from = membership.specificity(of: row.origin, forNode: origin),
          let to = membership.specificity(of: row.destination, forNode: destination)
        else { return nil }
        return (row, [from.rawValue, to.rawValue, row.product == nil ? 1 : 0])
      }
      let winners = winners(matching)
      #expect(winners.count <= 1, "seed \(seed): lines \(winners.map(\.line))")
      capacities += winners.map(\.capacity)
    }
    return capacities
  }

  @Test func dutiesAreUnambiguous() throws {
    for seed in UInt64(0)..<300 {
      let dataset = try RandomDataset(seed: seed).read()
      let membership = Membership(dataset)
      let countries = dataset.countries.map(\.id)
      for layer in Set(dataset.tariffs.map(\.layer)) {
        for product in dataset.products.map(\.id) {
          for origin in countries {
            for destination in countries {
              let matching: [(row: TariffRow, rank: Rank)] = dataset.tariffs.compactMap { row in
                guard row.layer == layer, row.product == nil || row.product == product,
                  let from = membership.specificity(of: row.origin, forCountry: origin),
                  let to = membership.specificity(of: row.destination, forCountry: destination)
                else { return nil }
                return (row, [row.product == nil ? 1 : 0, from.rawValue, to.rawValue])
              }
              #expect(winners(matching).count <= 1, "seed \(seed)")
            }
          }
        }
      }
    }
  }
}
