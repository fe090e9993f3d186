/// The members of an object, by their keys.
struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let object: JSONValueDecoder
  let members: [(key: String, value: JSONValue)]

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { value(key) != nil }
  func decodeNil(forKey key: Key) -> Bool { value(key)?.isNull ?? true }

  func decode(_ type: Bool.Type, forKey key: Key) -> Bool { member(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) -> String { member(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) -> Double { member(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) -> Int { member(key).decode(type) }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try member(key).decode(type)
  }

  func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key)
    -> KeyedDecodingContainer<Nested>
  { member(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
    member(key).unkeyedContainer()
  }
  func superDecoder() -> any Decoder { object }
  func superDecoder(forKey key: Key) -> any Decoder { member(key) }

  /// What stands at a key, or what a file means that lacks it.
  private func value(_ key: Key) -> JSONValue? {
    let name = key.stringValue.snakeCase
    let found = members.first { $0.key == name }?.value
    if let found, !found.isNull { return found }
    switch presence(key) {
    case .always: return found
    // A number that is `null` is none.
    case .late(.number(let meant)): return found ?? JSONValue(content: .number(meant))
    case .late(let meant): return JSONValue(content: meant)
    case .unlessZero: return found ?? JSONValue(content: .number(0))
    case .unlessNull, .unlessEmpty: return nil
    }
  }

  private func member(_ key: Key) -> JSONValueDecoder {
    let value = value(key)
    if value == nil, case .always = presence(key) {
      object.note(".\(key.stringValue.snakeCase)", cure: "Add it, or write the file again.") {
        "The key \($0) is missing"
      }
    }
    return object.child(value, ".\(key.stringValue.snakeCase)")
  }

  private func presence(_ key: Key) -> KeyPresence { (key as? any SparseKey)?.presence ?? .always }
}

/// The elements of a list, in their order.
struct JSONElements: UnkeyedDecodingContainer {
  let list: JSONValueDecoder
  let elements: [JSONValue]
  var currentIndex = 0

  var codingPath: [any CodingKey] { [] }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex == elements.count }

  mutating func decodeNil() -> Bool {
    let isNull = !isAtEnd && elements[currentIndex].isNull
    if isNull { currentIndex += 1 }
    return isNull
  }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().decode(type)
  }
  mutating func nestedContainer<Key>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    next().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer {
    next().unkeyedContainer()
  }
  mutating func superDecoder() -> any Decoder { next() }

  private mutating func next() -> JSONValueDecoder {
    defer { currentIndex += 1 }
    let index = currentIndex
    return list.child(isAtEnd ? nil : elements[index], "[\(index)]")
  }
}
