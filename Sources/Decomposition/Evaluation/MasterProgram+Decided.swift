import Modeling
import NetworkDesign
import SupplyNetwork

extension MasterProgram {
  /// The first stage of a point whose whole numbers are whole.
  func decided(_ point: [Double]) -> DecidedStage {
    DecidedStage(
      open: stage.open.map { $0.map { $0.value(at: point) >= 0.5 } },
      count: stage.count.map { $0.map { max(0, Int($0.value(at: point).rounded())) } },
      stock: stage.stock.map { $0.map { max(0, $0.value(at: point)) } },
      signed: stage.signed.map { $0.map { $0.value(at: point) >= 0.5 } })
  }

  /// The first stage near a point in which what is open by less than a share is closed, with all modules rounded up that are more
  /// than a tenth, and no stock.
  func rounded(_ point: [Double], openFrom share: Double) -> DecidedStage {
    let open = stage.open.map { $0.map { $0.value(at: point) >= share } }
    var count = stage.count.map { $0.map { _ in 0 } }
    for (facility, modules) in network.modulesOfFacility.enumerated() {
      for module in modules {
        for t in open[facility].indices where open[facility][t] {
          let planned = stage.count[module][t].value(at: point)
          count[module][t] = max(0, Int((planned - 0.1).rounded(.up)))
        }
      }
    }
    return DecidedStage(
      open: open, count: count, stock: stage.stock.map { $0.map { _ in 0 } },
      signed: stage.signed.enumerated().map { contract, values in
        let site = open[network.facilityOfContract[contract]]
        return values.indices.map { site[$0] && values[$0].value(at: point) >= 0.5 }
      })
  }
}
