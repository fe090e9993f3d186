import Foundation
public import Testing

/// Compares a text with the kept one in the folder `Snapshots` beside the test's file.
///
/// With `RECORD_SNAPSHOTS=1` it writes the text instead, and fails: nobody records by accident.
///
/// - Parameters:
///   - file: the kept text's file, such as `help.txt`.
///   - test: the test's own file.
public func expectSnapshot(
  _ text: String, _ file: String, test: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let place = URL(fileURLWithPath: test).deletingLastPathComponent()
    .appendingPathComponent("Snapshots/\(file)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: place, atomically: true, encoding: .utf8)
    Issue.record("Recorded \(file): look at it, then run again without recording.")
    return
  }
  let kept = try String(contentsOf: place, encoding: .utf8)
  #expect(text == kept, "\(file) differs", sourceLocation: sourceLocation)
}
