@testable import SupplyData

/// The tables of a plausible battery maker, built by hand: real places, illustrative figures.
enum BatteryTables {
  static let periods = [
    Period(id: "2026–28", years: 3), Period(id: "2029–32", years: 4),
    Period(id: "2033–40", years: 8),
  ]

  static let countries: [Country] = [
    ("CN", "China", "asia", 35.0, 105.0), ("JP", "Japan", "asia", 36.0, 138.0),
    ("KR", "South Korea", "asia", 36.5, 127.8), ("VN", "Vietnam", "asia", 16.0, 107.0),
    ("ID", "Indonesia", "asia", -4.0, 120.0), ("AU", "Australia", "oceania", -25.0, 134.0),
    ("US", "United States", "north-america", 39.0, -98.0),
    ("MX", "Mexico", "north-america", 23.0, -102.0),
    ("CA", "Canada", "north-america", 56.0, -106.0),
    ("CL", "Chile", "south-america", -30.0, -71.0), ("BR", "Brazil", "south-america", -12.0, -52.0),
    ("DE", "Germany", "europe", 51.0, 10.0), ("PL", "Poland", "europe", 52.0, 19.0),
    ("HU", "Hungary", "europe", 47.0, 19.5), ("FR", "France", "europe", 46.5, 2.5),
    ("ES", "Spain", "europe", 40.0, -4.0), ("NL", "Netherlands", "europe", 52.2, 5.3),
    ("MA", "Morocco", "africa", 32.0, -6.0), ("ZA", "South Africa", "africa", -29.0, 24.0),
  ].map {
    Country(
      id: $0.0, name: $0.1, region: $0.2,
      location: Coordinates(latitude: $0.3, longitude: $0.4))
  }

  static let groups: [GroupMembership] =
    ["DE", "PL", "HU", "FR", "ES", "NL"].map {
      GroupMembership(group: "EU", kind: .customsUnion, country: $0)
    }
    + ["US", "MX", "CA"].map {
      GroupMembership(group: "USMCA", kind: .tradeAgreement, country: $0)
    }
    + ["US", "KR"].map { GroupMembership(group: "KORUS", kind: .tradeAgreement, country: $0) }
    + ["US", "AU", "JP", "KR", "CL"].map {
      GroupMembership(group: "minerals-partners", kind: .alliance, country: $0)
    }

  static let products: [Product] = [
    ("lithium", "Lithium hydroxide", "t", 14_000, 1.0),
    ("graphite", "Graphite anode", "t", 6_500, 1),
    ("cathode", "Cathode", "t", 24_000, 1), ("cells", "Cells", "MWh", 78_000, 4.2),
    ("packs", "Packs", "MWh", 112_000, 5.6),
  ].map {
    Product(
      id: $0.0, name: $0.1, unit: $0.2, value: $0.3, weightTonnes: $0.4, shelfLifeDays: nil)
  }

  static let billsOfMaterials: [BillOfMaterialsLine] = [
    ("cathode", "lithium", 0.42), ("cells", "cathode", 1.6), ("cells", "graphite", 1.0),
    ("packs", "cells", 1.0),
  ].map { BillOfMaterialsLine(product: $0.0, component: $0.1, quantity: $0.2) }

  /// Facility, name, country, latitude, longitude, kind, existing, product, capacity a module.
  typealias Site = (
    id: String, name: String, country: String, latitude: Double, longitude: Double,
    kind: FacilityKind, existing: Bool, product: String, size: Double
  )

