import Modeling
import SupplyData
import SupplyNetwork

/// How strongly flows are tied to whether their facility is open.
public enum LinkStrength: String, Sendable, CaseIterable {
  /// One row for each facility, product and destination: a lane carries no more than its end can take, times open.
  case perDestination
  /// One row for each facility and product: no more leaves than can be wanted in all, times open; none where
  /// capacity rows say it already.
  case perOrigin
}

/// How the ties of a block to the first stage are said.
enum BlockForm: Equatable {
  /// As rows of the program.
  case rows(LinkStrength)
  /// Not in the program, but as ``Gate`` values for whoever turns them into bounds of columns or into rows where they are
  /// violated; every flow then has a column, closed ones with the bound 0, so that all blocks are of one shape.
  case gates
}

/// What all parts of a recourse block are made from.
struct RecourseContext {
  let network: Network
  let incidence: Incidence
  let period: Int
  let stateIndex: Int
  let state: NetworkState
  let stage: PeriodStage
  let form: BlockForm
  let bounds: FlowBounds
  /// What a unit of operating cost weighs in the objective: `A_t · π_σ`.
  let weight: Double
  /// Flows that another by a cheaper mode, with room for all, makes superfluous.
  private let superfluousFlows: Set<Int>

  init(
    network: Network, incidence: Incidence, period: Int, state: Int, stage: PeriodStage,
    form: BlockForm, weight: Double, conditions: NetworkState? = nil
  ) {
    let isOwnState = conditions == nil
    let conditions = conditions ?? network.states[state]
    self.network = network
    self.incidence = incidence
    self.period = period
    stateIndex = state
    self.state = conditions
    self.stage = stage
    self.form = form
    self.weight = weight
    bounds = FlowBounds(
      network: network, incidence: incidence, state: conditions, period: period)
    // What is like the state but for something that is out may need the dearer mode.
    superfluousFlows =
      form == .gates && isOwnState
      ? CheapestModes(
        network: network, incidence: incidence, state: conditions, period: period
      ).superfluous : []
  }

  /// Whether a flow can be of use in the state.
  func isUseful(_ flow: Int) -> Bool {
    state.isOpen(network.flows[flow]) && !superfluousFlows.contains(flow)
  }

  /// Whether goods are used where they arrive, since no lane leaves with them; a policy on shares counts what is used.
  func isUsedOnArrival(_ goods: Goods) -> Bool {
    form == .gates && incidence.isConsumedOnly(goods)
      && !incidence.countedByContent.contains([goods.facility, goods.product])
      && !(state.event == nil && incidence.countedByShare.contains(goods.product))
  }

  /// The end of the block's names: period and event, if there is one.
  var suffix: String {
    let period = network.dataset.settings.periods[period].id
    guard let event = network.name(of: state) else { return period }
    return "\(period),\(event)"
  }

  func facilityName(_ index: Int) -> String { network.dataset.facilities[index].id }
  func productName(_ index: Int) -> String { network.dataset.products[index].id }
  func countryName(_ index: Int) -> String { network.dataset.countries[index].id }
  /// A comma and the agreement that a lot claims; nothing where it claims none.
  func claimName(_ claim: Int?) -> String {
    network.name(ofClaim: claim).map { ",\($0)" } ?? ""
  }

  /// A flow in the names of what is a part of it.
  func flowName(_ index: Int) -> String {
    let flow = network.flows[index]
    return "[\(network.id(of: flow.origin)),\(network.id(of: flow.destination)),"
      + "\(network.dataset.modes[network.lanes[flow.lane].mode].id),\(productName(flow.product)),"
      + "\(countryName(flow.madeIn))\(claimName(flow.claim)),\(suffix)]"
  }

  /// Units of the dataset in a unit of what flows.
  func unit(of flow: Int) -> Double { network.units.quantity[network.flows[flow].product] }

  /// The greatest unit of what flows.
  func greatestUnit(of flows: [Int]) -> Double { flows.map(unit).max() ?? 1 }

  /// Adds the whole block to a program: first its variables, then its constraints.
  func addBlock(to program: inout LinearProgram) -> RecourseBlock {
    var block = RecourseBlock(period: period, state: stateIndex)
    FlowsPart(context: self).add(to: &program, &block)
    ProductionPart(context: self).add(to: &program, &block)
    DrawsPart(context: self).add(to: &program, &block)
    DemandPart(context: self).add(to: &program, &block)
    ContractsPart(context: self).add(to: &program, &block)
    LotsPart(context: self).addColumns(to: &program, &block)
    DiscardsPart(context: self).addColumns(to: &program, &block)
    BalancePart(context: self).add(to: &program, &block)
    LotsPart(context: self).addRows(to: &program, block)
    DiscardsPart(context: self).addRows(to: &program, block)
    ReturnsPart(context: self).add(to: &program, &block)
    QuotasPart(context: self).add(to: &program, &block)
    DrawbackPart(context: self).add(to: &program, &block)
    LinksPart(context: self).add(to: &program, block)
    return block
  }

  /// The ties of a block made in the form of gates.
  func gates(_ block: RecourseBlock) -> [Gate] {
    LinksPart(context: self).gates(block) + ActivityGates(context: self).gates(block)
      + DrawsPart(context: self).gates(block) + ContractsPart(context: self).gates(block)
  }
}
