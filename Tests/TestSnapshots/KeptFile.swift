public import Foundation
import Testing

/// A file in the folder `Snapshots` beside a test's file, that what is seen now is compared with.
public struct KeptFile {
  /// Where it lies.
  public let place: URL

  /// - Parameters:
  ///   - file: its name, such as `help.txt`.
  ///   - test: the test's own file.
  public init(_ file: String, test: String) {
    place = URL(fileURLWithPath: test).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(file)")
  }

  /// Whether it was recorded just now and so is not to be compared with.
  ///
  /// With `RECORD_SNAPSHOTS=1` it is written anew, and the test fails: nobody records by accident.
  ///
  /// - Parameter content: what is seen now.
  public func isRecorded(_ content: @autoclosure () -> Data) throws -> Bool {
    guard ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" else { return false }
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content().write(to: place, options: .atomic)
    Issue.record(
      "Recorded \(place.lastPathComponent): look at it, then run again without recording.")
    return true
  }
}
