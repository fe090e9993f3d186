/// Rows by what their selectors name, so that a table with a row for each of thousands of facilities
/// is not read thousands of times.
struct RowsByName {
  private var named: [String: [Int]] = [:]
  /// Those that also match what they do not name.
  private var others: [Int] = []

  /// Takes up the selectors of a table's rows, in order.
  init(_ selectors: some Sequence<Selector>) {
    for (row, selector) in selectors.enumerated() {
      let ids = selector.parts.map { part in
        if case .id(let id) = part { id } else { String?.none }
      }
      if ids.contains(nil) {
        others.append(row)
      } else {
        for id in Set(ids.compactMap(\.self)) { named[id, default: []].append(row) }
      }
    }
  }

  /// The rows that may match the facility, customer or country `id`, in order.
  func rows(for id: String) -> [Int] {
    guard let own = named[id] else { return others }
    return others.isEmpty ? own : (own + others).sorted()
  }
}
