package import Modeling
import SupplyData
package import SupplyNetwork

/// A row of a share: `Σ used of the origins − share · Σ used`, at least or at most 0.
package struct ShareRow: Sendable {
  /// The row.
  package var row: LinearProgram.RowID
  /// The period.
  package var period: Int
  /// The product, by its index in the dataset.
  package var product: Int
  /// The share.
  package var share: Double
  /// Whether it is at least, not at most.
  package var isLeast: Bool
  /// Where what is used counts.
  package var destinations: Set<Node>
}

/// Policy constraints on the normal state, each in every period it names, by itself.
struct PolicyPart {
  let network: Network
  let incidence: Incidence
  let membership: Membership

  init(network: Network, incidence: Incidence) {
    self.network = network
    self.incidence = incidence
    membership = Membership(network.dataset)
  }

  /// One row of a policy constraint: `expression sense value`.
  struct Requirement {
    /// The constraint, by its index in the dataset.
    var constraint: Int
    /// The period.
    var period: Int
    /// The product, where it holds for each by itself.
    var product: Int?
    /// The facility or node, where it holds for each by itself.
    var place: Node?
    /// Units of the constraint's value in a unit of the expression.
    var unit = 1.0
    /// The left-hand side less the right-hand side: at most or at least 0.
    var excess: LinearExpression
    /// Which way it compares.
    var sense: Comparison
  }

  /// - Parameters:
  ///   - blocks: the normal state's recourse blocks, by period.
  ///   - elastic: what may be exceeded.
  /// - Returns: the rows of shares.
  @discardableResult
  func add(
    to program: inout LinearProgram, _ stage: FirstStage, _ blocks: [RecourseBlock],
    elastic: ExcessPart? = nil
  ) -> [ShareRow] {
    var shares: [ShareRow] = []
    for link in sourceLinks(stage, blocks) { program.addRow(link.name, link.excess, to: 0) }
    for requirement in requirements(stage, blocks) {
      let constraint = network.dataset.constraints[requirement.constraint]
      var excess = requirement.excess
      if let elastic, elastic.eases(constraint) {
        excess = elastic.relaxed(excess, requirement.sense, unit: requirement.unit)
      }
      let row = program.addRow(
        rowName(requirement), excess,
        from: requirement.sense == .atLeast ? 0 : -.infinity,
        to: requirement.sense == .atMost ? 0 : .infinity)
      guard let product = requirement.product,
        case .share(_, let destination, _) = constraint.kind
      else { continue }
      shares.append(
        ShareRow(
          row: row, period: requirement.period, product: product, share: constraint.value,
          isLeast: requirement.sense == .atLeast, destinations: nodes(destination)))
    }
    return shares
  }

  /// The nodes that a selector matches.
  func nodes(_ selector: Selector) -> Set<Node> {
    let dataset = network.dataset
    return Set(
      dataset.facilities.indices.filter {
        membership.matches(selector, node: dataset.facilities[$0].id)
      }.map(Node.facility)
        + dataset.customers.indices.filter {
          membership.matches(selector, node: dataset.customers[$0].id)
        }.map(Node.customer))
  }

  /// The name of a requirement's row.
  func rowName(_ requirement: Requirement) -> String {
    let constraint = network.dataset.constraints[requirement.constraint]
    let period = network.dataset.settings.periods[requirement.period].id
    let product = requirement.product.map { ",\(network.dataset.products[$0].id)" } ?? ""
    let place = requirement.place.map { ",\(network.id(of: $0))" } ?? ""
    return "policy[\(constraint.id),\(period)\(product)\(place)]"
  }

  /// What a share is a share of: the units used at its destinations; `nil` for other kinds.
  func use(_ requirement: Requirement, _ blocks: [RecourseBlock]) -> LinearExpression? {
    guard let product = requirement.product,
      case .share(_, let destination, _) =
        network.dataset.constraints[requirement.constraint].kind
    else { return nil }
    return share(
      of: product, .everything(in: .countries), destination, 0, blocks[requirement.period])
  }

