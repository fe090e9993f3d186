/// Files of a dataset as one sequence of bytes, for a fuzzer that knows no folders.
///
/// A line `@@@ demand.csv` begins a file; what follows until the next such line are its bytes and a line feed.
public enum DatasetArchive {
  private static let mark = Array("@@@ ".utf8)

  /// The files one after another, in the order of their names.
  public static func packed(_ files: [String: [UInt8]]) -> [UInt8] {
    var packed: [UInt8] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      packed += mark
      packed += name.utf8
      packed.append(0x0A)
      packed += bytes
      packed.append(0x0A)
    }
    return packed
  }

  /// The files of `bytes`; what stands before the first mark is left out.
  public static func unpacked(_ bytes: [UInt8]) -> [String: [UInt8]] {
    var lines: [String: [ArraySlice<UInt8>]] = [:]
    var name: String?
    let whole = bytes.last == 0x0A ? bytes.dropLast() : bytes[...]
    for line in whole.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        let begun = String(decoding: line.dropFirst(mark.count), as: UTF8.self)
        lines[begun] = []
        name = begun
      } else if let name {
        lines[name]?.append(line)
      }
    }
    return lines.mapValues { Array($0.joined(separator: [0x0A])) }
  }
}
