extension Violation {
  /// The rules of the planning problem that a plan can break.
  public enum Rule: String, Sendable, CaseIterable {
    /// Title and hash are those of the dataset.
    case dataset
    /// Ids are known, no row stands twice, none is left out.
    case row
    /// `cost` is `null` exactly where there is no plan.
    case emptyPlan
    /// `expected`, `worst`, or `cvar` with 0 ≤ level < 1.
    case measure
    /// y(t) − y(t−1) = o(t) − c(t).
    case opening
    /// Σ o ≤ 1, Σ c ≤ 1, o(t) + c(t) ≤ 1.
    case openingTwice
    /// y = 1 for `open`, y = 0 for `closed`.
    case decision
    /// n(t) = n(t−1) + b(t) − e(t).
    case modules
    /// 0 ≤ n ≤ maximum · y, 0 ≤ b ≤ maximum, 0 ≤ e ≤ maximum.
    case moduleLimit
    /// y = 0 for a candidate before `available_from`.
    case available
    /// w ≤ y, Σ w ≤ 1 over the contracts of a facility and product.
    case contract
    /// at_least · m ≤ Σ y.
    case cluster
    /// 0 ≤ z ≤ maximum.
    case stock
    /// 0 ≤ granted ≤ share · cost, Σ granted ≤ maximum, all together ≤ cost.
    case incentive
    /// A baseline's facilities, modules, stocks and contracts are the existing ones.
    case currentNetwork
    /// y = 1 for existing facilities and y = 0 for the others, in every period of an expanded network.
    case expandedNetwork
    /// What a baseline or an expanded network says is `broken` is complete and true.
    case broken
    /// x, q, w ≥ 0.
    case negative
    /// made + received = shipped + used, used ≥ 0.
    case goodsBalance
    /// made + received − shipped − used ≤ what was yielded, or made without a claim of a product that yields.
    case discard
    /// Σ used + w = Σ bom · q.
    case componentBalance
    /// u = demand · (1 + change) − received − w ≥ 0.
    case demand
    /// q only where `production.csv` has a row.
    case making
    /// 0 ≤ g ≤ maximum · w.
    case contractLimit
    /// q under a claim only where a rule of origin speaks of it.
    case claim
    /// Σ used + w = bom · q in each lot of a claim.
    case lot
    /// Σ value · components that do not originate ≤ (1 − content) · value · q in the lots of a claim.
    case content
    /// v ≤ Σ share · received, made in the customer's country.
    case returned
    /// Σ capacity use · q ≤ a · Σ size · n.
    case capacity
    /// Σ shipped ≤ a · throughput.
    case throughput
    /// Nothing is shipped where a = 0, nor made of a product that is out.
    case outage
    /// Nothing is made, received or shipped where y = 0.
    case closedFacility
    /// A row of `lanes.csv` matches, the goods keep for the way, and the destination takes them.
    case lane
    /// x = 0 where a lane is closed, altogether or to the product.
    case laneClosed
    /// Σ x ≤ capacity · Π(1 − loss).
    case laneCapacity
    /// No two rows are equally specific, no two capacities differ.
    case ambiguous
    /// w · duration/52 ≤ z, and only where there is a buffer.
    case draw
    /// w = 0 in the normal state.
    case normalDraw
    /// freight = x · unit cost.
    case freight
    /// duty = x · duty per unit, less what quotas save.
    case duty
    /// h ≤ x, Σ h ≤ quantity.
    case quota
    /// d + h ≤ x, on duty that may be drawn back.
    case drawback
    /// Σ d ≤ Σ bom · e, with e within what is made, exported, and exported by the territory.
    case credit
    /// A policy constraint in a period.
    case policy
    /// One line of `costs`.
    case costLine
    /// cost = Σ costs.
    case costSum
    /// cost = Σ lines recomputed.
    case cost
    /// bound ≤ cost.
    case bound
    /// gap = (cost − bound) / |cost|.
    case gap
    /// v = duration/52 · Σ shortage cost · u / Σ shortage cost · demand.
    case salesLost
    /// R = Σ years · measure / Σ years.
    case salesAtRisk
    /// R ≤ `max_risk`.
    case riskCap
    /// Σ shortage cost · u / Σ shortage cost · demand ≤ `max_unmet` in the normal state.
    case unmetCap
    /// undelivered = Σ shortage cost · u / Σ shortage cost · demand in the normal state.
    case undelivered
    /// The bound of R ≤ R.
    case riskBound
    /// v = weeks/52 · Σ shortage cost · u / Σ shortage cost · demand, while a target is out.
    case outageLost
    /// v ≤ value while a target is out.
    case survive
    /// Share of customs value by class, country and micro-factory.
    case mix

