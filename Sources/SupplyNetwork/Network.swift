public import SupplyData
public import TextFiles

/// The resolved network: lanes with their terms, goods with their country of origin, duties, and the states that
/// scenarios put it in.
///
/// Entities are named by their place in the dataset's tables. After it nobody looks up a tariff or expands a selector of lanes.
public struct Network: Sendable {
  /// What a customer asks for.
  public struct Demand: Sendable {
    /// The customer, by its place in the dataset.
    public var customer: Int
    /// The product, by its place in the dataset.
    public var product: Int
    /// Units per year, by period.
    public var quantity: [Double]
    /// Money per unit not delivered, by period.
    public var shortageCost: [Double]
    /// Line of the first row that asks for it.
    public var line: Int
  }

  /// A product that a facility can make.
  public struct Recipe: Sendable {
    /// The facility, by its place in the dataset.
    public var facility: Int
    /// The product, by its place in the dataset.
    public var product: Int
    /// Money per unit, for conversion only.
    public var unitCost: Double
    /// Capacity units per unit.
    public var capacityUse: Double
    /// Tonnes of CO2 equivalent per unit.
    public var emissionsTonnes: Double
  }

  /// The dataset it was made from; where the network is ``measured``, its numbers are in ``units``.
  public internal(set) var dataset: Dataset
  /// What the numbers are told in.
  public internal(set) var units: NetworkUnits
  /// The country of each facility, by places in the dataset.
  public let countryOfFacility: [Int]
  /// The country of each customer, by places in the dataset.
  public let countryOfCustomer: [Int]
  /// The components of each product with their quantities, units of component per unit of product.
  public internal(set) var components: [[(product: Int, quantity: Double)]]
  /// The capacity modules of each facility, by places in the dataset.
  public let modulesOfFacility: [[Int]]
  /// What customers ask for, each customer and product once.
  public internal(set) var demands: [Demand]
  /// What facilities can make and have components for.
  public internal(set) var recipes: [Recipe]
  /// All lanes, also those that carry nothing.
  public internal(set) var lanes: [Lane] = []
  /// All goods that can be at a facility.
  public internal(set) var goods: [Goods] = []
  /// All goods on lanes.
  public internal(set) var flows: [Flow] = []
  /// The normal state first, then one state a scenario, in the dataset's order, then one state an outage that a constraint
  /// wants survived.
  public internal(set) var states: [NetworkState] = []
  /// What was merged to make it; `nil` for one that tells all origins apart.
  var merging: MergedOrigins?
  /// Ways on which products do not keep.
  let spoiledWays: [SpoiledWay]
  /// What is odd about the network though it can be computed.
  public private(set) var warnings: [Fault] = []

  /// Resolves a dataset.
  ///
  /// - Throws: `Faults` where rows contradict one another: lanes or tariffs equally specific, capacities of one lane that
  ///   differ, a partial loss of a lane without capacity.
  public init(_ dataset: Dataset) throws(Faults) {
    self.dataset = dataset
    units = .ofDataset(dataset)
    let index = DatasetIndex(dataset)
    countryOfFacility = dataset.facilities.map { index.country[$0.country] ?? 0 }
    countryOfCustomer = dataset.customers.map { index.country[$0.country] ?? 0 }
    components = index.components(of: dataset)
    modulesOfFacility = dataset.facilities.map { facility in
      dataset.capacity.indices.filter { dataset.capacity[$0].facility == facility.id }
    }
    demands = index.demands(of: dataset)
    let membership = Membership(dataset)
    let allRecipes = index.recipes(of: dataset)
    let recipesOfFacility = dataset.facilities.indices.map { facility in
      allRecipes.filter { $0.facility == facility }.map(\.product)
    }

    let expansion = LaneExpansion(dataset: dataset, membership: membership)
    spoiledWays = expansion.spoiled
    let reach = GoodsReach(
      lanes: expansion.lanes, demanded: index.demanded(demands),
      recipes: recipesOfFacility, components: components.map { $0.map(\.product) },
      stocked: index.stocked(dataset), countryOfFacility: countryOfFacility)
    recipes = allRecipes.filter { reach.makeable.contains([$0.facility, $0.product]) }
    goods = reach.goods.sorted {
      ($0.facility, $0.product, $0.madeIn) < ($1.facility, $1.product, $1.madeIn)
    }
    lanes = expansion.lanes
    for place in lanes.indices { lanes[place].products = reach.carried[place] }

    let schedule = DutySchedule(dataset: dataset, membership: membership)
    var faults = expansion.faults
    for (first, second) in schedule.ties(products: dataset.products) {
      faults.append(
        Fault(
          file: "tariffs.csv", line: dataset.tariffs[second].line, column: 1,
          cause:
            "this tariff of layer '\(dataset.tariffs[second].layer)' is exactly as specific as line "
            + "\(dataset.tariffs[first].line) for goods that both match",
          cure: "Delete one of the two rows or make one narrower."))
    }
    let usedTariffs = expandFlows(schedule, CustomsTerritories(groups: dataset.groups))

    let eventWeight = dataset.scenarios.reduce(0) { $0 + $1.probability * $1.durationWeeks / 52 }
    states = [NetworkState.normal(of: self, weight: max(0, 1 - eventWeight))]
    for scenario in dataset.scenarios.indices {
      let state = NetworkState.during(
        scenario, of: self, membership: membership, faults: &faults)
      states.append(state)
    }
    if !faults.isEmpty { throw Faults(faults) }
    let times = RecoveryTimes(dataset)
    states += survivedTargets.compactMap { target in
      times.weeks(for: target).map { .during(target, weeks: $0, of: self) }
    }
    warnings =
      NetworkCheck(
        network: self, usedLaneRows: expansion.usedRows, usedTariffRows: usedTariffs
      ).faults
  }

