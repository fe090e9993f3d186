public import Foundation

/// A dataset made from a seed: the same size, overrides and seed give the same bytes everywhere.
public struct GeneratedDataset: Sendable {
  /// The texts of its files, by name.
  public let files: [String: String]

  /// Makes the dataset.
  ///
  /// - Parameters:
  ///   - shape: how much there is of everything; its ``DatasetShape/fault`` is nil.
  ///   - seed: any number; another one gives another dataset of the same shape.
  ///   - title: the name in `plan.yaml`.
  public init(_ shape: DatasetShape, seed: UInt64, title: String) {
    let market = Market(shape, seed: seed)
    let sites = SitePlan(shape, market: market, seed: seed)
    let links = LinkPlan(shape, plan: sites, seed: seed)
    let tables =
      MarketTables(market: market, shape: shape).tables(seed: seed)
      + SiteTables(plan: sites, shape: shape).tables(seed: seed)
      + LinkTables(links: links).tables(seed: seed)
      + TradeTables(plan: sites).tables(seed: seed)
      + EventTables(plan: sites, shape: shape, hasRail: links.links.contains { $0.mode == .rail })
      .tables(seed: seed)
    var files = ["plan.yaml": Self.settings(shape, title: title)]
    for table in tables { files[table.file] = table.text }
    self.files = files
  }

  /// Writes the files into `folder`, which is made if need be.
  ///
  /// - Throws: what the file system says.
  public func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name), options: .atomic)
    }
  }

  private static func settings(_ shape: DatasetShape, title: String) -> String {
    let periods = shape.periodYears.enumerated()
      .map { "  - {id: \(periodID($0)), years: \($1)}" }.joined(separator: "\n")
    return """
      name: \(title)
      currency: USD
      periods:
      \(periods)
      discount_rate: 0.08
      holding_rate: 0.15
      carbon_price: 40
      risk: {measure: cvar, level: 0.95}
      home: US

      """
  }

  /// The id of a period, by its place.
  static func periodID(_ place: Int) -> String { "period-\(place + 1)" }
}