    /// The rule in words.
    public var words: String {
      switch self {
      case .dataset: "the plan is for the dataset"
      case .row: "every row names known things, once, and none is left out"
      case .emptyPlan: "without a plan there are no figures"
      case .measure: "the measure of risk is known"
      case .opening: "open now less open before is opened less closed"
      case .openingTwice: "a facility opens once and closes once at most, not both in a period"
      case .decision: "a decision taken beforehand is honoured"
      case .modules: "modules now are those before, plus built, less retired"
      case .moduleLimit: "modules stay between 0 and their maximum, 0 where closed"
      case .available: "a candidate is closed before it is available"
      case .contract: "contracts are signed at open facilities, one for a product"
      case .cluster: "a cluster saves only where enough of its facilities are open"
      case .stock: "a stock stays between 0 and its maximum"
      case .incentive: "incentives grant within their share, maximum and cost"
      case .currentNetwork: "a baseline is the current network"
      case .expandedNetwork: "an expanded network has today's sites open, and no others"
      case .broken: "a baseline or an expanded network lists what it breaks"
      case .negative: "quantities are finite and not negative"
      case .goodsBalance: "made plus received is shipped plus used, by country of origin and claim"
      case .discard: "only coproducts, and what yields them, are discarded"
      case .componentBalance: "components used and drawn are what production needs"
      case .demand: "no more is delivered than is asked for"
      case .making: "a facility makes only what its production rows say"
      case .contractLimit:
        "what is made under a contract stays within its maximum, while it is signed"
      case .claim: "goods are made to qualify only where a rule of origin speaks of them"
      case .lot: "components of a lot are what it needs"
      case .content: "lots have the content that their rule of origin asks for"
      case .returned: "customers return no more than a share of what they received"
      case .capacity: "production stays within capacity"
      case .throughput: "shipments stay within throughput"
      case .outage: "what is out neither makes nor ships"
      case .closedFacility: "a closed facility makes, receives and ships nothing"
      case .lane: "goods move on lanes that carry them"
      case .laneClosed: "a closed lane carries nothing"
      case .laneCapacity: "a lane carries no more than its capacity"
      case .ambiguous: "one row of a table is the most specific"
      case .draw: "draws stay within the stock"
      case .normalDraw: "nothing is drawn in the normal state"
      case .freight: "freight is quantity times unit cost"
      case .duty: "duty is quantity times duty per unit, less what quotas save"
      case .quota: "what enters in a quota stays within it"
      case .drawback: "duty is drawn back once, and only where it may be"
      case .credit: "exports earn what is drawn back"
      case .policy: "policy constraints hold in the normal state"
      case .costLine: "a cost line is what its rows add up to"
      case .costSum: "the cost is the sum of its lines"
      case .cost: "the cost is what the rows add up to"
      case .bound: "the bound is at most the cost"
      case .gap: "the gap is (cost − bound) / |cost|"
      case .salesLost: "sales lost are what the rows add up to"
      case .salesAtRisk: "sales at risk are the measure of the sales lost"
      case .riskCap: "the cap on sales at risk holds"
      case .unmetCap: "a normal year leaves no more undelivered than the limit"
      case .undelivered: "what a normal year leaves undelivered is what the rows add up to"
      case .riskBound: "the bound of sales at risk is at most the sales at risk"
      case .outageLost: "sales lost in an outage are what the rows add up to"
      case .survive: "outages are survived as constraints ask"
      case .mix: "the mix is what the deliveries add up to"
      }
    }
  }
}
