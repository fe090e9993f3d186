package import TextFiles
import Yams

/// A YAML file: its text checked, then composed to nodes that know their places.
package struct YamlFile {
  let name: String
  let bytes: [UInt8]
  let log: FaultLog

  /// The most bytes such a file may have: settings are short, and composing them takes many times
  /// their size.
  static let longestFile = 1 << 20
  /// What is said of a longer one.
  static let tooLarge = Refusal(
    cause: "the file has more than 1 MiB", cure: "Keep only settings in it.")

  /// What the file is to say at least, for who finds it empty.
  var example = "name: …"

  /// The file of a name with these bytes, whose faults go into `log`.
  package init(name: String, bytes: [UInt8], log: FaultLog, example: String = "name: …") {
    self.name = name
    self.bytes = bytes
    self.log = log
    self.example = example
  }

  /// The keys of the mapping that the file is; `nil`, and a fault, where it is none.
  package func fields() -> YamlFields? {
    root()?.fields(cure: "Write keys and values, such as '\(example)'.")
  }

  /// The file's outermost node; `nil`, and a fault, where there is none.
  func root() -> YamlNode? {
    guard bytes.count <= Self.longestFile else {
      refuse(nil, Self.tooLarge.cause, Self.tooLarge.cure)
      return nil
    }
    let bytes = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    if let position = UTF8Text.firstFault(in: bytes, from: 0) {
      refuse(position, "a byte is not UTF-8", "Save the file as UTF-8.")
      return nil
    }
    if let found = YamlGuard.firstRefusal(in: bytes) {
      let position = UTF8Text.position(of: found.offset, in: bytes, lineStart: 0, line: 1)
      refuse(position, found.refusal.cause, found.refusal.cure)
      return nil
    }
    let lines = YamlLines(String(decoding: bytes, as: UTF8.self))
    guard let standIns = YamlStandIns(for: lines.text) else {
      refuse(nil, "the file uses every private-use character", "Remove some of them.")
      return nil
    }
    do {
      let text = standIns.replaced(lines.text)
      let root = try Parser(yaml: text, encoding: .utf8).singleRoot()
      guard let root, !YamlNode.isEmpty(root) else {
        refuse(nil, "the file is empty", "Write at least '\(example)'.")
        return nil
      }
      return YamlNode(
        node: try standIns.restored(root), file: name, lines: lines, log: log)
    } catch {
      report(error, lines, standIns)
      return nil
    }
  }

  private func report(_ error: any Error, _ lines: YamlLines, _ standIns: YamlStandIns) {
    if let anchor = error as? YamlStandIns.Anchor {
      let refusal = YamlGuard.anchor
      refuse(anchor.mark.map(lines.position), refusal.cause, refusal.cure)
      return
    }
    let cure = "Correct the YAML there."
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = context.map { " (\($0.text))" } ?? ""
      refuse(lines.position(of: mark), "invalid YAML: \(problem)\(place)", cure)
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map(standIns.restored).sorted().map { quoted($0) }
      refuse(
        lines.position(of: context.mark), "the key \(enumeration(names, "and")) appears twice",
        "Delete one of them.")
    default: refuse(nil, "invalid YAML", "Correct the file.")
    }
  }

  private func refuse(_ position: TextPosition?, _ cause: String, _ cure: String) {
    log.add(name, at: position, cause, cure: cure)
  }
}

/// The lines of a YAML text, to turn the parser's columns, which count Unicode scalars, into
/// characters.
struct YamlLines: Sendable {
  let text: String
  private let lines: [Substring]

  init(_ text: String) {
    self.text = text
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  func position(of mark: Mark) -> TextPosition {
    guard mark.line >= 1, mark.line <= lines.count else {
      return TextPosition(line: mark.line, column: mark.column)
    }
    let before = lines[mark.line - 1].unicodeScalars.prefix(max(0, mark.column - 1))
    return TextPosition(line: mark.line, column: String(Substring(before)).count + 1)
  }
}
