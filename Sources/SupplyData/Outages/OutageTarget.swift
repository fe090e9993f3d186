/// What an outage takes away, for a stress test or a survivability constraint: a facility, all facilities of an area, the
/// making of a product in a country, the lanes of a corridor, or several of these at once.
///
/// Its text is unambiguous, since no id holds a colon: `plant-1`, `country:CN`, `region:Asia`, `group:EU`,
/// `product:cell@country:CN`, `country:CN>region:Europe`, `country:CN>region:Europe@mode:sea`, and
/// `country:CN+country:TW` or `country:CN+facility:plant-1` for both at once.
public struct OutageTarget: Hashable, Sendable {
  /// Countries under one name.
  public enum Area: Hashable, Sendable {
    case country(String)
    case region(String)
    case group(String)

    /// As it is written.
    public var text: String {
      switch self {
      case .country(let id): "country:\(id)"
      case .region(let id): "region:\(id)"
      case .group(let id): "group:\(id)"
      }
    }

    /// Its id or name.
    public var name: String {
      switch self {
      case .country(let id), .region(let id), .group(let id): id
      }
    }
  }

  /// One thing that is out.
  public enum Part: Hashable, Sendable {
    /// The facility makes and ships nothing.
    case facility(String)
    /// No facility of the area makes or ships anything.
    case area(Area)
    /// No facility of the country makes the product; all else works.
    case product(String, country: String)
    /// No lane from a facility of one area to a node of the other carries anything, in this direction; `nil` for every
    /// mode.
    case corridor(from: Area, to: Area, mode: String?)

    /// As it is written.
    public var text: String {
      switch self {
      case .facility(let id): id
      case .area(let area): area.text
      case .product(let product, let country): "product:\(product)@country:\(country)"
      case .corridor(let from, let to, let mode):
        "\(from.text)>\(to.text)" + (mode.map { "@mode:\($0)" } ?? "")
      }
    }
  }

  /// The sort of a target, in the order in which tables list them.
  public enum Kind: String, Sendable, CaseIterable {
    case facility, country, region, group, product, corridor, joint
  }

  /// What is out at the same time; at least one.
  public let parts: [Part]

  /// A target of one part.
  public init(_ part: Part) { parts = [part] }

  /// Several parts at once, in the order of their texts.
  public init(joint parts: [Part]) {
    self.parts = Set(parts).sorted { $0.text < $1.text }
  }

  /// As it is written. Among several, a facility has its word before it, since its id may hold a plus sign.
  public var text: String {
    guard parts.count > 1 else { return parts.first?.text ?? "" }
    return parts.map { part in
      if case .facility(let id) = part { "facility:\(id)" } else { part.text }
    }.joined(separator: "+")
  }

  /// Its sort.
  public var kind: Kind {
    guard parts.count == 1, let part = parts.first else { return .joint }
    return switch part {
    case .facility: .facility
    case .area(.country): .country
    case .area(.region): .region
    case .area(.group): .group
    case .product: .product
    case .corridor: .corridor
    }
  }
}
