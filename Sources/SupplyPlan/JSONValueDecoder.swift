import TextFiles

/// Decodes a value of a JSON document, and goes on past what is wrong with it, so that one reading tells all.
///
/// What is missing or of another kind is noted; what is handed back for it stands only until the log is thrown. Keys of
/// the document are the coding keys in snake case, see ``SparseKey`` for those that may be missing.
final class JSONValueDecoder: Decoder, SingleValueDecodingContainer {
  /// The value; `nil` where that there is none, or none of the right kind, has been told: from there on nothing is said.
  let value: JSONValue?
  private let log: FileFaults
  /// The way to the value in the document, such as `.points[2].cost`; empty for the document itself.
  private let path: () -> String

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// A decoder of a document.
  init(_ value: JSONValue?, log: FileFaults, path: @escaping () -> String = { "" }) {
    self.value = value
    self.log = log
    self.path = path
  }

  /// A decoder of a value in this one.
  func child(_ value: JSONValue?, _ step: @autoclosure @escaping () -> String) -> JSONValueDecoder {
    JSONValueDecoder(value, log: log) { [path] in path() + step() }
  }

  /// Notes something wrong, in the line of the value.
  ///
  /// - Parameter step: the way to what is meant, from the value.
  func note(_ step: String = "", cure: String, _ cause: (_ place: String) -> String) {
    guard let value else { return }
    let path = path() + step
    log.note(
      line: value.line, cause(path.isEmpty ? "The document" : "'\(path.trimmingPrefix("."))'"),
      cure: cure)
  }

  private func refuse(_ found: String? = nil, wanted kind: String, cure: String? = nil) {
    note(cure: cure ?? "Put \(kind) here, or write the file again.") {
      "\($0) is \(found ?? value?.kind ?? ""), not \(kind)"
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    if case .object(let members)? = value?.content {
      return KeyedDecodingContainer(JSONMembers(object: self, members: members))
    }
    refuse(wanted: "an object", cure: "Put an object { … } with its keys here.")
    return KeyedDecodingContainer(JSONMembers(object: child(nil, ""), members: []))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    if case .array(let elements)? = value?.content {
      return JSONElements(list: self, elements: elements)
    }
    refuse(wanted: "a list")
    return JSONElements(list: self, elements: [])
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { value?.isNull ?? true }

  func decode(_ type: Bool.Type) -> Bool {
    if case .bool(let value)? = value?.content { return value }
    refuse(wanted: "a truth value")
    return false
  }

  func decode(_ type: String.Type) -> String {
    if case .text(let text)? = value?.content { return text }
    refuse(wanted: "a text")
    return ""
  }

  func decode<Number: Decodable & BinaryFloatingPoint>(_ type: Number.Type) -> Number {
    if case .number(let number)? = value?.content { return Number(number) }
    refuse(wanted: "a number")
    return 0
  }

  func decode<Number: Decodable & BinaryInteger>(_ type: Number.Type) -> Number {
    let number = decode(Double.self)
    if let whole = Number(exactly: number) { return whole }
    refuse(NumberText.text(number), wanted: "a whole number", cure: "Put a whole number here.")
    return 0
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    do {
      if let words = type as? any Word.Type, let word = try word(words) as? Value { return word }
      return try Value(from: self)
    } catch let misfit as Misfit where value != nil {
      note(cure: misfit.cure) { "\($0) \(misfit.cause)" }
      return try child(nil, "").decode(type)
    }
  }

  private func word<W: Word>(_ type: W.Type) throws -> W? {
    let text = decode(String.self)
    if let word = W(rawValue: text) { return word }
    guard case .text? = value?.content else { return W.allCases.first }
    let words = W.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    throw Misfit(cause: "is '\(text)'", cure: "Put one of \(words) here.")
  }
}

/// One of a few words, as a text.
protocol Word: RawRepresentable, CaseIterable, Decodable where RawValue == String {}
extension Plan.Termination: Word {}
extension Plan.Proof: Word {}
extension PlacementClass: Word {}
extension FrontierRecord.Termination: Word {}

/// Why a value of the right kind is refused all the same; it is thrown by `init(from:)`.
struct Misfit: Error {
  /// What is wrong, to be read after the value's place, such as `leads out of the folder`.
  var cause: String
  /// What to do about it.
  var cure: String
}
