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
    /// Standard deviation of a week's demand, as a share of its mean, by period.
    public var deviation: [Double]
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
    /// Agreements that its lots may claim, by their places in ``Network/agreements``.
    public var claims: [Int]
  }

  /// The dataset it was made from; where the network is ``measured``, its numbers are in ``units``.
  public internal(set) var dataset: Dataset
  /// What the numbers are told in.
  public internal(set) var units: NetworkUnits
  /// The country of each facility, by places in the dataset.
  public let countryOfFacility: [Int]
  /// The customs territory of each country: the place in the dataset of one of its members.
  public let territoryOfCountry: [Int]
  /// The country of each customer, by places in the dataset.
  public let countryOfCustomer: [Int]
  /// The components of each product with their quantities, units of component per unit of product.
  public internal(set) var components: [[(product: Int, quantity: Double)]]
  /// What comes into being with each product that is made, units of coproduct per unit of product.
  public internal(set) var coproducts: [[(product: Int, quantity: Double)]]
  /// The capacity modules of each facility, by places in the dataset.
  public let modulesOfFacility: [[Int]]
  /// The facility of each capacity module, by places in the dataset.
  public let facilityOfModule: [Int]
  /// What customers ask for, each customer and product once.
  public internal(set) var demands: [Demand]
  /// What facilities can make and have components for.
  public internal(set) var recipes: [Recipe]
  /// What customers may give back.
  public internal(set) var returns: [Return]
  /// Trade agreements that goods may qualify under.
  public let agreements: [Agreement]
  /// Quantities that enter at other rates.
  public internal(set) var quotas: [Quota]
  /// Where duty on components is paid back.
  let drawback: Drawback
  /// What costs of the tables are multiplied by.
  public let escalation: Escalation
  /// Contracts that may be signed, by the recipe that they are about; places in the dataset.
  public let contractsOfRecipe: [[Int]]
  /// The facility of each contract, by places in the dataset.
  public let facilityOfContract: [Int]
  /// For each period its class of duties: periods of one class ask for the same.
  public let dutyClassOfPeriod: [Int]
  /// By class of duties, for each flow that a quota speaks of the quota, by its place in ``quotas``.
  public internal(set) var quotaOfFlow: [[Int: Int]] = []
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
    facilityOfModule = dataset.capacity.map { index.facility[$0.facility] ?? 0 }
    let territories = CustomsTerritories(groups: dataset.groups)
    territoryOfCountry = dataset.countries.map { country in
      dataset.countries.firstIndex { territories.areOne($0.id, country.id) } ?? 0
    }
    countryOfCustomer = dataset.customers.map { index.country[$0.country] ?? 0 }
    components = index.components(of: dataset)
    modulesOfFacility = dataset.facilities.map { facility in
      dataset.capacity.indices.filter { dataset.capacity[$0].facility == facility.id }
    }
    coproducts = index.coproducts(of: dataset)
    demands = index.demands(of: dataset)
    let membership = Membership(dataset)
    let agreements = Agreement.all(dataset)
    self.agreements = agreements
    quotas = Quota.all(dataset, membership)
    drawback = Drawback(dataset, membership)
    escalation = Escalation(dataset, membership)
    let dutyClasses = DutyClasses(dataset)
    dutyClassOfPeriod = dutyClasses.ofPeriod
    returns = index.returns(of: dataset, demands, membership)
    let allRecipes = index.recipes(of: dataset)
    let recipesOfFacility = dataset.facilities.indices.map { facility in
      allRecipes.filter { $0.facility == facility }.map(\.product)
    }
    var returned = dataset.customers.map { _ in Set<Int>() }
    for row in returns { returned[row.customer].insert(row.returned) }

    let expansion = LaneExpansion(dataset: dataset, membership: membership, returned: returned)
    spoiledWays = expansion.spoiled
    let rewarded = Agreement.rewarded(agreements, dataset)
    let claims = { (product: Int, country: Int) in
      rewarded[product].filter { agreements[$0].members.contains(country) }.sorted()
    }
    let reach = GoodsReach(
      GoodsReach.Question(
        lanes: expansion.lanes, demanded: index.demanded(demands), returned: returned,
        recipes: recipesOfFacility, components: components.map { $0.map(\.product) },
        coproducts: coproducts.map { $0.map(\.product) }, stocked: index.stocked(dataset),
        countryOfFacility: countryOfFacility, countryOfCustomer: countryOfCustomer,
        claims: claims))
    let countryOfFacility = countryOfFacility
    recipes = allRecipes.filter { reach.makeable.contains([$0.facility, $0.product]) }
      .map { recipe in
        var recipe = recipe
        recipe.claims = claims(recipe.product, countryOfFacility[recipe.facility])
        return recipe
      }
    contractsOfRecipe = recipes.map { recipe in
      dataset.contracts.indices.filter {
        dataset.contracts[$0].facility == dataset.facilities[recipe.facility].id
          && dataset.contracts[$0].product == dataset.products[recipe.product].id
      }
    }
    facilityOfContract = dataset.contracts.map { index.facility[$0.facility] ?? 0 }
    goods = reach.goods.sorted {
      ($0.facility, $0.product, $0.madeIn, $0.claim ?? -1)
        < ($1.facility, $1.product, $1.madeIn, $1.claim ?? -1)
    }
    lanes = expansion.lanes
    for place in lanes.indices { lanes[place].products = reach.carried[place] }

    let schedule = DutySchedule(dataset: dataset, agreements: agreements, membership: membership)
    var faults = expansion.faults
    for (first, second) in schedule.ties(
      products: dataset.products, periods: dataset.settings.periods)
    {
      faults.append(
        Fault(
          file: "tariffs.csv", line: dataset.tariffs[second].line, column: 1,
          cause:
            "this tariff of layer '\(dataset.tariffs[second].layer)' is exactly as specific as line "
            + "\(dataset.tariffs[first].line) for goods that both match",
          cure: "Delete one of the two rows or make one narrower."))
    }
    var duties = DutyRatesOfFlows(dataset, schedule, agreements, dutyClasses, quotas)
    let rates = expandFlows(&duties, Handling(dataset, membership))

    let eventWeight = dataset.scenarios.reduce(0) { $0 + $1.probability * $1.durationWeeks / 52 }
    states = [NetworkState.normal(of: self, rates, weight: max(0, 1 - eventWeight))]
    for scenario in dataset.scenarios.indices {
      let state = NetworkState.during(
        scenario, of: self, rates, membership: membership, faults: &faults)
      states.append(state)
    }
    if !faults.isEmpty { throw Faults(faults) }
    let times = RecoveryTimes(dataset)
    states += survivedTargets.compactMap { target in
      times.weeks(for: target).map { .during(target, weeks: $0, of: self) }
    }
    warnings =
      NetworkCheck(
        network: self, usedLaneRows: expansion.usedRows, usedTariffRows: duties.usedRows
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

  /// How files name the event of a state: a scenario's id, `outage:` and the target; `nil` for the normal state.
  public func name(of state: NetworkState) -> String? {
    switch state.event {
    case nil: nil
    case .scenario(let place): dataset.scenarios[place].id
    case .outage(let target): "outage:\(target.text)"
    }
  }

  /// Whether goods on a flow qualify under an agreement and enter one of its members.
  func isExempt(_ flow: Flow, under group: String?) -> Bool {
    guard let group, let place = agreements.firstIndex(where: { $0.group == group }) else {
      return false
    }
    return DutyRatesOfFlows.qualifying(
      agreements, product: flow.product, madeIn: flow.madeIn, claim: flow.claim,
      arrival: countryIndex(of: flow.destination)
    ).contains(place)
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

  /// The share of the duty on a component that a facility gets back for what it exports.
  public func drawbackShare(at facility: Int, of component: Int) -> Double {
    drawback.share(facility, component)
  }

  /// Whether two countries, by their places in the dataset, are one customs territory.
  public func areOneTerritory(_ first: Int, _ second: Int) -> Bool {
    territoryOfCountry[first] == territoryOfCountry[second]
  }

  /// The id of the agreement that a lot claims; `nil` for none.
  public func name(ofClaim claim: Int?) -> String? { claim.map { agreements[$0].group } }

  /// The id of a node's country.
  public func country(of node: Node) -> String { dataset.countries[countryIndex(of: node)].id }
}
