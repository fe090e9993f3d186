/// The natural scales of rows whose own numbers are small, in one place; the tolerance itself is
/// ``PlanChecker/usualTolerance``.
enum Tolerance {
  /// The natural scale of a row is at least this share of what is usual there: of a product's turnover, of a
  /// buffer's maximum, of what a facility may cost, of the sales that can be lost.
  static let smallShare = 0.01
  /// The natural scale of an amount of money is at least this share of the sum it is part of.
  static let smallMoney = 1e-6
}
