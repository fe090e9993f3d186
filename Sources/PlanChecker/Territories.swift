import SupplyData

/// The customs territories: each customs union, and each country in none.
struct Territories: Sendable {
  /// For each country the number of its territory.
  private let numbers: [Int]

  init(_ dataset: Dataset, countryIndex: [String: Int]) {
    // A country in no union is a territory of its own, numbered after the unions.
    let unions = dataset.groups.filter { $0.kind == .customsUnion }
    let names = Set(unions.map(\.group)).sorted()
    var numbers = dataset.countries.indices.map { names.count + $0 }
    for row in unions {
      if let country = countryIndex[row.country], let union = names.firstIndex(of: row.group) {
        numbers[country] = union
      }
    }
    self.numbers = numbers
  }

  /// The number of a country's territory.
  func number(_ country: Int) -> Int { numbers[country] }

  /// Whether two countries lie in one territory.
  func areOne(_ first: Int, _ second: Int) -> Bool { numbers[first] == numbers[second] }
}
