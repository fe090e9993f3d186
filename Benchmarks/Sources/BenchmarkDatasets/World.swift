/// A country of the world that datasets are set in: rough figures of real countries.
struct Country: Sendable {
  var id: String
  var name: String
  var region: String
  /// Degrees.
  var latitude: Double
  /// Degrees.
  var longitude: Double
  /// Cost of making things, 1 in the United States.
  var costLevel: Double
  /// Share of the demand, in any unit.
  var demandWeight: Double
  /// Countries of one landmass reach one another by road and rail.
  var landmass: String
}

/// Countries that trade by rules of their own.
struct CountryGroup: Sendable {
  var id: String
  var kind: String
  var members: [String]
}

/// The countries and groups that datasets are set in.
enum World {
  /// In the order in which datasets take them: a few cover the three large markets and where they buy.
  static let countries: [Country] = [
    make("CN", "China", "East Asia", 31.2, 117.5, 0.55, 8),
    make("US", "United States", "North America", 39.5, -92, 1, 10, "North America"),
    make("DE", "Germany", "Europe", 50.9, 10, 1.05, 5),
    make("MX", "Mexico", "North America", 22, -101, 0.5, 2, "North America"),
    make("VN", "Vietnam", "South-East Asia", 16, 107, 0.4, 1),
    make("PL", "Poland", "Europe", 52, 19, 0.65, 1.5),
    make("JP", "Japan", "East Asia", 35.8, 138, 0.95, 4, "Japan"),
    make("FR", "France", "Europe", 46.8, 2.5, 1, 3),
    make("TH", "Thailand", "South-East Asia", 15, 101, 0.45, 1),
    make("CA", "Canada", "North America", 45.5, -77, 0.95, 1.5, "North America"),
    make("KR", "South Korea", "East Asia", 36.5, 127.8, 0.85, 2),
    make("ES", "Spain", "Europe", 40, -3.7, 0.8, 2),
    make("GB", "United Kingdom", "Europe", 52.5, -1.5, 1, 3),
    make("IN", "India", "South Asia", 21, 78, 0.35, 3),
    make("TR", "Turkey", "Middle East and Africa", 39, 33, 0.5, 1.5),
    make("BR", "Brazil", "South America", -21, -47, 0.6, 2, "South America"),
    make("MY", "Malaysia", "South-East Asia", 3.5, 102, 0.5, 0.8),
    make("CZ", "Czechia", "Europe", 49.8, 15.5, 0.7, 0.8),
    make("IT", "Italy", "Europe", 44, 11, 0.9, 2.5),
    make("ID", "Indonesia", "South-East Asia", -6.8, 108, 0.4, 1.5, "Java"),
    make("MA", "Morocco", "Middle East and Africa", 33, -6.5, 0.4, 0.5, "Africa"),
    make("SE", "Sweden", "Europe", 58.5, 15, 1.1, 1),
    make("AR", "Argentina", "South America", -33, -62, 0.55, 0.8, "South America"),
    make("AU", "Australia", "Oceania", -34, 147, 1.1, 1.2, "Australia"),
  ]

  /// The groups among the `countries`, those with two members or more.
  static func groups(among countries: [Country]) -> [CountryGroup] {
    let ids = Set(countries.map(\.id))
    return [
      CountryGroup(
        id: "EU", kind: "customs_union", members: ["DE", "PL", "FR", "ES", "CZ", "IT", "SE"]),
      CountryGroup(id: "MERCOSUR", kind: "customs_union", members: ["BR", "AR"]),
      CountryGroup(id: "USMCA", kind: "trade_agreement", members: ["US", "MX", "CA"]),
      CountryGroup(
        id: "RCEP", kind: "trade_agreement",
        members: ["CN", "VN", "JP", "TH", "KR", "MY", "ID", "AU"]),
    ].map { group in
      CountryGroup(id: group.id, kind: group.kind, members: group.members.filter(ids.contains))
    }.filter { $0.members.count > 1 }
  }

  private static func make(
    _ id: String, _ name: String, _ region: String, _ latitude: Double, _ longitude: Double,
    _ costLevel: Double, _ demandWeight: Double, _ landmass: String = "Eurasia"
  ) -> Country {
    Country(
      id: id, name: name, region: region, latitude: latitude, longitude: longitude,
      costLevel: costLevel, demandWeight: demandWeight, landmass: landmass)
  }
}
