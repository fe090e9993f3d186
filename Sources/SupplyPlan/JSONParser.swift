import SupplyData
import TextFiles

/// Reads JSON (RFC 8259) and says in which line it ends being JSON.
struct JSONParser {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1
  /// Nesting beyond this is no file of ours, and would only use up the stack.
  private static let deepest = 64

  /// A parser of a file's bytes.
  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The one value of the file.
  mutating func document() throws(Faults) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let value = try self.value(depth: 0)
    skipBlanks()
    guard position == bytes.count else {
      throw fault("There is text after the end of the document")
    }
    return value
  }

  private mutating func value(depth: Int) throws(Faults) -> JSONValue {
    skipBlanks()
    guard depth < Self.deepest else { throw fault("The values are nested too deeply") }
    let start = line
    guard let byte = peek() else { throw cutShort() }
    switch byte {
    case UInt8(ascii: "{"): return JSONValue(content: try object(depth: depth), line: start)
    case UInt8(ascii: "["): return JSONValue(content: try array(depth: depth), line: start)
    case UInt8(ascii: "\""): return JSONValue(content: .text(try text()), line: start)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return JSONValue(content: .number(try number()), line: start)
    }
  }

  private mutating func object(depth: Int) throws(Faults) -> JSONValue.Content {
    var members: [(key: String, value: JSONValue)] = []
    var keys: Set<String> = []
    while try goesOn(until: UInt8(ascii: "}"), isFirst: members.isEmpty) {
      skipBlanks()
      guard let byte = peek() else { throw cutShort() }
      guard byte == UInt8(ascii: "\"") else { throw fault("A key in quotes is expected here") }
      let key = try text()
      // Few keys are compared sooner than hashed.
      if members.count == 16 { keys = Set(members.map(\.key)) }
      let isNew =
        members.count < 16 ? !members.contains { $0.key == key } : keys.insert(key).inserted
      guard isNew else { throw fault("The key '\(key)' appears twice") }
      skipBlanks()
      guard let colon = peek() else { throw cutShort() }
      guard colon == UInt8(ascii: ":") else { throw fault("A colon is expected after '\(key)'") }
      position += 1
      members.append((key, try value(depth: depth + 1)))
    }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Faults) -> JSONValue.Content {
    var values: [JSONValue] = []
    while try goesOn(until: UInt8(ascii: "]"), isFirst: values.isEmpty) {
      values.append(try value(depth: depth + 1))
    }
    return .array(values)
  }

  /// Whether another member or element follows; before the first of them stands the opening bracket.
  private mutating func goesOn(until end: UInt8, isFirst: Bool) throws(Faults) -> Bool {
    if isFirst { position += 1 }
    skipBlanks()
    guard let byte = peek() else { throw cutShort() }
    if isFirst, byte != end { return true }
    guard byte == end || byte == UInt8(ascii: ",") else {
      throw fault("A comma or '\(Character(UnicodeScalar(end)))' is expected here")
    }
    position += 1
    return byte != end
  }

  private mutating func word(_ word: String, _ content: JSONValue.Content) throws(Faults)
    -> JSONValue
  {
    guard bytes[position...].starts(with: word.utf8) else {
      if word.utf8.starts(with: bytes[position...]) { throw cutShort() }
      throw fault("This is not a JSON value")
    }
    position += word.utf8.count
    return JSONValue(content: content, line: line)
  }

  private mutating func number() throws(Faults) -> Double {
    let start = position
    while let byte = peek(), !Self.endsNumber(byte) { position += 1 }
    let written = bytes[start..<position]
    guard !written.isEmpty else { throw fault("A value is expected here") }
    guard let number = NumberText.number(written), written.first != UInt8(ascii: "+") else {
      let shown = String(decoding: written.prefix(40), as: UTF8.self)
      throw fault("'\(shown)' is neither a finite number nor any other JSON value")
    }
    return number
  }

  private static func endsNumber(_ byte: UInt8) -> Bool { " \t\r\n,]}:\"{[".utf8.contains(byte) }

  private mutating func text() throws(Faults) -> String {
    position += 1
    var collected: [UInt8] = []
    while let byte = peek() {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: collected, as: UTF8.self) else {
          throw fault("The text is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): try escape(into: &collected)
      case 0..<0x20: throw fault("A text does not end on its line")
      default: collected.append(byte)
      }
    }
    throw cutShort()
  }

  private mutating func escape(into collected: inout [UInt8]) throws(Faults) {
    guard let byte = peek() else { throw cutShort() }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): collected.append(byte)
    case UInt8(ascii: "b"): collected.append(0x08)
    case UInt8(ascii: "f"): collected.append(0x0C)
    case UInt8(ascii: "n"): collected.append(0x0A)
    case UInt8(ascii: "r"): collected.append(0x0D)
    case UInt8(ascii: "t"): collected.append(0x09)
    case UInt8(ascii: "u"): collected.append(contentsOf: String(try scalar()).utf8)
    default: throw fault("A backslash stands before '\(Character(UnicodeScalar(byte)))'")
    }
  }

  private mutating func scalar() throws(Faults) -> Character {
    var code = try codeUnit()
    // Above U+FFFF a character takes two escapes, the surrogates of UTF-16.
    if (0xD800..<0xDC00).contains(code) {
      guard bytes[position...].starts(with: "\\u".utf8) else {
        throw fault("Half of a character is escaped")
      }
      position += 2
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low) else { throw fault("Half of a character is escaped") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = UnicodeScalar(code) else { throw fault("Half of a character is escaped") }
    return Character(scalar)
  }

  private mutating func codeUnit() throws(Faults) -> UInt32 {
    guard position + 4 <= bytes.count else { throw cutShort() }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit), let code = UInt32(digits, radix: 16) else {
      throw fault("An escape '\\u' is not followed by four hexadecimal digits")
    }
    position += 4
    return code
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default: return
      }
      position += 1
    }
  }

  private func cutShort() -> Faults { fault("The file is truncated") }

  private func fault(_ cause: String) -> Faults {
    Faults([
      Fault(
        file: file, line: line, cause: cause,
        cure: "Write the file again, or restore it from the run that made it.")
    ])
  }
}
