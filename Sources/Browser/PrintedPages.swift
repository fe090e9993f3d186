public import Foundation

/// On which pages of a PDF the places stand that its links lead to, as Chromium writes it: a table of objects, none of them packed.
///
/// It reads no more than it needs, and answers nothing where a file is built otherwise.
public struct PrintedPages {
  private let bytes: [UInt8]
  /// Where each object starts, by its number.
  private let offsets: [Int]

  /// The numbers of the pages, from 1, by the anchors that links lead to; empty where the file is not understood.
  ///
  /// - Parameter pdf: a whole file, as ``Page/pdf(_:)`` answers it.
  public static func numbers(in pdf: Data) -> [String: Int] {
    guard let reader = PrintedPages([UInt8](pdf)), let root = reader.root else { return [:] }
    return reader.numbers(root: root)
  }

  private init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    // The last bytes say where the table is: a line for each object, of 20 bytes.
    let end = String(decoding: bytes.suffix(64), as: UTF8.self)
    guard let place = end.range(of: "startxref"),
      let start = Self.integers(in: end[place.upperBound...]).first, bytes.indices.contains(start)
    else { return nil }
    let head = String(decoding: bytes[start...].prefix(40), as: UTF8.self)
    let lines = head.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 2, lines[0] == "xref", let count = Self.integers(in: lines[1]).last else {
      return nil
    }
    let first = start + lines[0].utf8.count + lines[1].utf8.count + 2
    guard count > 0, count <= bytes.count / 20, first + 20 * count <= bytes.count else {
      return nil
    }
    offsets = (0..<count).map { index in
      let line = bytes[first + 20 * index..<first + 20 * index + 10]
      return Int(String(decoding: line, as: UTF8.self)) ?? 0
    }
  }

  private static func integers(in text: some StringProtocol) -> [Int] {
    text.split { !$0.isNumber }.compactMap { Int($0) }
  }

  /// The number of the object that all hangs on.
  private var root: Int? {
    let tail = String(decoding: bytes.suffix(1024), as: UTF8.self)
    return tail.range(of: "/Root ").flatMap { Self.integers(in: tail[$0.upperBound...]).first }
  }

  /// What an object says, without a stream that it may hold.
  private func object(_ number: Int) -> Substring? {
    guard offsets.indices.contains(number), bytes.indices.contains(offsets[number]) else {
      return nil
    }
    let rest = bytes[offsets[number]...]
    let end = Array("endobj".utf8)
    var place = rest.startIndex
    while place + end.count <= rest.endIndex, !rest[place...].starts(with: end) { place += 1 }
    let text = String(decoding: rest[..<place], as: UTF8.self)
    return text.prefix(upTo: text.range(of: "stream\n")?.lowerBound ?? text.endIndex)
  }

  /// The object that another one names under `key`.
  private func reference(_ key: String, in text: Substring) -> Int? {
    text.range(of: "/\(key) ").flatMap {
      Self.integers(in: text[$0.upperBound...].prefix(20)).first
    }
  }

  private func numbers(root: Int) -> [String: Int] {
    guard let catalogue = object(root), let tree = reference("Pages", in: catalogue),
      let places = reference("Dests", in: catalogue).flatMap(object)
    else { return [:] }
    var order: [Int: Int] = [:]
    for (index, page) in pages(tree, depth: 0).enumerated() { order[page] = index + 1 }
    // `/name [12 0 R /XYZ 0 841 0]`, a line each.
    var numbers: [String: Int] = [:]
    for entry in places.split(separator: "]") {
      guard let bracket = entry.lastIndex(of: "["),
        let slash = entry[..<bracket].lastIndex(of: "/"),
        let page = Self.integers(in: entry[bracket...].prefix(16)).first, let number = order[page]
      else { continue }
      let name = entry[entry.index(after: slash)..<bracket]
      numbers[Self.plain(name.split(separator: " ").first ?? "")] = number
    }
    return numbers
  }

  /// The pages below a node of the tree of pages, in order.
  private func pages(_ node: Int, depth: Int) -> [Int] {
    guard depth < 16, let text = object(node) else { return [] }
    guard let start = text.range(of: "/Kids ["),
      let end = text[start.upperBound...].firstIndex(of: "]")
    else { return [node] }
    let numbers = Self.integers(in: text[start.upperBound..<end])
    return stride(from: 0, to: numbers.count, by: 2).flatMap {
      pages(numbers[$0], depth: depth + 1)
    }
  }

  /// A name with its signs back: `#2d` is a hyphen.
  private static func plain(_ name: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "#"), rest.count > 1,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
