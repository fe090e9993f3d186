/// Makes a JSON value of what can be encoded: keys in their order and in snake case, what there is none of as `null`.
final class JSONValueEncoder: Encoder, SingleValueEncodingContainer {
  private var content = JSONValue.Content.null
  /// The members of an object and the elements of a list, as long as they are being encoded.
  private var members: [(key: any CodingKey, value: JSONValueEncoder)] = []
  private var elements: [JSONValueEncoder] = []

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// What was encoded.
  var json: JSONValue {
    close()
    return JSONValue(content: content)
  }

  private func close() {
    if !elements.isEmpty { content = .array(elements.map(\.json)) }
    if !members.isEmpty {
      content = .object(
        members.compactMap { key, value in
          let value = value.json
          let isLeftOut = value.isNothing && ((key as? any SparseKey)?.leavesOut(value) ?? false)
          return isLeftOut ? nil : (key.stringValue.snakeCase, value)
        })
    }
    (members, elements) = ([], [])
  }

  fileprivate func member(_ key: any CodingKey) -> JSONValueEncoder {
    let encoder = JSONValueEncoder()
    members.append((key, encoder))
    return encoder
  }
  fileprivate func element() -> JSONValueEncoder {
    let encoder = JSONValueEncoder()
    elements.append(encoder)
    return encoder
  }
  fileprivate var count: Int { elements.count }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    content = .object([])
    return KeyedEncodingContainer(JSONObjectEncoding(object: self))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    content = .array([])
    return JSONListEncoding(list: self)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { content = .null }
  func encode(_ value: Bool) { content = .bool(value) }
  func encode(_ value: String) { content = .text(value) }
  func encode(_ value: some Encodable & BinaryFloatingPoint) { content = .number(Double(value)) }
  func encode(_ value: some Encodable & BinaryInteger) { content = .number(Double(value)) }
  func encode(_ value: some Encodable) throws {
    try value.encode(to: self)
    close()
  }
}

private struct JSONObjectEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let object: JSONValueEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { object.member(key).encodeNil() }
  func encode(_ value: Bool, forKey key: Key) { object.member(key).encode(value) }
  func encode(_ value: String, forKey key: Key) { object.member(key).encode(value) }
  func encode(_ value: Double, forKey key: Key) { object.member(key).encode(value) }
  func encode(_ value: Int, forKey key: Key) { object.member(key).encode(value) }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try object.member(key).encode(value)
  }
  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
    try encode(value, forKey: key)
  }
  // Those that the standard library would else leave out.
  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try encode(value, forKey: key) }
  func encodeIfPresent(_ value: String?, forKey key: Key) throws { try encode(value, forKey: key) }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try encode(value, forKey: key) }
  func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try encode(value, forKey: key) }

  func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  { object.member(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    object.member(key).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { object }
  func superEncoder(forKey key: Key) -> any Encoder { object.member(key) }
}

private struct JSONListEncoding: UnkeyedEncodingContainer {
  let list: JSONValueEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int { list.count }

  func encodeNil() { list.element().encodeNil() }
  func encode(_ value: some Encodable) throws { try list.element().encode(value) }
  func nestedContainer<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    list.element().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    list.element().unkeyedContainer()
  }
  func superEncoder() -> any Encoder { list.element() }
}
