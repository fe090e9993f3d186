package import SupplyData

/// What fails, in words: `Shenzhen`, `China`, `cells from China`, `China to Germany`.
package struct OutageWords {
  private let facilities: [String: String]
  private let countries: [String: String]
  private let products: [String: String]

  /// The names of a dataset.
  package init(_ dataset: Dataset) {
    func names<Row>(_ rows: [Row], _ id: (Row) -> String, _ name: (Row) -> String)
      -> [String: String]
    {
      Dictionary(rows.map { (id($0), name($0)) }, uniquingKeysWith: { first, _ in first })
    }
    facilities = names(dataset.facilities, \.id, \.name)
    countries = names(dataset.countries, \.id, \.name)
    products = names(dataset.products, \.id, \.name)
  }

  /// A target.
  package func name(of target: OutageTarget) -> String {
    let names = target.parts.map(name(of:))
    return names.dropFirst().reduce(names.first ?? "") { "\($0) and \($1)" }
  }

  private func name(of part: OutageTarget.Part) -> String {
    switch part {
    case .facility(let id): facilities[id] ?? id
    case .area(let area): name(of: area)
    case .product(let product, let country):
      "\(products[product] ?? product) made in \(countries[country] ?? country)"
    case .corridor(let from, let to, let mode):
      mode.map { "lanes from \(name(of: from)) to \(name(of: to)) by \($0)" }
        ?? "lanes from \(name(of: from)) to \(name(of: to))"
    }
  }

  private func name(of area: OutageTarget.Area) -> String {
    switch area {
    case .country(let id): countries[id] ?? id
    case .region(let name): "all of \(name)"
    case .group(let id): "all of \(id)"
    }
  }
}
