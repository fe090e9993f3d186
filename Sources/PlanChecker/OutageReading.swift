import SupplyData

/// Which outages the selectors of a dataset name and how long each lasts, read off the contract once more.
///
/// `SupplyData` answers the same questions for the rest of the program. The checker reads the texts itself, so that an error
/// there shows as a disagreement; it takes over only how a target is written.
struct OutageReading {
  struct Recovery {
    /// What a row calls by one name.
    var names: Set<String>
    /// What it names as several things at once.
    var joint: Set<OutageTarget>
    var weeks: Double
  }

  let dataset: Dataset
  private let countryOfFacility: [String: String]
  /// The countries of an area, by its text.
  private(set) var members: [String: Set<String>] = [:]
  private let withFacilities: Set<String>
  private let withNodes: Set<String>
  private(set) var recovery: [Recovery] = []

  init(_ dataset: Dataset) {
    self.dataset = dataset
    countryOfFacility = Dictionary(
      dataset.facilities.map { ($0.id, $0.country) }, uniquingKeysWith: { first, _ in first })
    withFacilities = Set(dataset.facilities.map(\.country))
    withNodes = withFacilities.union(dataset.customers.map(\.country))
    for country in dataset.countries {
      members["country:\(country.id)", default: []].insert(country.id)
      members["region:\(country.region)", default: []].insert(country.id)
    }
    for row in dataset.groups { members["group:\(row.group)", default: []].insert(row.country) }
    for row in dataset.recovery {
      let pieces = Self.pieces(of: row.target.text)
      recovery.append(
        Recovery(
          names: Set(pieces.filter { $0.count == 1 }.joined()),
          joint: Set(pieces.filter { $0.count > 1 }.flatMap(targets(ofPiece:))), weeks: row.weeks))
    }
  }

  // MARK: Texts

  /// What `|` joins; of each what `+` joins, written as a target is.
  private static func pieces(of text: String) -> [[String]] {
    text.split(separator: "|").map { piece in
      piece.split(separator: #/\+(?=(country|region|group|facility|kind|product):)/#).map(plain)
    }
  }

  /// A part without blanks around its signs, a facility without its word.
  private static func plain(_ part: Substring) -> String {
    let bare = part.replacing(
      #/\s*(>(?=\s*(country|region|group):)|@(country|mode):|^\s*\w+:)\s*|^\s+|\s+$/#
    ) { $0.output.0.filter { !$0.isWhitespace } }
    return bare.hasPrefix("facility:") ? String(bare.dropFirst("facility:".count)) : String(bare)
  }

  // MARK: Targets

  /// The targets of a selector, each once.
  func targets(of text: String) -> [OutageTarget] {
    var seen: Set<OutageTarget> = []
    return Self.pieces(of: text).flatMap(targets(ofPiece:)).filter { seen.insert($0).inserted }
  }

  private func targets(ofPiece parts: [String]) -> [OutageTarget] {
    parts.reduce([[]]) { made, part in
      let choices = choices(of: part)
      return made.flatMap { others in
        choices.filter { !others.contains($0) }.map { others + [$0] }
      }
    }.map(OutageTarget.init(joint:))
  }

  /// What a part with stars stands for.
  private func choices(of part: String) -> [OutageTarget.Part] {
    if let ends = part.wholeMatch(of: #/(\w+:.+)>(\w+:.+?)(?:@mode:(.+))?/#) {
      let (from, to) = (String(ends.1), String(ends.2))
      let isNamed = !from.hasSuffix(":*") && !to.hasSuffix(":*")
      return areas(from, in: withFacilities).flatMap { origin in
        areas(to, in: withNodes).filter { isNamed || $0 != origin }.map {
          .corridor(from: origin, to: $0, mode: ends.3.map(String.init))
        }
      }
    }
    if let made = part.wholeMatch(of: #/product:(.+)@country:(.+)/#) {
      let makers = Set(
        dataset.production.compactMap { row in
          countryOfFacility[row.facility].map { [row.product, $0] }
        })
      return dataset.products.map(\.id).filter { made.1 == "*" || $0 == made.1 }.flatMap {
        product in
        dataset.countries.map(\.id).filter { made.2 == "*" || $0 == made.2 }
          .filter { makers.contains([product, $0]) }.map { .product(product, country: $0) }
      }
    }
    let found = areas(part, in: withFacilities)
    if !found.isEmpty { return found.map { .area($0) } }
    return dataset.facilities.filter {
      part == "*" || part == $0.id || part == "kind:\($0.kind.rawValue)"
    }.map { .facility($0.id) }
  }

  private func areas(_ text: String, in countries: Set<String>) -> [OutageTarget.Area] {
    let all =
      dataset.countries.map { OutageTarget.Area.country($0.id) }
      + Set(dataset.countries.map(\.region)).sorted().map { .region($0) }
      + Set(dataset.groups.map(\.group)).sorted().map { .group($0) }
    return all.filter {
      ($0.text == text || text == $0.text.prefix { $0 != ":" } + ":*")
        && !countries.isDisjoint(with: members[$0.text] ?? [])
    }
  }
}
