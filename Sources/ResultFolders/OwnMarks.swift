import Foundation
import SupplyData
import SupplyPlan
import TextFiles

/// By what a file is known to be one that Shorewise wrote.
package enum OwnMarks {
  /// A page of a report or a comparison, by its title.
  package static func isPage(_ path: String) -> Bool {
    head(of: path).contains("– Shorewise</title>")
  }

  /// A PDF of one, by its title, which writers of PDF spell in one of these ways.
  package static func isPrintedPage(_ path: String) -> Bool {
    guard let bytes = bytes(of: path), bytes.starts(with: Array("%PDF".utf8)) else { return false }
    let name = "Shorewise"
    let wide = name.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let hex = wide.map { String(format: "%02X", $0) }.joined()
    let data = Data(bytes)
    return [Array(name.utf8), wide, Array(hex.utf8), Array(hex.lowercased().utf8)]
      .contains { data.range(of: Data($0)) != nil }
  }

  /// A report as text, by its last line.
  package static func isTextReport(_ path: String) -> Bool {
    guard let bytes = bytes(of: path) else { return false }
    return String(decoding: bytes.suffix(300), as: UTF8.self).contains("Made by Shorewise.")
  }

  /// The head of a result or a finding, by its schema.
  package static func isDocument(_ path: String) -> Bool {
    guard let bytes = bytes(of: path) else { return false }
    return bytes.first == UInt8(ascii: "{")
      && Data(bytes).range(of: Data("\"shorewise/".utf8)) != nil
  }

  /// A table of a plan, by its columns: a dataset has tables of the same names.
  static func isTable(_ path: String, of columns: TableColumns) -> Bool {
    let head = head(of: path)
    return head.firstIndex(of: "\n").map { columns.isHeader(head[..<$0]) } ?? false
  }

  /// The explanation of a folder of tables.
  package static func isTablesReadme(_ path: String) -> Bool {
    let head = head(of: path)
    return (head.hasPrefix("# Runs of ") || head.hasPrefix("# Comparison of runs"))
      && head.contains("\nTables in UTF-8 by RFC 4180")
  }

  /// Sites and flows of a plan.
  package static func isMap(_ path: String) -> Bool {
    let head = head(of: path)
    return head.hasPrefix(#"{"type":"FeatureCollection","name":"#)
      && head.contains(#""currency":"#)
  }

  /// A figure of a report.
  package static func isFigure(_ path: String) -> Bool {
    let head = head(of: path)
    return head.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=")
      && head.contains("fill=\"#ffffff\"/>")
  }

  /// A problem for other solvers.
  package static func isProgram(_ path: String) -> Bool {
    let head = head(of: path)
    return head.hasPrefix("NAME ") || head.hasPrefix("\\ ")
      || head.contains("# Data of models/network-design.mod.")
  }

  /// A file that is being written, or was when its process was killed; see ``FileSet``.
  package static func isRemnant(_ name: String) -> Bool {
    name.wholeMatch(of: /\..+\.[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\.part/) != nil
  }

  private static func head(of path: String) -> String {
    // Only regular files: a pipe would hold up whoever opens it.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: 4096)
    else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func bytes(of path: String) -> [UInt8]? {
    try? RegularFile.bytes(at: path, most: 1 << 30)
  }
}
