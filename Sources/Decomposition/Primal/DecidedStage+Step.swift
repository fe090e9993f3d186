import NetworkDesign
import SupplyData
import SupplyNetwork

extension DecidedStage {
  /// A small change.
  enum Step: Sendable {
    case site(Int)
    /// One of a module less, in every period in which it has any.
    case module(Int)
    /// One of a module more, in every period in which its site is open and it has room.
    case further(Int)
  }

  func after(_ step: Step, in network: Network) -> DecidedStage {
    var (open, count, stock, signed) = (open, count, stock, signed)
    switch step {
    case .site(let facility):
      let id = network.dataset.facilities[facility].id
      open[facility] = open[facility].map { _ in false }
      for module in network.modulesOfFacility[facility] {
        count[module] = count[module].map { _ in 0 }
      }
      for (index, buffer) in network.dataset.buffers.enumerated() where buffer.location == id {
        stock[index] = stock[index].map { _ in 0 }
      }
      for (index, site) in network.facilityOfContract.enumerated() where site == facility {
        signed[index] = signed[index].map { _ in false }
      }
    case .module(let module): count[module] = count[module].map { max(0, $0 - 1) }
    case .further(let module):
      let facility = network.modulesOfFacility.firstIndex { $0.contains(module) } ?? 0
      for t in count[module].indices where open[facility][t] {
        count[module][t] = min(count[module][t] + 1, network.dataset.capacity[module].maximum)
      }
    }
    return DecidedStage(open: open, count: count, stock: stock, signed: signed)
  }
}
