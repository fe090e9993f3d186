import Modeling

/// The decisions common to all states, as expressions: columns in a program that decides them, constants in one that
/// takes them as given.
struct FirstStage: Sendable {
  /// y, by facility and period: 1 while open.
  var open: [[LinearExpression]] = []
  /// o, by facility and period: 1 where it opens at the period's start.
  var opened: [[LinearExpression]] = []
  /// c, by facility and period: 1 where it closes at the period's start.
  var closed: [[LinearExpression]] = []
  /// n, by module and period: modules in place.
  var count: [[LinearExpression]] = []
  /// b, by module and period: modules built at the period's start.
  var built: [[LinearExpression]] = []
  /// z, by buffer and period: units in stock.
  var stock: [[LinearExpression]] = []
  /// g: what incentives grant, undiscounted money.
  var grants: [Grant] = []

  /// What an incentive grants to a facility in a period.
  struct Grant: Sendable {
    /// The incentive, by its place in the dataset.
    var incentive: Int
    /// The facility, by its place in the dataset.
    var facility: Int
    /// The period.
    var period: Int
    /// Undiscounted money.
    var amount: LinearExpression
  }
}
