import Modeling
import SupplyData
import SupplyNetwork

@testable import NetworkDesign

/// Every whole first stage that the rules allow, written down from the tables and not from the program: each facility is open or
/// not in each period, opens at most once and closes at most once, and its modules are between none and their maximum
/// while it is open.
struct FirstStageEnumeration {
  /// Whether a facility is open, and its modules, by period.
  private struct Choice {
    var open: [Bool]
    /// By module of the facility, then period.
    var counts: [[Int]]
  }

  private let network: Network
  private let choices: [[Choice]]

  init(_ network: Network) {
    self.network = network
    let dataset = network.dataset
    choices = dataset.facilities.indices.map { facility in
      Self.choices(
        dataset.facilities[facility],
        maxima: network.modulesOfFacility[facility].map { dataset.capacity[$0].maximum },
        periods: dataset.settings.periods.count)
    }
  }

  /// How many there are.
  var count: Int { choices.reduce(1) { $0 * $1.count } }

  /// The `number`th first stage, as a point of the program in which only the integers count.
  func point(_ number: Int, of monolith: Monolith) -> [Double] {
    var point = Array(repeating: 0.0, count: monolith.program.columns.count)
    func set(_ variable: LinearExpression, _ value: Double) {
      for term in variable.terms { point[term.column.index] = value }
    }
    var rest = number
    for (facility, choices) in choices.enumerated() {
      let choice = choices[rest % choices.count]
      rest /= choices.count
      for (t, isOpen) in choice.open.enumerated() {
        set(monolith.stage.open[facility][t], isOpen ? 1 : 0)
      }
      for (module, counts) in zip(network.modulesOfFacility[facility], choice.counts) {
        for (t, count) in counts.enumerated() {
          set(monolith.stage.count[module][t], Double(count))
        }
      }
    }
    return point
  }

  private static func choices(_ facility: Facility, maxima: [Int], periods: Int) -> [Choice] {
    let paths = (0..<(1 << periods)).map { bits in (0..<periods).map { bits >> $0 & 1 == 1 } }
    return paths.filter { isAllowed($0, facility) }.flatMap { open in
      var choices = [Choice(open: open, counts: [])]
      for maximum in maxima {
        var counts: [[Int]] = [[]]
        for isOpen in open {
          counts = counts.flatMap { path in (0...(isOpen ? maximum : 0)).map { path + [$0] } }
        }
        choices = choices.flatMap { choice in
          counts.map { Choice(open: open, counts: choice.counts + [$0]) }
        }
      }
      return choices
    }
  }

  private static func isAllowed(_ open: [Bool], _ facility: Facility) -> Bool {
    switch facility.decision {
    case .open: if open.contains(false) { return false }
    case .closed: if open.contains(true) { return false }
    case .consider: break
    }
    let changes = zip([facility.status == .existing] + open, open)
    return changes.count { !$0 && $1 } <= 1 && changes.count { $0 && !$1 } <= 1
  }
}
