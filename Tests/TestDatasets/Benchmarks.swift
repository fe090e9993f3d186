import Foundation
public import Testing

/// Instances of the literature that lie beside the checkout, under `../shared`, and are no part of it.
public enum Benchmarks {
  /// Beside the checkout, or wherever `SHOREWISE_SHARED` says.
  public static var folder: String {
    let shared = ProcessInfo.processInfo.environment["SHOREWISE_SHARED"]
    if let shared { return "\(shared)/data/benchmarks" }
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return root.deletingLastPathComponent().path + "/shared/data/benchmarks"
  }

  /// Whether they are there.
  public static var exist: Bool { FileManager.default.fileExists(atPath: folder) }

  /// Why tests that need them are skipped.
  public static let absence: Comment = "no ../shared/data/benchmarks beside the checkout"

  /// The text of a file.
  public static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  /// The numbers of a table with a header, an empty cell as 0.
  public static func rows(_ name: String) throws -> [[Double]] {
    try text(name).split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? 0 }
    }
  }
}
