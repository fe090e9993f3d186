import Foundation
import TestDatasets
import Testing

/// A folder that is removed with the test.
final class Scratch: Sendable {
  let url: URL

  /// - Parameter dataset: what to write into the folder `data`.
  init(_ dataset: TestDataset? = nil) throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    if let dataset { try write(dataset) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  func write(_ text: String, _ name: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  /// Writes a file, and the folders that it lies in.
  func write(_ bytes: [UInt8], _ name: String) throws {
    let place = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  func write(_ dataset: TestDataset) throws { try dataset.write(to: path("data")) }

  func json(_ name: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text(name).utf8))
    return try #require(value as? [String: Any])
  }

  /// The process that a run has started.
  func solver(of run: Shorewise.Run) -> Int32? {
    let file = "/proc/\(run.process)/task/\(run.process)/children"
    let text = try? String(contentsOfFile: file, encoding: .utf8)
    return text?.split(separator: " ").first.flatMap { Int32($0) }
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// A new file to write to.
  func file(_ name: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: path(name), contents: nil)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path(name)))
  }
}
