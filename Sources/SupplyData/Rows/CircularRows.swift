/// A row of `returns.csv`: what customers give back of what was delivered to them.
public struct ReturnRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// Selects customers.
  public var customer: Selector
  /// The product delivered.
  public var product: String
  /// The product collected.
  public var returned: String
  /// Units collected at most per unit delivered.
  public var share: Double
  /// Money per unit collected.
  public var collectionCost: Double
}

/// A row of `coproducts.csv`: what comes into being beside a product that is made.
public struct CoproductRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// What is made.
  public var product: String
  /// What is yielded with it.
  public var coproduct: String
  /// Units of coproduct per unit of product, above 0.
  public var quantity: Double
}