  /// All rows of all policy constraints.
  func requirements(_ stage: FirstStage, _ blocks: [RecourseBlock]) -> [Requirement] {
    var requirements: [Requirement] = []
    for (index, constraint) in network.dataset.constraints.enumerated() {
      for (t, period) in network.dataset.settings.periods.enumerated()
      where constraint.period == nil || constraint.period == period.id {
        func require(_ product: Int?, _ excess: LinearExpression) {
          requirements.append(
            Requirement(
              constraint: index, period: t, product: product, excess: excess,
              sense: constraint.sense))
        }
        switch constraint.kind {
        case .openFacilities(let selector):
          var open = LinearExpression(-constraint.value)
          for facility in facilities(selector) { open.add(stage.open[facility][t]) }
          require(nil, open)
        case .investment(let selector):
          require(nil, investment(selector, constraint.value, t, stage))
        case .emissions(let selector):
          require(nil, emissions(selector, constraint.value, blocks[t]))
        case .share(let origin, let destination, let product):
          for (p, row) in network.dataset.products.enumerated()
          where product == nil || product == row.id {
            require(p, share(of: p, origin, destination, constraint.value, blocks[t]))
          }
        case .production, .flow, .minimumIfOpen, .within:
          requirements += quantities(index, t, stage, blocks[t])
        case .sources, .requires: requirements += counts(index, t, stage)
        // Not the normal state's: see SurvivalPart.
        case .survive: continue
        }
      }
    }
    return requirements
  }

  func facilities(_ selector: Selector) -> [Int] {
    network.dataset.facilities.indices.filter {
      membership.matches(selector, node: network.dataset.facilities[$0].id)
    }
  }

  private func investment(_ selector: Selector, _ value: Double, _ t: Int, _ stage: FirstStage)
    -> LinearExpression
  {
    var spent = LinearExpression(-value)
    let cost = InvestmentCost(network: network)
    let chosen = Set(facilities(selector))
    for facility in chosen.sorted() { spent.add(cost.expression(of: facility, in: t, stage)) }
    for grant in stage.grants where grant.period == t && chosen.contains(grant.facility) {
      spent.add(grant.amount, times: -1)
    }
    return spent
  }

  private func emissions(_ selector: Selector, _ value: Double, _ block: RecourseBlock)
    -> LinearExpression
  {
    var tonnes = LinearExpression(-value)
    for facility in facilities(selector) {
      for recipe in incidence.recipesOfFacility[facility] {
        tonnes.add(network.recipes[recipe].emissionsTonnes, block.produced[recipe])
      }
      for flow in incidence.flowsOut[facility] {
        if let column = block.flows[flow] {
          tonnes.add(network.flows[flow].emissionsTonnes, column)
        }
      }
    }
    return tonnes
  }

  /// `Σ used of the origins − value · Σ used`, over what customers receive and facilities consume at the destinations.
  private func share(
    of product: Int, _ origin: Selector, _ destination: Selector, _ value: Double,
    _ block: RecourseBlock
  ) -> LinearExpression {
    let dataset = network.dataset
    let isOrigin = dataset.countries.map { membership.matches(origin, country: $0.id) }
    var excess = LinearExpression()
    func use(_ column: LinearProgram.ColumnID, madeIn country: Int) {
      excess.add((isOrigin[country] ? 1 : 0) - value, column)
    }
    for (index, demand) in network.demands.enumerated()
    where demand.product == product
      && membership.matches(destination, node: dataset.customers[demand.customer].id)
    {
      for flow in incidence.flowsOfDemand[index] {
        if let column = block.flows[flow] { use(column, madeIn: network.flows[flow].madeIn) }
      }
    }
    for facility in dataset.facilities.indices
    where membership.matches(destination, node: dataset.facilities[facility].id) {
      for goods in incidence.goodsOfFacility[facility] where network.goods[goods].product == product
      {
        if let column = block.used[goods] { use(column, madeIn: network.goods[goods].madeIn) }
      }
    }
    return excess
  }
}
