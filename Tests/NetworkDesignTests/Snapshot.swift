import Foundation
import Testing

/// Compares with the file of that name under `Snapshots`.
///
/// Where the file is missing, or the environment has `RECORD_SNAPSHOTS`, it is written and the test fails, so that nobody
/// records by accident.
func expectSnapshot(
  of text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots/\(name)")
  let known = try? String(contentsOf: file, encoding: .utf8)
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  if let known, !isRecording {
    #expect(text == known, "\(name) differs", sourceLocation: sourceLocation)
    return
  }
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try text.write(to: file, atomically: true, encoding: .utf8)
  Issue.record("wrote \(name): read it, then run again without recording")
}
