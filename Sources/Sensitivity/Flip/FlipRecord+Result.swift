package import NetworkDesign
package import SupplyData
package import SupplyPlan
import Wording

extension FlipRecord {
  /// What searches along parameters found of one question, one at a time.
  package init(
    _ studies: [Study], of question: DesignQuestion, dataset: Plan.DatasetReference,
    currency: String
  ) {
    self.init(
      dataset: dataset, currency: currency, maxRisk: question.maxRisk,
      measure: question.measure.name, level: question.measure.level, studies: studies)
  }
}

extension FlipRecord.Study {
  /// What a search found, with ids for places.
  package init(
    _ result: FlipResult, _ range: RangeExpression, current: Double?, search: FlipSearch,
    dataset: Dataset, seconds: Double
  ) {
    func openings(_ footprint: Int) -> [FlipRecord.Openings] {
      let open = result.footprints[footprint].open
      return dataset.settings.periods.enumerated().map { t, period in
        FlipRecord.Openings(
          period: period.id,
          open: dataset.facilities.indices.filter { open[$0][t] }.map { dataset.facilities[$0].id })
      }
    }
    func sites(in first: Int, notIn second: Int) -> [FlipRecord.Site] {
      let (open, other) = (result.footprints[first].open, result.footprints[second].open)
      return dataset.facilities.indices.flatMap { facility in
        dataset.settings.periods.indices.filter { open[facility][$0] && !other[facility][$0] }.map {
          FlipRecord.Site(
            facility: dataset.facilities[facility].id, period: dataset.settings.periods[$0].id)
        }
      }
    }
    self.init(
      parameter: FlipRecord.Parameter(
        expression: range.text, name: ParameterWords(range, dataset).name,
        operation: range.operation.rawValue, low: range.low, high: range.high, current: current),
      tolerance: search.tolerance, gap: search.gap, footprintGap: search.footprintGap,
      pieces: result.pieces.map {
        FlipRecord.Piece(
          from: $0.from, to: $0.to, footprint: openings($0.footprint), costFrom: $0.costFrom,
          costTo: $0.costTo, excess: $0.excess, isProved: $0.isProved)
      },
      turns: result.turns.map {
        FlipRecord.Turn(
          value: $0.value, from: $0.from, to: $0.to, cost: $0.cost,
          opens: sites(in: $0.behind, notIn: $0.before),
          closes: sites(in: $0.before, notIn: $0.behind), isProved: $0.isProved)
      },
      costs: result.costs.map { FlipRecord.Point(value: $0.value, cost: $0.cost) },
      bounds: result.bounds.filter { $0.cost.isFinite }.map {
        FlipRecord.Point(value: $0.value, cost: $0.cost)
      },
      band: result.band,
      proved: result.proved.map { FlipRecord.Interval(from: $0.from, to: $0.to) },
      isInfeasible: result.isInfeasible, solves: result.solves, seconds: seconds,
      stopReason: result.stopReason)
  }
}
