import SupplyData
import SupplyNetwork
import TextFiles

/// What selectors match, spelled out.
extension MathProgData {
  private var dataset: Dataset { network.dataset }

  func facilities(matching selector: Selector) -> [String] {
    dataset.facilities.filter { membership.matches(selector, node: $0.id) }
      .map { symbols($0.id) }
  }

  func customers(matching selector: Selector) -> [String] {
    dataset.customers.filter { membership.matches(selector, node: $0.id) }
      .map { symbols($0.id) }
  }

  func nodes(matching selector: Selector) -> [String] {
    facilities(matching: selector) + customers(matching: selector)
  }

  func countries(matching selector: Selector) -> [String] {
    dataset.countries.filter { membership.matches(selector, country: $0.id) }
      .map { symbols($0.id) }
  }

  /// The row with the least rank, compared number by number; a row without a rank does not match.
  func narrowest<Row>(_ rows: [Row], _ rank: (Row) -> [Int]?) -> Row? {
    rows.compactMap { row in rank(row).map { (row: row, rank: $0) } }
      .min { $0.rank.lexicographicallyPrecedes($1.rank) }?.row
  }

  /// The rank of a column that names one thing or, with a star, all of them; `nil` where it names another.
  func rank(_ named: String?, of id: String) -> Int? {
    guard let named else { return 1 }
    return named == id ? 0 : nil
  }

  /// The number of a period; 0 for each of them.
  func period(_ id: String?) -> Int {
    dataset.settings.periods.firstIndex { $0.id == id }.map { $0 + 1 } ?? 0
  }

  /// A product or mode, or the star that stands for all: no id is one.
  func symbolOrStar(_ id: String?) -> String {
    id.map { symbols($0) } ?? MathProgSymbols.quoted("*")
  }
}
