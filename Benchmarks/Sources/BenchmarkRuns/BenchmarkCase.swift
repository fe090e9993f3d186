public import BenchmarkDatasets
public import Foundation

/// A dataset to solve, and what is asked of it.
public struct BenchmarkCase: Sendable, Equatable {
  /// Where a dataset comes from.
  public enum Source: Sendable, Equatable {
    /// A seed of a size, with other numbers of scenarios and facilities than the size's.
    case generated(DatasetSize, seed: UInt64, scenarios: Int? = nil, facilities: Int? = nil)
    /// A folder.
    case folder(URL)
    /// An instance of the literature, to be imported.
    case instance(LiteratureInstance)
  }

  /// Where the dataset comes from.
  public var source: Source
  /// For a frontier the number of its points; nil for one plan of least cost.
  public var frontierPoints: Int?

  /// Creates a case.
  public init(_ source: Source, frontierPoints: Int? = nil) {
    self.source = source
    self.frontierPoints = frontierPoints
  }

  /// A name for tables and folders: what tells the case from others.
  public var name: String {
    var name: String
    switch source {
    case .generated(let size, let seed, let scenarios, let facilities):
      name = "\(size.rawValue)-\(seed)"
      if let scenarios { name += "-s\(scenarios)" }
      if let facilities { name += "-f\(facilities)" }
    case .folder(let folder): name = folder.lastPathComponent
    case .instance(let instance): name = instance.name
    }
    if let frontierPoints { name += "-frontier\(frontierPoints)" }
    return name
  }

  /// The folder of the dataset, which is made in `place` if it comes from a seed or from an instance.
  ///
  /// - Throws: what the file system says, or Shorewise of the instance.
  func dataset(in place: URL, _ shorewise: Shorewise) throws -> URL {
    switch source {
    case .generated(let size, let seed, let scenarios, let facilities):
      let shape = DatasetShape(size, scenarios: scenarios, facilities: facilities)
      let folder = place.appendingPathComponent(name)
      try GeneratedDataset(shape, seed: seed, title: name).write(to: folder)
      return folder
    case .folder(let folder): return folder
    case .instance(let instance):
      let folder = place.appendingPathComponent(name)
      try? FileManager.default.removeItem(at: folder)
      _ = try shorewise.run(instance.importing(to: folder))
      return folder
    }
  }

  /// The rows of a table of a dataset: 0 if it is not there.
  static func rows(of table: String, in dataset: URL) -> Int {
    let file = dataset.appendingPathComponent("\(table).csv")
    guard let data = try? Data(contentsOf: file) else { return 0 }
    return max(
      0, String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).count - 1)
  }
}

/// Cases that belong together.
public enum BenchmarkSet: String, Sendable, CaseIterable {
  /// One small dataset, to see that all solvers run.
  case quick
  /// Each size, with three seeds of the two smaller ones.
  case sizes
  /// A series over the number of scenarios.
  case scenarios
  /// A series over the number of facilities.
  case facilities
  /// Frontiers of small datasets.
  case frontier
  /// All but the quick one.
  case all

  /// The cases, in the order in which they are run: the ones that take longest last.
  public var cases: [BenchmarkCase] {
    switch self {
    case .quick: [BenchmarkCase(.generated(.small, seed: 1))]
    case .sizes:
      (1...3).map { BenchmarkCase(.generated(.small, seed: $0)) }
        + (1...3).map { BenchmarkCase(.generated(.medium, seed: $0)) }
        + [
          BenchmarkCase(.generated(.large, seed: 1)), BenchmarkCase(.generated(.median, seed: 1)),
        ]
    case .scenarios:
      [5, 10, 20, 40, 80].map { BenchmarkCase(.generated(.small, seed: 1, scenarios: $0)) }
    case .facilities:
      [20, 40, 80, 160].map { BenchmarkCase(.generated(.small, seed: 1, facilities: $0)) }
    case .frontier:
      (1...2).map { BenchmarkCase(.generated(.small, seed: $0), frontierPoints: 5) }
    case .all:
      [BenchmarkSet.scenarios, .facilities, .frontier, .sizes].flatMap(\.cases)
    }
  }
}