  static let sites: [Site] = [
    ("li-yichun", "Yichun lithium", "CN", 27.8, 114.4, .supplier, true, "lithium", 9000),
    ("li-kwinana", "Kwinana lithium", "AU", -32.2, 115.8, .supplier, true, "lithium", 6000),
    ("li-atacama", "Antofagasta lithium", "CL", -23.6, -70.4, .supplier, true, "lithium", 7000),
    ("li-thacker", "Thacker Pass lithium", "US", 41.7, -118.1, .supplier, false, "lithium", 7000),
    ("gr-heilongjiang", "Jixi graphite", "CN", 45.3, 131.0, .supplier, true, "graphite", 12000),
    ("gr-qingdao", "Qingdao graphite", "CN", 36.1, 120.4, .supplier, true, "graphite", 12000),
    ("gr-louisiana", "Vidalia graphite", "US", 31.6, -91.4, .supplier, false, "graphite", 8000),
    ("gr-morocco", "Jorf Lasfar graphite", "MA", 33.1, -8.6, .supplier, false, "graphite", 8000),
    ("ca-ningde", "Ningde cathode", "CN", 26.7, 119.5, .plant, true, "cathode", 20000),
    ("ca-pohang", "Pohang cathode", "KR", 36.0, 129.4, .plant, true, "cathode", 15000),
    ("ca-becancour", "Bécancour cathode", "CA", 46.3, -72.4, .plant, false, "cathode", 12000),
    ("ca-schwarzheide", "Schwarzheide cathode", "DE", 51.5, 13.9, .plant, false, "cathode", 12000),
    ("ce-ningde", "Ningde cells", "CN", 26.8, 119.7, .plant, true, "cells", 16000),
    ("ce-changzhou", "Changzhou cells", "CN", 31.8, 119.9, .plant, true, "cells", 16000),
    ("ce-ulsan", "Ulsan cells", "KR", 35.5, 129.3, .plant, true, "cells", 9000),
    ("ce-wroclaw", "Wrocław cells", "PL", 51.0, 16.9, .plant, true, "cells", 9000),
    ("ce-komarom", "Komárom cells", "HU", 47.7, 18.1, .plant, false, "cells", 9000),
    ("ce-bowling-green", "Bowling Green cells", "US", 36.9, -86.4, .plant, false, "cells", 9000),
    ("ce-stanton", "Stanton cells", "US", 35.5, -89.4, .plant, false, "cells", 9000),
    ("ce-dunkirk", "Dunkirk cells", "FR", 51.0, 2.4, .plant, false, "cells", 9000),
    ("pa-shanghai", "Shanghai packs", "CN", 31.2, 121.5, .plant, true, "packs", 20000),
    ("pa-haiphong", "Hai Phong packs", "VN", 20.8, 106.7, .plant, true, "packs", 8000),
    ("pa-monterrey", "Monterrey packs", "MX", 25.7, -100.3, .plant, false, "packs", 8000),
    ("pa-leipzig", "Leipzig packs", "DE", 51.3, 12.4, .plant, true, "packs", 8000),
    ("pa-detroit", "Detroit pack line", "US", 42.3, -83.0, .microfactory, false, "packs", 2500),
    ("pa-fremont", "Fremont pack line", "US", 37.5, -122.0, .microfactory, false, "packs", 2500),
    ("pa-austin", "Austin pack line", "US", 30.2, -97.7, .microfactory, false, "packs", 2500),
    ("pa-zaragoza", "Zaragoza pack line", "ES", 41.6, -0.9, .microfactory, false, "packs", 2500),
    (
      "pa-sao-paulo", "São Paulo pack line", "BR", -23.5, -46.6, .microfactory, false, "packs", 1500
    ),
    ("wh-rotterdam", "Rotterdam warehouse", "NL", 51.9, 4.5, .warehouse, true, "", 0),
    ("wh-long-beach", "Long Beach warehouse", "US", 33.8, -118.2, .warehouse, true, "", 0),
  ]

  static let customers: [(customer: Customer, demand: Double)] = [
    ("detroit", "Detroit assembly", "US", 42.4, -83.1, 5200.0),
    ("fremont", "Fremont assembly", "US", 37.4, -121.9, 3900),
    ("smyrna", "Smyrna assembly", "US", 36.0, -86.5, 3100),
    ("puebla", "Puebla assembly", "MX", 19.1, -98.2, 1500),
    ("wolfsburg", "Wolfsburg assembly", "DE", 52.4, 10.8, 5600),
    ("munich", "Munich assembly", "DE", 48.2, 11.6, 2600),
    ("martorell", "Martorell assembly", "ES", 41.5, 1.9, 1900),
    ("douai", "Douai assembly", "FR", 50.4, 3.1, 2000),
    ("nagoya", "Nagoya assembly", "JP", 35.2, 136.9, 2800),
    ("guangzhou", "Guangzhou assembly", "CN", 23.1, 113.3, 4100),
    ("curitiba", "Curitiba assembly", "BR", -25.4, -49.3, 900),
    ("pretoria", "Rosslyn assembly", "ZA", -25.6, 28.1, 500),
  ].map {
    (
      Customer(
        id: $0.0, name: $0.1, country: $0.2,
        location: Coordinates(latitude: $0.3, longitude: $0.4)), $0.5
    )
  }

  static let scenarios: [Scenario] = [
    ("taiwan", "Taiwan Strait closed", 0.02, 26), ("graphite", "Graphite export control", 0.06, 39),
    ("suez", "Suez Canal closed", 0.05, 12), ("panama", "Panama Canal drought", 0.08, 16),
    ("pandemic", "Pandemic wave in Asia", 0.04, 10),
    ("gulf", "Hurricane on the Gulf coast", 0.10, 6),
    ("tariffs", "Tariff war between China and the United States", 0.12, 52),
    ("typhoon", "Typhoon at Ningde", 0.05, 8), ("strike", "Dockers’ strike in Europe", 0.08, 4),
  ].map { Scenario(id: $0.0, name: $0.1, probability: $0.2, durationWeeks: $0.3) }
}
