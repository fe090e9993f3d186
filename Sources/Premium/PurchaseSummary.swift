import Wording
import Findings

/// What a step buys in a few phrases: few things by name, many as a count or a sum.
struct PurchaseSummary {
  private let purchases: [PremiumStep.Purchase]
  private let words: PurchaseWords

  /// So many of a kind are named one by one.
  private static let mostNamed = 3

  init(_ purchases: [PremiumStep.Purchase], words: PurchaseWords) {
    self.purchases = purchases
    self.words = words
  }

  /// The phrases, in the order of the purchases.
  var phrases: [String] { sites + modules + stock + sources + mix }

  private func of(_ kind: PremiumStep.Purchase.Kind) -> [PremiumStep.Purchase] {
    purchases.filter { $0.kind == kind }
  }

  private var sites: [String] {
    [PremiumStep.Purchase.Kind.opens, .closes, .opensLonger, .opensShorter].flatMap { kind in
      named(of(kind)) { rows in
        switch kind {
        case .opens:
          NumberFormat.count(rows.count, "more site opens", "more sites open")
        case .closes: NumberFormat.count(rows.count, "site fewer", "sites fewer")
        case .opensLonger:
          NumberFormat.count(rows.count, "site open for more years", "sites open for more years")
        default:
          NumberFormat.count(rows.count, "site open for fewer years", "sites open for fewer years")
        }
      }
    }
  }

  /// Fewer modules go without saying where a site is not open any more.
  private var modules: [String] {
    let closed = Set(of(.closes).map(\.place))
    let rows = of(.modules).filter { $0.amount > 0 || !closed.contains($0.place) }
    return [rows.filter { $0.amount > 0 }, rows.filter { $0.amount < 0 }].flatMap { rows in
      named(rows) { rows in
        let count = Int(rows.reduce(0) { $0 + abs($1.amount) })
        let places = Set(rows.map(\.place)).count
        let modules = NumberFormat.count(count, "module", "modules")
        let sites = NumberFormat.count(places, "site", "sites")
        return rows[0].amount > 0
          ? "+\(modules) at \(sites)" : "−\(modules) at \(sites)"
      }
    }
  }

  private var stock: [String] {
    Self.grouped(of(.stock), by: \.product).map { rows in
      rows.count == 1 ? rows[0].words : words.stock(rows)
    }
  }

  /// Countries that come and go as sources of a product, in one phrase.
  private var sources: [String] {
    Self.grouped(of(.sourceAdded) + of(.sourceDropped), by: \.product).map(words.sources)
  }

  /// What one placement loses is told by what another one gains.
  private var mix: [String] { of(.mix).filter { $0.amount > 0 }.map(\.words) }

  private func named(
    _ rows: [PremiumStep.Purchase], _ counted: ([PremiumStep.Purchase]) -> String
  ) -> [String] {
    if rows.isEmpty { return [] }
    return rows.count > Self.mostNamed ? [counted(rows)] : rows.map(\.words)
  }

  /// The rows by a property, in the order in which it first comes.
  private static func grouped(
    _ rows: [PremiumStep.Purchase], by property: (PremiumStep.Purchase) -> String?
  ) -> [[PremiumStep.Purchase]] {
    var groups: [[PremiumStep.Purchase]] = []
    for row in rows {
      if let place = groups.firstIndex(where: { property($0[0]) == property(row) }) {
        groups[place].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups
  }
}
