/// Keys of an object in files of which some lack some of them.
protocol SparseKey: CodingKey, Hashable {
  /// The keys that do not stand in every file.
  static var sparse: [Self: KeyPresence] { get }
}

extension SparseKey {
  var presence: KeyPresence { Self.sparse[self] ?? .always }

  /// Whether the key is left out with a value that is nothing.
  func leavesOut(_ nothing: JSONValue) -> Bool {
    switch presence {
    case .always, .late: false
    case .unlessNull: nothing.isNull
    case .unlessEmpty, .unlessZero: !nothing.isNull
    }
  }
}

/// Whether a key stands in every file.
enum KeyPresence: Sendable {
  /// It does.
  case always
  /// It is always written, but older files lack it and mean this.
  case late(JSONValue.Content)
  /// It is left out where it would be `null`.
  case unlessNull
  /// It is left out where it would be `false` or an empty list.
  case unlessEmpty
  /// It is left out where it would be 0.
  case unlessZero
}

extension String {
  /// The name of a property as a key of a document: `salesAtRisk` is `sales_at_risk`.
  var snakeCase: String {
    let isUpper: (UInt8) -> Bool = { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    guard utf8.contains(where: isUpper) else { return self }
    return String(
      decoding: utf8.flatMap { isUpper($0) ? [UInt8(ascii: "_"), $0 | 0x20] : [$0] },
      as: UTF8.self)
  }
}
