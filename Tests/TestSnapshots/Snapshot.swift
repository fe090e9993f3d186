import Foundation
public import Testing

/// Compares a text with the kept one, a ``KeptFile``.
///
/// - Parameters:
///   - file: the kept text's file, such as `help.txt`.
///   - test: the test's own file.
public func expectSnapshot(
  _ text: String, _ file: String, test: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let kept = KeptFile(file, test: test)
  if try kept.isRecorded(Data(text.utf8)) { return }
  let before = try String(contentsOf: kept.place, encoding: .utf8)
  #expect(text == before, "\(file) differs", sourceLocation: sourceLocation)
}
