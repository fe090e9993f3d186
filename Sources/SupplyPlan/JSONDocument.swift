import SupplyData
import TextFiles

/// A value that is a file of its own, with its schema before all else.
protocol JSONDocument: Codable {
  /// Name and version of the format.
  static var schema: String { get }
}

extension JSONDocument {
  /// The document.
  var document: JSONValue {
    let encoder = JSONValueEncoder()
    do {
      var container = encoder.container(keyedBy: SchemaKey.self)
      try container.encode(Self.schema, forKey: .schema)
      try encode(to: encoder)
    } catch {
      preconditionFailure("texts, numbers and rows of them can be encoded: \(error)")
    }
    return encoder.json
  }

  /// What a document says, as far as it can be read; `nil` where it is of another schema.
  init?(_ document: JSONValue, log: FileFaults) {
    let decoder = JSONValueDecoder(document, log: log)
    let found = try? decoder.container(keyedBy: SchemaKey.self).decode(String.self, forKey: .schema)
    guard found == Self.schema else {
      // The keys of another format would only mislead.
      if let value = document["schema"] {
        log.note(
          line: value.line, "The schema is '\(found ?? "")', not '\(Self.schema)'",
          cure: "Name a file written by this version, or write it again with this version.")
      }
      return nil
    }
    guard let value = try? decoder.decode(Self.self) else { return nil }
    self = value
  }
}

private enum SchemaKey: CodingKey { case schema }
