public import Findings
public import SupplyPlan

/// Where each product of a plan comes from in the normal state: on which countries and sites the network leans.
///
/// Shares by country are of units used, as policy constraints count them: delivered to customers or consumed by facilities,
/// goods in transit left out. Shares by facility are of units made.
public struct SourceMapRecord: Finding {
  /// The format.
  public static let schema = "shorewise/sources/1"
  /// The name of its files.
  public static let name = "sources"
  /// It is written with what `stress` finds.
  public static let command = "stress"

  /// A country from which a product comes.
  public struct Country: Codable, Equatable, Sendable {
    /// The country of origin.
    public var country: String
    /// Units used per year.
    public var quantity: Double
    /// Of all units used, 0 to 1.
    public var share: Double
  }

  /// A facility that makes a product.
  public struct Source: Codable, Equatable, Sendable {
    /// The facility.
    public var facility: String
    /// The country it is in.
    public var country: String
    /// Units made per year.
    public var quantity: Double
    /// Of all units made, 0 to 1.
    public var share: Double
  }

  /// Who uses a product.
  public struct User: Codable, Equatable, Sendable {
    /// Who it is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
      /// A customer.
      case customer
      /// A product that is made of it.
      case product
    }

    /// Who it is.
    public var kind: Kind
    /// The customer, or the product that is made of it.
    public var id: String
    /// Units per year.
    public var quantity: Double
  }

  /// A product in a period.
  public struct Entry: Codable, Equatable, Sendable {
    /// The product.
    public var product: String
    /// The period.
    public var period: String
    /// Units used per year, above 0.
    public var quantity: Double
    /// Where they come from, the greatest first.
    public var countries: [Country]
    /// Who makes it, the greatest first.
    public var sources: [Source]
    /// Herfindahl–Hirschman index by country, above 0 and at most 1.
    public var concentrationByCountry: Double
    /// Herfindahl–Hirschman index by facility, above 0 and at most 1.
    public var concentrationByFacility: Double
    /// Whether all of it comes from one country.
    public var isSingleCountry: Bool
    /// Whether all of it is made by one facility.
    public var isSingleFacility: Bool
    /// Who uses it, the greatest first.
    public var users: [User]
    /// Facilities and countries each of which alone, while out, leaves nobody a unit of it, stock aside; absent where that was
    /// not looked for.
    public var singlePointsOfFailure: [String]?
  }

  /// The dataset.
  public var dataset: Plan.DatasetReference
  /// Products in the dataset's order, by period; products that nobody uses in a period are left out.
  public var entries: [Entry]

  /// The entries of a period.
  public func entries(in period: String) -> [Entry] { entries.filter { $0.period == period } }
}
