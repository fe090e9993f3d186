import Modeling
import SupplyData
import SupplyNetwork

/// The numbers of a plan by index: what a solved design says once whole numbers are whole and noise is gone.
struct Activity {
  /// What happens in one period and state, annual rates.
  struct Recourse {
    /// By flow.
    var flows: [Double]
    /// By recipe.
    var produced: [Double]
    /// By buffer.
    var drawn: [Double]
    /// By demand.
    var unmet: [Double]
    /// What is made under each contract, by contract.
    var taken: [Double] = []
    /// Lots that claim an agreement.
    var lots: [LotAmount] = []
    /// What is thrown away, each a facility's own make.
    var discards: [(goods: Goods, quantity: Double)] = []
    /// What customers give back, by return in the network.
    var collected: [Double] = []
    /// What enters in a quota, by flow.
    var inQuota: [Int: Double] = [:]
    /// What is drawn back, by flow.
    var drawnBack: [Int: Double] = [:]
  }

  /// Money that an incentive grants.
  struct Grant {
    var incentive: Int
    var facility: Int
    var period: Int
    var amount: Double
  }

  let network: Network
  /// By facility and period.
  let open: [[Bool]]
  /// Modules in place, by module and period.
  let count: [[Int]]
  /// Units, by buffer and period.
  let stock: [[Double]]
  /// By contract and period.
  let signed: [[Bool]]
  /// What is granted, above 0.
  let grants: [Grant]
  /// By period, then state.
  let recourse: [[Recourse]]

  init(_ design: SolvedDesign) {
    network = design.network
    let network = design.network
    let (stage, point) = (design.stage, design.point)
    open = stage.open.map { $0.map { $0.value(at: point) > 0.5 } }
    count = stage.count.map { $0.map { Int($0.value(at: point).rounded()) } }
    let noise = QuantityNoise(network: network)
    let buffers = network.dataset.buffers
    stock = stage.stock.enumerated().map { index, values in
      values.map { value in
        min(
          noise.cleaned(
            stock: value.value(at: point), product: design.incidence.productOfBuffer[index]),
          buffers[index].maximum)
      }
    }
    signed = stage.signed.map { $0.map { $0.value(at: point) > 0.5 } }
    grants = Self.grants(design, open: open, count: count)
    recourse = design.operations.map { states in
      states.map { operation in
        let (block, point) = (operation.block, operation.point)
        var recourse = Recourse(
          flows: block.flows.enumerated().map { index, column in
            column.map {
              noise.cleaned(point[$0.index], product: network.flows[index].product)
            } ?? 0
          },
          produced: block.produced.enumerated().map { index, column in
            noise.cleaned(point[column.index], product: network.recipes[index].product)
          },
          drawn: block.drawn.enumerated().map { index, column in
            column.map {
              noise.cleaned(
                point[$0.index], product: design.incidence.productOfBuffer[index])
            } ?? 0
          },
          unmet: block.unmet.enumerated().map { index, column in
            noise.cleaned(point[column.index], product: network.demands[index].product)
          })
        recourse.addExtras(block, point, network, noise)
        return recourse
      }
    }
  }

  init(
    network: Network, open: [[Bool]], count: [[Int]], stock: [[Double]], signed: [[Bool]],
    grants: [Grant], recourse: [[Recourse]]
  ) {
    self.network = network
    self.open = open
    self.count = count
    self.stock = stock
    self.signed = signed
    self.grants = grants
    self.recourse = recourse
  }

  /// What is granted on what is truly opened and built.
  ///
  /// Where incentives pay all of it, building and retiring a module at once is free, so that a program may do it; the plan
  /// does not, and each grant shrinks with the cost it shares.
  private static func grants(
    _ design: SolvedDesign, open: [[Bool]], count: [[Int]]
  ) -> [Grant] {
    let dataset = design.network.dataset
    let investment = InvestmentCost(network: design.network)
    return design.stage.grants.compactMap { grant in
      let (facility, t) = (grant.facility, grant.period)
      let wasOpen =
        t == 0 ? dataset.facilities[facility].status == .existing : open[facility][t - 1]
      var paid = open[facility][t] && !wasOpen ? design.network.openingCost(facility, t) : 0
      for module in design.network.modulesOfFacility[facility] {
        let before = t == 0 ? dataset.capacity[module].existing : count[module][t - 1]
        paid +=
          design.network.buildCost(module, facility, t) * Double(max(0, count[module][t] - before))
      }
      let planned = investment.expression(of: facility, in: t, design.stage).value(at: design.point)
      guard planned > 0, paid > 0 else { return nil }
      let amount = grant.amount.value(at: design.point) * min(1, paid / planned)
      guard amount > 1e-9 * paid else { return nil }
      return Grant(incentive: grant.incentive, facility: facility, period: t, amount: amount)
    }
  }

  /// Whether a facility is open in a period.
  func isOpen(_ facility: Int, _ t: Int) -> Bool { open[facility][t] }

  private func wasOpen(_ facility: Int, _ t: Int) -> Bool {
    t == 0 ? network.dataset.facilities[facility].status == .existing : open[facility][t - 1]
  }

  /// Whether a facility opens at a period's start.
  func opens(_ facility: Int, _ t: Int) -> Bool { open[facility][t] && !wasOpen(facility, t) }

  /// Whether a facility closes at a period's start.
  func closes(_ facility: Int, _ t: Int) -> Bool { !open[facility][t] && wasOpen(facility, t) }

  private func change(_ module: Int, _ t: Int) -> Int {
    count[module][t]
      - (t == 0 ? network.dataset.capacity[module].existing : count[module][t - 1])
  }

  /// Modules built at a period's start.
  func built(_ module: Int, _ t: Int) -> Int { max(0, change(module, t)) }

  /// Modules retired at a period's start.
  func retired(_ module: Int, _ t: Int) -> Int { max(0, -change(module, t)) }

  /// Rows made of every period and state, in order.
  func states<Row>(_ rows: (Int, Int, Recourse) -> [Row]) -> [Row] {
    recourse.indices.flatMap { t in
      recourse[t].indices.flatMap { rows(t, $0, recourse[t][$0]) }
    }
  }
}
