public import DatasetWriting
import SupplyData
public import TextFiles

/// Capacitated warehouse location, as the OR-Library has it: which warehouses to open, and what share of each customer's
/// demand each of them serves.
///
/// J. E. Beasley, "An algorithm for solving large capacitated warehouse location problems", European Journal of Operational
/// Research 33 (1988) 314–325.
public struct WarehouseLocation: Sendable, Equatable {
  /// A place for a warehouse.
  struct Site: Sendable, Equatable {
    /// Units that it can serve.
    var capacity: Double
    /// Money, once it is open.
    var fixedCost: Double
  }

  /// Somebody to serve.
  struct Customer: Sendable, Equatable {
    /// Units.
    var demand: Double
    /// Money for serving **all** of the demand, by site.
    var costs: [Double]
  }

  /// The places.
  let sites: [Site]
  /// The customers.
  let customers: [Customer]
  /// What a unit not delivered has to cost.
  let shortageCost: Double

  /// Reads the text of an instance.
  ///
  /// Numbers between white space: sites and customers; for each site its capacity and fixed cost; for each customer
  /// the demand and then, for each site, the cost of serving all of it.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - file: the file's name, for faults.
  ///   - capacity: what the word `capacity` stands for, which the largest instances have instead of a number.
  /// - Throws: everything that is wrong, with line and column.
  public init(_ bytes: [UInt8], file: String, capacity: Double? = nil) throws(Faults) {
    var reader = NumberReader(NumberFile(name: file, bytes: bytes))
    let (siteCount, customerCount) = (
      reader.count("the number of sites"), reader.count("the number of customers")
    )
    guard let siteCount, let customerCount else { throw reader.faults }
    var sites: [Site] = []
    for site in 1...siteCount where !reader.hasEnded {
      let room = reader.capacity(of: site, standIn: capacity)
      sites.append(
        Site(capacity: room, fixedCost: reader.number("the fixed cost of site \(site)")))
    }
    var customers: [Customer] = []
    for customer in 1...customerCount where !reader.hasEnded {
      customers.append(reader.customer(customer, sites: siteCount))
    }
    reader.noteSurplus(after: "the last cost of the last customer")
    try reader.finish()
    try reader.refuseShortage("the sites", sites.map(\.capacity), customers.map(\.demand))
    let cost = InstanceShortageCost.unit(
      stages: [
        .init(fixedCosts: sites.map(\.fixedCost), capacities: sites.map(\.capacity))
      ],
      demands: customers.map(\.demand),
      dearestPath: customers.flatMap { customer in
        customer.demand > 0 ? customer.costs.map { $0 / customer.demand } : []
      }.max() ?? 0)
    guard let cost else { throw reader.tooFine }
    (self.sites, self.customers, shortageCost) = (sites, customers, cost)
  }

  /// The instance as a dataset whose least cost is that of the instance.
  ///
  /// - Parameter title: the dataset's title.
  public func draft(title: String) -> DatasetDraft {
    var draft = BenchmarkDraft(title: title)
    for (number, site) in sites.enumerated() {
      draft.addSource(
        "site-\(number + 1)", fixedCost: site.fixedCost, capacity: site.capacity)
    }
    for (number, customer) in customers.enumerated() {
      let id = "customer-\(number + 1)"
      draft.addCustomer(id, demand: customer.demand, shortageCost: shortageCost)
      for (site, cost) in customer.costs.enumerated() {
        draft.addLane(
          from: "site-\(site + 1)", to: id,
          unitCost: customer.demand > 0 ? cost / customer.demand : 0)
      }
    }
    return draft.draft
  }
}

extension NumberReader {
  /// The capacity of a site, or what the word stands for.
  fileprivate mutating func capacity(of site: Int, standIn: Double?) -> Double {
    guard peeked?.lowercased() == "capacity" else {
      return number("the capacity of site \(site)", .positive)
    }
    if standIn == nil {
      note(
        "the capacity of site \(site) is the word 'capacity'",
        "Give its value with --capacity: the instance is published for several values.")
    }
    skip()
    return standIn ?? 1
  }

  fileprivate mutating func customer(_ number: Int, sites: Int) -> WarehouseLocation.Customer {
    let demand = self.number("the demand of customer \(number)")
    var costs: [Double] = []
    for site in 1...sites where !hasEnded {
      if demand == 0, let peeked, let cost = try? plainNumber(peeked), cost > 0 {
        note(
          "serving customer \(number) from site \(site) costs \(peeked), and its demand is 0",
          "Give it a demand: a supply network has no cost without goods.")
      }
      costs.append(self.number("the cost of serving customer \(number) from site \(site)"))
    }
    return WarehouseLocation.Customer(demand: demand, costs: costs)
  }
}
