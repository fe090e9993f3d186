import SupplyData
import TextFiles

/// The countries of the world: codes and names (ISO 3166), subregions (UN M49), and where their
/// capital or chief town lies (Natural Earth; the time zone database for territories).
enum CountryTable {
  /// A country.
  struct Entry: Sendable, Equatable {
    /// The two letters of ISO 3166-1.
    var id: String
    var name: String
    var region: String
    /// Degrees north and east.
    var latitude: Double
    var longitude: Double
  }

  /// Every country by its keys: codes and names.
  private static let byKey: [String: Entry] = {
    var entries: [String: Entry] = [:]
    let log = FaultLog()
    let table = PlacedTable(file: "countries.csv", bytes: PackageResources.countries_csv, log: log)
    for row in table.rows {
      let cells = row.cells
      guard cells.count == 7, let latitude = Double(cells[3]), let longitude = Double(cells[4])
      else { continue }
      let entry = Entry(
        id: cells[0], name: cells[5], region: cells[2], latitude: latitude, longitude: longitude)
      let names = cells[6].split(separator: "|").map(String.init)
      for name in [cells[0], cells[1], cells[5]] + names { entries[key(name)] = entry }
    }
    return entries
  }()

  /// Every name and code.
  static var names: [String] { Set(byKey.values.map(\.name)).sorted() }

  /// The country of a name or code, in any case and with or without accents; `nil` where there is
  /// none.
  static func country(_ text: String) -> Entry? { byKey[key(text)] }

  private static func key(_ text: String) -> String { AnuraKey.of(text) }
}