  /// The targets of all survivability constraints, each once.
  private var survivedTargets: [OutageTarget] {
    let catalogue = OutageCatalogue(dataset)
    var seen: Set<OutageTarget> = []
    return dataset.constraints.flatMap { constraint -> [OutageTarget] in
      guard case .survive(let selector) = constraint.kind else { return [] }
      return catalogue.targets(of: selector)
    }.filter { seen.insert($0).inserted }
  }

  /// Makes a flow for all goods on all lanes, and says which rows of `tariffs.csv` apply to one.
  private mutating func expandFlows(_ schedule: DutySchedule, _ territories: CustomsTerritories)
    -> Set<Int>
  {
    let originsOfGoods = Dictionary(grouping: goods, by: { [$0.facility, $0.product] })
    var usedRows: Set<Int> = []
    var ratesOfKey: [[Int]: (rate: Double, rows: [Int])] = [:]
    for (place, lane) in lanes.enumerated() {
      let arrival = countryIndex(of: lane.destination)
      for terms in lane.products {
        for goods in originsOfGoods[[lane.origin, terms.product]] ?? [] {
          let isDutiable = territories.isDutyDue(
            madeIn: dataset.countries[goods.madeIn].id,
            from: dataset.countries[countryOfFacility[lane.origin]].id,
            to: dataset.countries[arrival].id)
          var rate = 0.0
          if isDutiable {
            let key = [terms.product, goods.madeIn, arrival]
            let known =
              ratesOfKey[key]
              ?? {
                let rows = schedule.winners(
                  product: dataset.products[terms.product].id, origin: goods.madeIn,
                  destination: arrival
                ).rows
                return (schedule.rate(of: rows), rows)
              }()
            ratesOfKey[key] = known
            rate = known.rate
            usedRows.formUnion(known.rows)
          }
          flows.append(
            Flow(
              lane: place, origin: lane.origin, destination: lane.destination,
              product: terms.product, madeIn: goods.madeIn, freight: terms.unitCost,
              isDutiable: isDutiable, dutyRate: rate,
              pipelineCost: dataset.products[terms.product].value * dataset.settings.holdingRate
                * terms.leadTimeDays / 365,
              emissionsTonnes: terms.emissionsTonnes,
              distanceKilometres: terms.distanceKilometres, leadTimeDays: terms.leadTimeDays))
        }
      }
    }
    return usedRows
  }

  /// How files name the event of a state: a scenario's id, `outage:` and the target; `nil` for the normal state.
  public func name(of state: NetworkState) -> String? {
    switch state.event {
    case nil: nil
    case .scenario(let place): dataset.scenarios[place].id
    case .outage(let target): "outage:\(target.text)"
    }
  }

  /// The id of a facility or customer.
  public func id(of node: Node) -> String {
    switch node {
    case .facility(let place): dataset.facilities[place].id
    case .customer(let place): dataset.customers[place].id
    }
  }

  /// The place in the dataset of a node's country.
  public func countryIndex(of node: Node) -> Int {
    switch node {
    case .facility(let place): countryOfFacility[place]
    case .customer(let place): countryOfCustomer[place]
    }
  }

  /// The id of a node's country.
  public func country(of node: Node) -> String { dataset.countries[countryIndex(of: node)].id }
}
