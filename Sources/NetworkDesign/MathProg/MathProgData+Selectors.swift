import SupplyData
import TextFiles

/// What selectors match, spelled out.
extension MathProgData {
  func facilities(matching selector: Selector) -> [String] {
    network.dataset.facilities.filter { membership.matches(selector, node: $0.id) }
      .map { symbols($0.id) }
  }

  func customers(matching selector: Selector) -> [String] {
    network.dataset.customers.filter { membership.matches(selector, node: $0.id) }
      .map { symbols($0.id) }
  }

  func nodes(matching selector: Selector) -> [String] {
    facilities(matching: selector) + customers(matching: selector)
  }

  func countries(matching selector: Selector) -> [String] {
    network.dataset.countries.filter { membership.matches(selector, country: $0.id) }
      .map { symbols($0.id) }
  }

  /// A product or mode, or the star that stands for all: no id is one.
  func symbolOrStar(_ id: String?) -> String {
    id.map { symbols($0) } ?? MathProgSymbols.quoted("*")
  }
}
