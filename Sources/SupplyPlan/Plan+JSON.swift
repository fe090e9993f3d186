import SupplyData
import TextFiles

/// `plan.json` as a JSON value.
extension Plan: JSONDocument {
  static let schema = "shorewise/plan/1"
  package static let file = "plan.json"

  /// The text of its `plan.json`.
  public var jsonText: String { json.prettyText }

  /// The document. Where there is no plan, nothing costs 0: it has no cost.
  var json: JSONValue {
    var document = document
    if cost == nil { document["costs"] = JSONValue(content: .null) }
    return document
  }

  /// The plan of a document, still without its tables, as far as it can be read; `nil` where it is no plan at all.
  static func parse(_ bytes: [UInt8], log: FileFaults) throws(Faults) -> Plan? {
    var parser = JSONParser(bytes, file: log.file)
    var document = try parser.document()
    if document["cost"]?.isNull != false, document["costs"]?.isNull != false {
      let none = CostLines.lines.map { (key: $0.name, value: JSONValue(content: .number(0))) }
      document["costs"] = JSONValue(content: .object(none))
    }
    return Plan(document, log: log)
  }
}
