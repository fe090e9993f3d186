import SupplyData
import SupplyPlan
package import TextFiles

/// The file `MANIFEST` of a bundle: a line for each other file, as `sha256sum` writes and reads it.
package struct BundleManifest {
  /// SHA-256 by path.
  package private(set) var sums: [String: String] = [:]

  /// The manifest of files.
  package init(_ entries: [FolderDigest.Entry]) {
    for entry in entries { sums[entry.path] = entry.sha256 }
  }

  /// The text: digits, two blanks, the path.
  package var text: String {
    sums.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.value)  \($0.key)\n" }.joined()
  }

  /// Reads the text.
  ///
  /// - Throws: every line that is none of a manifest.
  package init(reading text: String, file: String) throws(Faults) {
    var faults: [Fault] = []
    for (place, line) in text.split(separator: "\n").enumerated() {
      let sum = line.prefix(64)
      let path = String(line.dropFirst(66))
      let isLine =
        sum.utf8.count == 64 && sum.utf8.allSatisfy(Self.isDigit)
        && line.dropFirst(64).prefix(2) == "  " && !path.isEmpty
      if isLine, sums[path] == nil {
        sums[path] = String(sum)
      } else {
        faults.append(
          Fault(
            file: file, line: place + 1,
            cause: isLine ? "\(quoted(path)) is listed twice" : "this is not a line of a manifest",
            cure: "Restore the file from the original bundle."))
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
