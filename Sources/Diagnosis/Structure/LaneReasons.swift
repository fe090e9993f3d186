import Findings
import SupplyNetwork

/// Why a demand that nothing can serve has no way that can be used, where there is one: goods do not keep, or a lane, a dock or a
/// plant is there with a capacity of 0.
struct LaneReasons {
  /// A cause, with the rows that say it.
  struct Cause {
    var kind: String
    var text: String
    var rows: [DiagnosisRecord.Row]
  }

  private let network: Network
  private let shelfLives: [Int: ShelfLifeCause]
  /// For each barrier whether each demand could be served without it.
  private let served: [(barrier: SupplyReach.Barrier, demands: [Bool])]

  init(network: Network) {
    self.network = network
    shelfLives = network.shelfLifeCauses()
    let everyone = network.dataset.facilities.map { _ in true }
    served = SupplyReach.Barrier.allCases.map {
      ($0, SupplyReach(network, .init(mayOpen: everyone, lifted: [$0])).served)
    }
  }

  /// The cause by which alone a demand cannot be served, by the demand's place; `nil` where it is another.
  func cause(of demand: Int) -> Cause? {
    if let cause = shelfLives[demand] { return shelfLife(cause) }
    return served.first { $0.demands[demand] }.map { self.cause(of: demand, by: $0.barrier) }
  }

  private func shelfLife(_ cause: ShelfLifeCause) -> Cause {
    let dataset = network.dataset
    let product = dataset.products[cause.product]
    let lane = dataset.lanes[cause.row]
    return Cause(
      kind: "shelf-life", text: "\(cause.words); to mend it, \(cause.cure.asClause)",
      rows: [
        DiagnosisRecord.Row(
          file: "products.csv", line: product.line, id: product.id, says: "a shelf life"),
        DiagnosisRecord.Row(
          file: "lanes.csv", line: lane.line,
          id: "\(lane.origin.text) \(lane.destination.text)", says: "a lane that takes longer"),
      ])
  }

  private func cause(of demand: Int, by barrier: SupplyReach.Barrier) -> Cause {
    let dataset = network.dataset
    let asked = network.demands[demand]
    let what =
      "'\(dataset.products[asked.product].id)' to customer '\(dataset.customers[asked.customer].id)'"
    switch barrier {
    case .laneCapacity:
      return Cause(
        kind: "no-capacity",
        text: "the lanes that could bring \(what) have a capacity of 0, or those of its components",
        rows: dataset.lanes.filter { $0.capacity == 0 }.map {
          DiagnosisRecord.Row(
            file: "lanes.csv", line: $0.line, id: "\($0.origin.text) \($0.destination.text)",
            says: "capacity 0")
        })
    case .throughput:
      return Cause(
        kind: "no-throughput",
        text: "the facilities that could ship \(what), or its components, have a throughput of 0",
        rows: dataset.facilities.filter { $0.throughput == 0 }.map {
          DiagnosisRecord.Row(
            file: "facilities.csv", line: $0.line, id: $0.id, says: "throughput 0")
        })
    case .modules:
      let makers = Set(network.recipes.map(\.facility)).sorted().filter { facility in
        network.modulesOfFacility[facility].allSatisfy { dataset.capacity[$0].maximum == 0 }
      }
      return Cause(
        kind: "no-modules",
        text: "the facilities that could make \(what), or its components, can have no module",
        rows: makers.map {
          DiagnosisRecord.Row(
            file: "facilities.csv", line: dataset.facilities[$0].line,
            id: dataset.facilities[$0].id,
            says: "no module in capacity.csv")
        })
    }
  }
}

extension String {
  /// A sentence as a part of another: without its capital and its full stop.
  fileprivate var asClause: String {
    prefix(1).lowercased() + dropFirst().prefix(hasSuffix(".") ? count - 2 : count - 1)
  }
}
