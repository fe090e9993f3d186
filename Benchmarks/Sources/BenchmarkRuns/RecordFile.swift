public import Foundation

/// A file of results, one JSON object a line; each run is added as it ends, so that a run that dies loses nothing.
public struct RecordFile: Sendable {
  /// Where it is.
  public let location: URL

  /// A file that need not exist yet.
  public init(_ location: URL) { self.location = location }

  /// What keeps a file from being used.
  public struct Fault: Error, CustomStringConvertible {
    /// What is wrong, and where.
    public let description: String
  }

  /// Adds a line.
  ///
  /// - Throws: what the file system says.
  public func append(_ record: RunRecord) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = try encoder.encode(record) + Data("\n".utf8)
    if !FileManager.default.fileExists(atPath: location.path) {
      try Data().write(to: location)
    }
    let handle = try FileHandle(forWritingTo: location)
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: line)
  }

  /// All lines, in order. Of a last line that a dying run left unfinished nothing is read.
  ///
  /// - Throws: a ``Fault`` that names a line that is no record, or what the file system says.
  public func records() throws -> [RunRecord] {
    let text = String(decoding: try Data(contentsOf: location), as: UTF8.self)
    let isWhole = text.hasSuffix("\n")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var records: [RunRecord] = []
    for (number, line) in lines.enumerated() where !line.isEmpty {
      do {
        records.append(try JSONDecoder().decode(RunRecord.self, from: Data(line.utf8)))
      } catch {
        if number == lines.count - 1, !isWhole { break }
        throw Fault(
          description: "\(location.path):\(number + 1): this line is no record of a run; delete it."
        )
      }
    }
    return records
  }
}
