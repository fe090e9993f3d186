public import Findings

extension SourceMapRecord {
  /// Products, and their countries, facilities and users.
  public var tables: [Table] {
    [
      Table(
        "sources",
        columns: [
          "product", "period", "quantity", "hhi_countries", "hhi_facilities", "single_country",
          "single_facility", "single_points_of_failure",
        ],
        rows: entries.map { entry in
          [
            .text(entry.product), .text(entry.period), .number(entry.quantity),
            .number(entry.concentrationByCountry), .number(entry.concentrationByFacility),
            .flag(entry.isSingleCountry), .flag(entry.isSingleFacility),
            .init(entry.singlePointsOfFailure?.joined(separator: "|")),
          ]
        }),
      Table(
        "sources_countries", columns: ["product", "period", "country", "quantity", "share"],
        rows: entries.flatMap { entry in
          entry.countries.map {
            [
              .text(entry.product), .text(entry.period), .text($0.country), .number($0.quantity),
              .number($0.share),
            ]
          }
        }),
      Table(
        "sources_facilities",
        columns: ["product", "period", "facility", "country", "quantity", "share"],
        rows: entries.flatMap { entry in
          entry.sources.map {
            [
              .text(entry.product), .text(entry.period), .text($0.facility), .text($0.country),
              .number($0.quantity), .number($0.share),
            ]
          }
        }),
      Table(
        "sources_users", columns: ["product", "period", "kind", "user", "quantity"],
        rows: entries.flatMap { entry in
          entry.users.map {
            [
              .text(entry.product), .text(entry.period), .text($0.kind.rawValue), .text($0.id),
              .number($0.quantity),
            ]
          }
        }),
    ]
  }
}
