import Foundation

/// What stands in a PDF, by the programs of poppler.
public struct PDFFile {
  private let path: String

  /// - Parameter path: the file's path.
  public init(_ path: String) { self.path = path }

  static let hasReaders = ["pdftoppm", "pdftotext"].allSatisfy { (try? program($0)) != nil }

  /// The text of each page.
  public func texts() throws -> [String] {
    let text = String(decoding: try Self.run("pdftotext", ["-layout", path, "-"]), as: UTF8.self)
    // Each page ends with a form feed.
    return text.split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  /// A page, from 1, in blocks of so many points.
  public func picture(page: Int, block: Int) throws -> GreyPicture {
    let map = try Self.run(
      "pdftoppm", ["-gray", "-r", "72", "-f", "\(page)", "-l", "\(page)", path])
    // PGM: P5, the width, the height and the greatest value, then a byte for each dot.
    var place = 0
    var words: [String] = []
    while words.count < 4, place < map.count {
      let end = map[place...].firstIndex { $0 == 0x0A || $0 == 0x20 } ?? map.count
      words.append(String(decoding: map[place..<end], as: UTF8.self))
      place = end + 1
    }
    guard words.first == "P5", words.count == 4, let width = Int(words[1]),
      let height = Int(words[2])
    else { throw CocoaError(.fileReadCorruptFile) }
    return GreyPicture(width: width, height: height, dots: Array(map[place...])).blocks(of: block)
  }

  private static func program(_ name: String) throws -> URL {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard
      let path = folders.map({ "\($0)/\(name)" })
        .first(where: FileManager.default.isExecutableFile(atPath:))
    else { throw CocoaError(.fileNoSuchFile) }
    return URL(fileURLWithPath: path)
  }

  private static func run(_ name: String, _ arguments: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = try program(name)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
    return [UInt8](data)
  }
}
