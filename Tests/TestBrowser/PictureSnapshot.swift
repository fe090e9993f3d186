import Foundation
import TestSnapshots
public import Testing

/// Compares a picture with the kept one, a ``KeptFile``, within a tolerance.
///
/// - Parameters:
///   - file: the kept picture's file, such as `phone.png`.
///   - test: the test's own file.
public func expectPicture(
  _ picture: GreyPicture, _ file: String, test: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let place = KeptFile(file, test: test)
  if try place.isRecorded(picture.png) { return }
  let kept = try #require(
    GreyPicture(png: try Data(contentsOf: place.place)), "\(file) is none of ours")
  guard let difference = picture.difference(from: kept) else { return }
  // What is seen now, to lie beside the kept one.
  let seen = FileManager.default.temporaryDirectory.appendingPathComponent("shorewise-\(file)")
  try picture.png.write(to: seen)
  Issue.record("\(file): \(difference). It is now \(seen.path)", sourceLocation: sourceLocation)
}
