import Foundation

/// What a reader of a page may meet: the text between tags, and attributes that are read out or shown.
///
/// It goes byte by byte, as pages are long and tests are not optimised.
enum ShownTexts {
  /// The texts with letters, each once.
  static func of(_ page: String) -> Set<String> {
    let bytes = Array(page.utf8)
    var found: Set<String> = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        add(bytes[place..<end], to: &found)
        place = end
        continue
      }
      let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
      let name = bytes[(place + 1)...end].prefix { (97...122).contains($0) }
      if !plain.contains(where: { name.elementsEqual($0) }) {
        for value in attributes(String(decoding: bytes[place...end], as: UTF8.self)) {
          found.insert(unescaped(value))
        }
      }
      place = end + 1
      if let closing = silent.first(where: { name.elementsEqual($0.utf8) }) {
        let tag = Array("</\(closing)>".utf8)
        while place < bytes.count, !bytes[place...].starts(with: tag) { place += 1 }
      }
    }
    return found
  }

  /// Elements whose attributes say nothing, and there are many of them.
  private static let plain = ["path", "rect", "text", "circle", "use", "td", "tr", "g", "title"]
    .map { Array($0.utf8) }

  /// Elements whose content is not shown, or is a file’s.
  private static let silent = ["style", "script", "pre", "template"]

  private static func attributes(_ tag: String) -> [String] {
    ["aria-label", "aria-valuetext", "data-label", "placeholder", "alt"].compactMap { name in
      guard let start = tag.range(of: name + "=\"") else { return nil }
      return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }
  }

  private static func add(_ bytes: ArraySlice<UInt8>, to found: inout Set<String>) {
    if bytes.contains(where: { (65...90).contains($0) || (97...122).contains($0) || $0 > 127 }) {
      found.insert(unescaped(String(decoding: bytes, as: UTF8.self)))
    }
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return entities.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
