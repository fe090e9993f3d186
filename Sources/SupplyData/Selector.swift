/// The small language that names several entities at once: `*`, an id, `country:X`, `region:X`,
/// `group:X`, `kind:X`, or several of them joined by `|`.
///
/// What the parts may be depends on the column. Membership is asked of ``Membership``.
public struct Selector: Sendable, Hashable {
  /// One part of a selector.
  public enum Part: Sendable, Hashable {
    /// One entity.
    case id(String)
    /// All facilities of a kind.
    case kind(FacilityKind)
    /// All in a country.
    case country(String)
    /// All in the countries of a group.
    case group(String)
    /// All in a region.
    case region(String)
    /// All.
    case all
  }

  /// How narrowly a part names what it matches; the narrower is the smaller.
  public enum Specificity: Int, Sendable, Comparable {
    case id, kind, country, group, region, all

    /// Narrower first.
    public static func < (left: Specificity, right: Specificity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What a column's selectors range over.
  public enum Scope: String, Sendable {
    /// Facilities.
    case facilities
    /// Customers.
    case customers
    /// Facilities and customers.
    case nodes
    /// Countries.
    case countries
  }

  /// What it ranges over.
  public var scope: Scope
  /// The parts, at least one.
  public var parts: [Part]
  /// As it was written.
  public var text: String

  /// Creates a selector.
  public init(scope: Scope, parts: [Part], text: String) {
    self.scope = scope
    self.parts = parts
    self.text = text
  }

  /// The selector `*`.
  public static func everything(in scope: Scope) -> Selector {
    Selector(scope: scope, parts: [.all], text: "*")
  }
}
