/// The files of the folder that a report is of: what a figure names as its source stands there.
public struct SourceFiles: Sendable, Equatable {
  /// Paths seen from the folder, such as `points/01/flows.csv`.
  private var paths: Set<String>
  /// The folder of the dataset's tables, seen from there.
  private let inputs: String

  /// - Parameters:
  ///   - paths: all files, seen from the folder of the report, those of the dataset included.
  ///   - inputs: the folder of the dataset, seen from there.
  public init(paths: Set<String>, inputs: String) {
    self.paths = paths
    self.inputs = inputs
  }

  /// Leaves a file out that the report is not drawn from.
  public mutating func remove(_ path: String) { paths.remove(path) }

  func path(of part: SourcePart) -> String? {
    let folder = part.isTable ? inputs : part.folder
    let path = folder.isEmpty ? part.file : "\(folder)/\(part.file)"
    return paths.contains(path) ? path : nil
  }
}

/// What a figure is drawn from: a file, or something in it.
struct SourcePart {
  let file: String
  /// The folder of the plan, seen from that of the report; empty for the report's own.
  var folder = ""
  /// Whether it is a table of the dataset.
  var isTable = false
  /// What of the file it is; `nil` for all.
  var what: String?

  /// The file of a frontier.
  static let frontier = "frontier.json"

  /// A file beside the report.
  static func file(_ file: String, what: String? = nil) -> SourcePart {
    SourcePart(file: file, what: what)
  }

  /// A table of the dataset.
  static func table(_ file: String, what: String? = nil) -> SourcePart {
    SourcePart(file: file, isTable: true, what: what)
  }
}

extension ReportIndex {
  /// `Source: flows.csv, facilities of plan.json.`, with those files that there are; a report that is of no folder names them all.
  func source(_ parts: SourcePart...) -> String { source(parts) }

  /// The same of a list.
  func source(_ parts: [SourcePart]) -> String {
    var named: [String] = []
    for part in parts {
      guard let path = files == nil ? part.file : files?.path(of: part) else { continue }
      let text = part.what.map { "\($0) of \(path)" } ?? path
      if !named.contains(text) { named.append(text) }
    }
    return named.isEmpty
      ? "Computed for this report." : "Source: \(named.joined(separator: ", "))."
  }

  /// The path of a file as the report names it.
  func path(of part: SourcePart) -> String { files?.path(of: part) ?? part.file }

  /// Whether a file stands beside the report.
  func has(_ file: String) -> Bool { files == nil || files?.path(of: .file(file)) != nil }
}

extension PlanContext {
  /// A file of the plan.
  func file(_ file: String, what: String? = nil) -> SourcePart {
    SourcePart(file: file, folder: folder, what: what)
  }
}
