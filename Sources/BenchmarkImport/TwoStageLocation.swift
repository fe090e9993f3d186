public import DatasetWriting
import SupplyData
public import TextFiles

/// Two-stage capacitated facility location: which plants and which depots to open, and what each plant sends to each depot and
/// each depot to each customer.
///
/// D. R. M. Fernandes, C. Rocha, D. Aloise, G. M. Ribeiro, E. M. Santos and A. Silva, "A simple and effective genetic algorithm
/// for the two-stage capacitated facility location problem", Computers & Industrial Engineering 75 (2014) 200–208,
/// doi 10.1016/j.cie.2014.05.023.
public struct TwoStageLocation: Sendable, Equatable {
  /// A plant or a depot.
  struct Site: Sendable, Equatable {
    /// Units.
    var capacity: Double
    /// Money, once it is open.
    var fixedCost: Double
    /// Money for a unit, by destination.
    var unitCosts: [Double]
  }

  /// The plants; they send to depots.
  let plants: [Site]
  /// The depots; they send to customers.
  let depots: [Site]
  /// Units that each customer wants.
  let demands: [Double]
  /// What a unit not delivered has to cost.
  let shortageCost: Double

  /// Reads the text of an instance.
  ///
  /// Numbers between white space: plants, depots, customers; the demand of each customer; for each plant its capacity
  /// and fixed cost; for each plant the cost of a unit to each depot; for each depot its capacity and fixed cost; for
  /// each depot the cost of a unit to each customer.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - file: the file's name, for faults.
  /// - Throws: everything that is wrong, with line and column.
  public init(_ bytes: [UInt8], file: String) throws(Faults) {
    var reader = NumberReader(NumberFile(name: file, bytes: bytes))
    let counts = ["plants", "depots", "customers"].map { reader.count("the number of \($0)") }
    guard let plantCount = counts[0], let depotCount = counts[1], let customerCount = counts[2]
    else { throw reader.faults }
    var demands: [Double] = []
    for customer in 1...customerCount where !reader.hasEnded {
      demands.append(reader.number("the demand of customer \(customer)"))
    }
    let plants = reader.stage("plant", plantCount, to: "depot", depotCount)
    let depots = reader.stage("depot", depotCount, to: "customer", customerCount)
    reader.noteSurplus(after: "the last cost of the last depot")
    try reader.finish()
    try reader.refuseShortage("the plants", plants.map(\.capacity), demands)
    try reader.refuseShortage("the depots", depots.map(\.capacity), demands)
    let stages = [plants, depots]
    let cost = InstanceShortageCost.unit(
      stages: stages.map { sites in
        .init(fixedCosts: sites.map(\.fixedCost), capacities: sites.map(\.capacity))
      },
      demands: demands,
      dearestPath: stages.reduce(0) { $0 + ($1.flatMap(\.unitCosts).max() ?? 0) })
    guard let cost else { throw reader.tooFine }
    (self.plants, self.depots, self.demands, shortageCost) = (plants, depots, demands, cost)
  }

  /// The instance as a dataset whose least cost is that of the instance.
  ///
  /// - Parameter title: the dataset's title.
  public func draft(title: String) -> DatasetDraft {
    var draft = BenchmarkDraft(title: title)
    for (number, plant) in plants.enumerated() {
      let id = "plant-\(number + 1)"
      draft.addSource(id, fixedCost: plant.fixedCost, capacity: plant.capacity)
      for (depot, cost) in plant.unitCosts.enumerated() {
        draft.addLane(from: id, to: "depot-\(depot + 1)", unitCost: cost)
      }
    }
    for (number, depot) in depots.enumerated() {
      let id = "depot-\(number + 1)"
      draft.addDepot(id, fixedCost: depot.fixedCost, capacity: depot.capacity)
      for (customer, cost) in depot.unitCosts.enumerated() {
        draft.addLane(from: id, to: "customer-\(customer + 1)", unitCost: cost)
      }
    }
    for (number, demand) in demands.enumerated() {
      draft.addCustomer("customer-\(number + 1)", demand: demand, shortageCost: shortageCost)
    }
    return draft.draft
  }
}

extension NumberReader {
  /// Capacities and fixed costs of sites, then the matrix of their unit costs.
  fileprivate mutating func stage(
    _ kind: String, _ count: Int, to next: String, _ nextCount: Int
  ) -> [TwoStageLocation.Site] {
    var sites: [TwoStageLocation.Site] = []
    for site in 1...count where !hasEnded {
      let room = number("the capacity of \(kind) \(site)", .positive)
      let cost = number("the fixed cost of \(kind) \(site)")
      sites.append(TwoStageLocation.Site(capacity: room, fixedCost: cost, unitCosts: []))
    }
    for site in sites.indices {
      for destination in 1...nextCount where !hasEnded {
        sites[site].unitCosts.append(
          number("the unit cost from \(kind) \(site + 1) to \(next) \(destination)"))
      }
    }
    return sites
  }
}
