import SupplyData
import SupplyPlan

/// Where the goods delivered to customers in the normal state come from, by customs value.
///
/// The class of a delivery is that of the country of origin to the customer's: *domestic* in the same country, else *nearshore*
/// in the same region, else *friendshore* with a group of any kind in common, else *offshore*.
///
/// A flow names the country of origin, not the facility. Goods of one product, origin and claim that pass through a facility are
/// mixed there: of what leaves it, on every lane the same, micro-factories have made the share that they have of what
/// enters it or is made in it and not discarded. With `m` the share of a facility, `T` what enters or is made there, and `x` the flows into it,
///
///     T·m = (T's part made there, if it is a micro-factory) + Σ x·m(where x comes from)
///
/// for each product, country of origin and claim: a linear system, solved by ``ProportionalMixing``. A delivery takes the share
/// of the facility it leaves.
struct MixRecount {
  /// The rows, by period, class, country; shares of 0 are left out.
  let rows: [MixRow]

  private struct Key: Hashable, Comparable {
    var period: Int
    var placement: Int
    var madeIn: Int
    var isMicrofactory: Bool

    static func < (left: Key, right: Key) -> Bool {
      (left.period, left.placement, left.madeIn, left.isMicrofactory ? 1 : 0)
        < (right.period, right.placement, right.madeIn, right.isMicrofactory ? 1 : 0)
    }
  }

  /// The mix of the normal states of all periods.
  init(normal: [StateRecount], catalogue: Catalogue) {
    var values: [Key: Double] = [:]
    var totals = [Double](repeating: 0, count: normal.count)
    for (period, state) in normal.enumerated() {
      let shares = Self.microfactoryShares(state, catalogue)
      for flow in state.operations.flows where flow.destination >= catalogue.facilityCount {
        let value = flow.quantity * catalogue.dataset.products[flow.product].value
        let share =
          shares[
            GoodsBalance.Key(
              node: flow.origin, product: flow.product, madeIn: flow.madeIn, claim: flow.claim)]
          ?? 0
        let placement = Self.placement(
          flow.madeIn, catalogue.nodeCountry[flow.destination], catalogue)
        totals[period] += value
        for (isMicrofactory, part) in [(true, share), (false, 1 - share)] where part > 0 {
          values[
            Key(
              period: period,
              placement: PlacementClass.allCases.firstIndex(of: placement) ?? 0,
              madeIn: flow.madeIn, isMicrofactory: isMicrofactory), default: 0] += value * part
        }
      }
    }
    rows = values.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { key, value in
      MixRow(
        period: catalogue.dataset.settings.periods[key.period].id,
        class: PlacementClass.allCases[key.placement],
        country: catalogue.dataset.countries[key.madeIn].id, microfactory: key.isMicrofactory,
        valueShare: value / totals[key.period])
    }
  }

  /// The class of goods made in one country for a customer in another.
  static func placement(_ madeIn: Int, _ customer: Int, _ catalogue: Catalogue) -> PlacementClass {
    let countries = catalogue.dataset.countries
    if madeIn == customer { return .domestic }
    if countries[madeIn].region == countries[customer].region { return .nearshore }
    return catalogue.matching.haveGroupInCommon(madeIn, customer) ? .friendshore : .offshore
  }

  /// The micro-factory share of what leaves each facility, by product, origin and claim.
  private static func microfactoryShares(_ state: StateRecount, _ catalogue: Catalogue)
    -> [GoodsBalance.Key: Double]
  {
    var systems: [[Int]: ProportionalMixing] = [:]
    for (key, goods) in state.goods.goods where key.node < catalogue.facilityCount {
      let made = goods.made + goods.yielded - goods.discarded
      guard made > 0 else { continue }
      systems[[key.product, key.madeIn, key.claim], default: ProportionalMixing()].make(
        made, at: key.node,
        isMarked: catalogue.dataset.facilities[key.node].kind == .microfactory)
    }
    for flow in state.operations.flows
    where flow.destination < catalogue.facilityCount && flow.quantity > 0 {
      systems[[flow.product, flow.madeIn, flow.claim], default: ProportionalMixing()].move(
        flow.quantity, from: flow.origin, to: flow.destination)
    }
    var shares: [GoodsBalance.Key: Double] = [:]
    for (key, system) in systems {
      for (node, share) in system.shares() {
        shares[
          GoodsBalance.Key(node: node, product: key[0], madeIn: key[1], claim: key[2])] = share
      }
    }
    return shares
  }

  /// Compares the plan's mix row by row.
  func check(_ plan: Plan, _ catalogue: Catalogue, _ findings: Findings) {
    func words(_ row: MixRow) -> String {
      "mix: period \(row.period), \(row.class.rawValue), country \(row.country), "
        + (row.microfactory ? "micro-factories" : "other facilities")
    }
    var found: [String: Double] = [:]
    for row in plan.mix {
      guard catalogue.periodIndex[row.period] != nil, catalogue.countryIndex[row.country] != nil,
        found[words(row)] == nil
      else {
        findings.note(
          .row, words(row), expected: "one row of a known period and country",
          found: found[words(row)] == nil ? "an unknown id" : "a second row")
        continue
      }
      found[words(row)] = row.valueShare
    }
    let expected = Dictionary(
      rows.map { (words($0), $0.valueShare) }, uniquingKeysWith: { first, _ in first })
    for place in Set(found.keys).union(expected.keys).sorted() {
      findings.equal(
        .mix, place, expected: expected[place] ?? 0, found: found[place] ?? 0, scale: 1)
    }
  }
}
