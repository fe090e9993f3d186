public import BenchmarkDatasets

/// A dataset to solve, and what is asked of it.
public struct BenchmarkCase: Sendable, Equatable {
  /// The size it is generated in.
  public var size: DatasetSize
  /// The seed it is generated from.
  public var seed: UInt64
  /// Another number of scenarios than the size's.
  public var scenarios: Int?
  /// Another number of facilities than the size's.
  public var facilities: Int?
  /// For a frontier the number of its points; nil for one plan of least cost.
  public var frontierPoints: Int?

  /// Puts a case together.
  public init(
    size: DatasetSize, seed: UInt64, scenarios: Int? = nil, facilities: Int? = nil,
    frontierPoints: Int? = nil
  ) {
    self.size = size
    self.seed = seed
    self.scenarios = scenarios
    self.facilities = facilities
    self.frontierPoints = frontierPoints
  }

  /// The shape of its dataset.
  public var shape: DatasetShape {
    DatasetShape(size, scenarios: scenarios, facilities: facilities)
  }

  /// A name for tables and folders: what tells the case from others.
  public var name: String {
    var name = "\(size.rawValue)-\(seed)"
    if let scenarios { name += "-s\(scenarios)" }
    if let facilities { name += "-f\(facilities)" }
    if let frontierPoints { name += "-frontier\(frontierPoints)" }
    return name
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
    case .quick: [BenchmarkCase(size: .small, seed: 1)]
    case .sizes:
      (1...3).map { BenchmarkCase(size: .small, seed: $0) }
        + (1...3).map { BenchmarkCase(size: .medium, seed: $0) }
        + [BenchmarkCase(size: .large, seed: 1), BenchmarkCase(size: .median, seed: 1)]
    case .scenarios:
      [5, 10, 20, 40, 80].map { BenchmarkCase(size: .small, seed: 1, scenarios: $0) }
    case .facilities:
      [20, 40, 80, 160].map { BenchmarkCase(size: .small, seed: 1, facilities: $0) }
    case .frontier:
      (1...2).map { BenchmarkCase(size: .small, seed: $0, frontierPoints: 5) }
    case .all:
      [BenchmarkSet.scenarios, .facilities, .frontier, .sizes].flatMap(\.cases)
    }
  }
}
