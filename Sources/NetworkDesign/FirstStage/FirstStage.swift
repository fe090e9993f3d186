package import Modeling
import SupplyNetwork

/// The decisions common to all states, as expressions: columns in a program that decides them, constants in one that
/// takes them as given.
package struct FirstStage: Sendable {
  /// y, by facility and period: 1 while open.
  package var open: [[LinearExpression]] = []
  /// o, by facility and period: 1 where it opens at the period's start.
  package var opened: [[LinearExpression]] = []
  /// c, by facility and period: 1 where it closes at the period's start.
  package var closed: [[LinearExpression]] = []
  /// n, by module and period: modules in place.
  package var count: [[LinearExpression]] = []
  /// b, by module and period: modules built at the period's start.
  package var built: [[LinearExpression]] = []
  /// e, by module and period: modules retired at the period's start.
  package var retired: [[LinearExpression]] = []
  /// z, by buffer and period: units in stock.
  package var stock: [[LinearExpression]] = []
  /// w, by contract and period: 1 while signed.
  package var signed: [[LinearExpression]] = []
  /// m, by row of clusters and period: 1 while enough of its facilities are open.
  package var met: [[LinearExpression]] = []
  /// Who may ship what where in the normal state, as far as a policy counts sources.
  package var sourcing: [Sourcing] = []
  /// g: what incentives grant, undiscounted money.
  package var grants: [Grant] = []

  /// What an incentive grants to a facility in a period.
  package struct Grant: Sendable {
    /// The incentive, by its index in the dataset.
    package var incentive: Int
    /// The facility, by its index in the dataset.
    package var facility: Int
    /// The period.
    package var period: Int
    /// Undiscounted money.
    package var amount: LinearExpression
  }
}

extension FirstStage {
  /// Adds the whole first stage to a program.
  init(
    network: Network, horizon: Horizon, choice: DesignQuestion.FirstStageChoice,
    in program: inout LinearProgram
  ) {
    self.init()
    OpeningPart(network: network, horizon: horizon, choice: choice).add(to: &program, &self)
    ModulesPart(network: network, horizon: horizon, choice: choice).add(to: &program, &self)
    CarriedModulesPart(network: network).add(to: &program, self)
    StockPart(network: network, horizon: horizon, choice: choice).add(to: &program, &self)
    ContractsStagePart(network: network, horizon: horizon, choice: choice).add(
      to: &program, &self)
    ClustersPart(network: network, horizon: horizon).add(to: &program, &self)
    IncentivesPart(network: network, horizon: horizon).add(to: &program, &self)
    if choice.bindsPolicies { SourcesPart(network: network).add(to: &program, &self) }
  }

  /// How many columns, the first ones, are decisions that futures have in common: grants, and who ships what where, follow from
  /// each future's own tables.
  package var commonColumnCount: Int {
    let decisions = [open, opened, closed, count, built, retired, stock, signed, met]
    let columns = decisions.flatMap { $0.flatMap { $0.flatMap { $0.terms.map(\.column.index) } } }
    return (columns.max() ?? -1) + 1
  }
}
