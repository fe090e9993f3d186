import Foundation
import Testing

/// Compares a text with the kept one in `Snapshots`.
///
/// With `RECORD_SNAPSHOTS=1` it writes the text instead, and fails: nobody records by accident.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("Snapshots/\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
    Issue.record("Recorded \(name).txt: look at it, then run again without recording.")
    return
  }
  let kept = try String(contentsOf: file, encoding: .utf8)
  #expect(text + "\n" == kept, "\(name).txt differs", sourceLocation: sourceLocation)
}
