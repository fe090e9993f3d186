extension Violation {
  /// The rules of the planning problem that a plan can break.
  public enum Rule: String, Sendable, CaseIterable {
    case dataset, row, emptyPlan, measure
    case opening, openingTwice, decision, modules, moduleLimit, stock
    case incentive, currentNetwork, broken
    case negative, goodsBalance, componentBalance, demand
    case making, capacity, throughput, outage, closedFacility
    case lane, laneClosed, laneCapacity, ambiguous
    case draw, normalDraw
    case freight, duty
    case policy
    case costLine, costSum, cost, bound, gap
    case salesLost, salesAtRisk, riskCap, riskBound, mix

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
      case .stock: "a stock stays between 0 and its maximum"
      case .incentive: "incentives grant within their share, maximum and cost"
      case .currentNetwork: "a baseline is the current network"
      case .broken: "a baseline lists what it breaks"
      case .negative: "quantities are finite and not negative"
      case .goodsBalance: "made plus received is shipped plus used, by country of origin"
      case .componentBalance: "components used and drawn are what production needs"
      case .demand: "no more is delivered than is asked for"
      case .making: "a facility makes only what its production rows say"
      case .capacity: "production stays within capacity"
      case .throughput: "shipments stay within throughput"
      case .outage: "a facility that is out ships nothing"
      case .closedFacility: "a closed facility makes, receives and ships nothing"
      case .lane: "goods move on lanes that carry them"
      case .laneClosed: "a closed lane carries nothing"
      case .laneCapacity: "a lane carries no more than its capacity"
      case .ambiguous: "one row of a table is the most specific"
      case .draw: "draws stay within the stock"
      case .normalDraw: "nothing is drawn in the normal state"
      case .freight: "freight is quantity times unit cost"
      case .duty: "duty is quantity times value times rate"
      case .policy: "policy constraints hold in the normal state"
      case .costLine: "a cost line is what its rows add up to"
      case .costSum: "the cost is the sum of its lines"
      case .cost: "the cost is what the rows add up to"
      case .bound: "the bound is at most the cost"
      case .gap: "the gap is (cost − bound) / cost"
      case .salesLost: "sales lost are what the rows add up to"
      case .salesAtRisk: "sales at risk are the measure of the sales lost"
      case .riskCap: "the cap on sales at risk holds"
      case .riskBound: "the bound of sales at risk is at most the sales at risk"
      case .mix: "the mix is what the deliveries add up to"
      }
    }
  }
}
