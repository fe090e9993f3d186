import Foundation
public import Testing

/// Compares a picture with the kept one in the folder `Snapshots` beside the test's file, within a tolerance.
///
/// With `RECORD_SNAPSHOTS=1` it writes the picture instead, and fails: nobody records by accident.
///
/// - Parameters:
///   - file: the kept picture's file, such as `phone.png`.
///   - test: the test's own file.
public func expectPicture(
  _ picture: GreyPicture, _ file: String, test: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let place = URL(fileURLWithPath: test).deletingLastPathComponent()
    .appendingPathComponent("Snapshots/\(file)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try picture.png.write(to: place)
    Issue.record("Recorded \(file): look at it, then run again without recording.")
    return
  }
  let kept = try #require(GreyPicture(png: try Data(contentsOf: place)), "\(file) is none of ours")
  let difference = picture.difference(from: kept)
  guard let difference else { return }
  // What is seen now, to lie beside the kept one.
  let seen = FileManager.default.temporaryDirectory.appendingPathComponent("shorewise-\(file)")
  try picture.png.write(to: seen)
  Issue.record("\(file): \(difference). It is now \(seen.path)", sourceLocation: sourceLocation)
}
