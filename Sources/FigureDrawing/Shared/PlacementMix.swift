package import Findings
package import SupplyPlan
import TextFiles
import Wording

/// Where the goods delivered in a period's normal state come from, by customs value.
package struct PlacementMix: Equatable, Sendable {
  /// The share of each placement.
  package private(set) var shares: [PlacementClass: Double] = [:]
  /// The part of each share that micro-factories make.
  package private(set) var microfactories: [PlacementClass: Double] = [:]
  /// What micro-factories make, of everything.
  package private(set) var microfactoryShare = 0.0

  /// The sum of rows of one period.
  package init(_ rows: some Sequence<MixRow>) {
    for row in rows {
      shares[row.class, default: 0] += row.valueShare
      if row.microfactory {
        microfactories[row.class, default: 0] += row.valueShare
        microfactoryShare += row.valueShare
      }
    }
  }

  /// The mix of a period; `nil` where nothing is delivered.
  package init?(_ plan: Plan, period: String) {
    self.init(plan.mix.lazy.filter { $0.period == period })
    if shares.values.reduce(0, +) <= 0 { return nil }
  }

  /// The share of a placement.
  package subscript(placement: PlacementClass) -> Double { shares[placement] ?? 0 }

  /// What is made in the customer's country or region.
  package var near: Double { self[.domestic] + self[.nearshore] }

  /// The columns of a table of mixes: the placements, and micro-factories.
  package static var columns: [Table.Column] {
    PlacementClass.allCases.map { .share($0.word.capitalizedFirst) }
      + [.share("Of which micro-factories")]
  }

  /// The cells of ``columns``.
  package static func cells(_ mix: PlacementMix?) -> [Table.Cell] {
    PlacementClass.allCases.map { .init(mix?[$0]) } + [.init(mix?.microfactoryShare)]
  }
}
