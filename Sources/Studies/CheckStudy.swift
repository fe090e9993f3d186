import Findings
import Foundation
import ResultFolders
public import SupplyData
import SupplyNetwork
import SupplyPlan
public import TextFiles

/// Reads and validates a dataset: all its faults, or its size.
public struct CheckStudy: Sendable {
  /// What the check found.
  public struct Finding: Sendable {
    /// Everything that is wrong, doubtful or without effect.
    public var faults: [Fault]
    /// The size, by what is counted, in order; empty where the dataset is invalid.
    public var size: [(name: String, count: Int)]

    /// Whether the dataset is refused: by an error, or by something doubtful.
    public var isRefused: Bool { faults.contains { $0.severity > .warning } }
  }

  /// The dataset's folder.
  public var folder: String
  /// What is to be different from its files.
  public var changes: DatasetChanges

  /// - Parameters:
  ///   - folder: the dataset's folder.
  ///   - changes: what is to be different from its files.
  public init(folder: String, changes: DatasetChanges = DatasetChanges()) {
    self.folder = folder
    self.changes = changes
  }

  /// Runs the check.
  public func run() -> Finding {
    do throws(Faults) {
      let loaded = try LoadedDataset(folder: folder, changes: changes)
      return Finding(faults: loaded.warnings, size: size(of: loaded))
    } catch {
      return Finding(faults: error.all, size: [])
    }
  }

  private func size(of loaded: LoadedDataset) -> [(name: String, count: Int)] {
    let (dataset, network) = (loaded.dataset, loaded.network)
    return [
      ("countries", dataset.countries.count), ("products", dataset.products.count),
      ("facilities", dataset.facilities.count),
      ("of which existing", dataset.facilities.filter { $0.status == .existing }.count),
      ("customers", dataset.customers.count), ("demands", network.demands.count),
      ("periods", dataset.settings.periods.count), ("scenarios", dataset.scenarios.count),
      ("lanes", network.lanes.filter { !$0.products.isEmpty }.count),
      ("flows of goods by origin", network.flows.count), ("buffers", dataset.buffers.count),
      ("policy constraints", dataset.constraints.count),
    ]
  }
}

extension CheckStudy.Finding {
  /// What the check found, in lines for a reader.
  public var text: String {
    var lines = faults.map(\.description)
    if size.isEmpty {
      let errors = faults.filter { $0.severity == .error }.count
      lines.append(errors == 1 ? "not valid: 1 error" : "not valid: \(errors) errors")
      return lines.joined(separator: "\n")
    }
    let width = size.map(\.name.count).max() ?? 0
    lines += size.map { name, count in
      name.padding(toLength: width, withPad: " ", startingAt: 0) + "  \(count)"
    }
    let doubts = faults.filter { $0.severity == .doubtful }.count
    let rows = doubts == 1 ? "1 row is implausible" : "\(doubts) rows are implausible"
    lines.append(isRefused ? "doubtful: \(rows)" : "valid")
    return lines.joined(separator: "\n")
  }

  /// What the check found, as JSON.
  public var json: String {
    let value = JSONReport(
      valid: !isRefused,
      faults: faults.map {
        .init(
          severity: $0.severity.rawValue, file: $0.file, line: $0.line, column: $0.column,
          cause: $0.cause, cure: $0.cure)
      },
      size: Dictionary(
        size.map { ($0.name.replacingOccurrences(of: " ", with: "_"), $0.count) },
        uniquingKeysWith: { first, _ in first }))
    return prettyJSON(value)
  }

  private struct JSONReport: Encodable {
    struct Entry: Encodable {
      var severity: String
      var file: String
      var line: Int
      var column: Int
      var cause: String
      var cure: String
    }
    var valid: Bool
    var faults: [Entry]
    var size: [String: Int]
  }
}
