import Findings
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TextFiles

/// Products of which all modules together make less than customers ask. Read off the tables.
struct CapacityReasons {
  let network: Network
  let question: DesignQuestion
  let words: RuleWords

  private var dataset: Dataset { network.dataset }

  var reasons: [DiagnosisRecord.Reason] {
    dataset.products.indices.compactMap(reason)
  }

  private func reason(_ product: Int) -> DiagnosisRecord.Reason? {
    let makers = network.recipes.filter { $0.product == product }
    // What nobody can make is no question of capacity.
    let made = makers.reduce(0.0) { $0 + most($1) }
    guard made > 0 else { return nil }
    let demands = network.demands.filter { $0.product == product }
    var worst = (short: 0.0, asked: 0.0, unmet: 0.0)
    for period in dataset.settings.periods.indices {
      let asked = demands.reduce(0) { $0 + $1.quantity[period] }
      let short = asked - made
      guard short > SupplyReasons.margin * asked else { continue }
      let sales = network.demands.reduce(0.0) {
        $0 + $1.shortageCost[period] * $1.quantity[period]
      }
      // The cheapest sales are the first to be given up.
      let cheapest =
        demands.filter { $0.quantity[period] > 0 }.map { $0.shortageCost[period] }.min() ?? 0
      let unmet = sales > 0 ? cheapest * short / sales : 0
      if unmet > worst.unmet { worst = (short, asked, unmet) }
    }
    guard worst.unmet > 0 else { return nil }
    let closed = makers.map(\.facility).filter { !mayOpen($0) }
    let decided = question.firstStage.bindsPolicies ? closed : []
    return DiagnosisRecord.Reason(
      kind: "short-capacity",
      text: "customers ask for \(NumberText.text(worst.asked)) \(unit(product)) of "
        + "'\(dataset.products[product].id)' a year; all modules together make "
        + "\(NumberText.text(made))",
      rows: decided.map { words.row(.decision($0)) }, unmetAtLeast: worst.unmet,
      isDecisive: question.maxUnmet.map { worst.unmet > $0 + SupplyReasons.margin } ?? false)
  }

  /// The most that a recipe makes in a year, if its facility makes nothing else.
  private func most(_ recipe: Network.Recipe) -> Double {
    guard mayOpen(recipe.facility) else { return 0 }
    let isToday = question.firstStage == .currentNetwork
    return network.modulesOfFacility[recipe.facility].reduce(0.0) { sum, place in
      let module = dataset.capacity[place]
      return sum + module.size * Double(isToday ? module.existing : module.maximum)
    } / recipe.capacityUse
  }

  private func mayOpen(_ facility: Int) -> Bool {
    question.firstStage.decision(about: dataset.facilities[facility]) != .closed
  }

  private func unit(_ product: Int) -> String { dataset.products[product].unit }
}
