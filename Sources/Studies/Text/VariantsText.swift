import Foundation
import SupplyData
import SupplyPlan
import TextFiles
import Wording

extension VariantsStudy.Listing {
  /// The variants, in lines for a reader.
  public var text: String {
    if variants.isEmpty { return "no variants" }
    return variants.map { variant, members in
      let heading = "\(variant.name): \(Text.line(variant.description))"
      guard variant.sweep != nil else { return heading }
      return ([heading] + members.map { "  \($0.name)" }).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The variants, as JSON.
  public var json: String {
    prettyJSON([
      "variants": variants.map { variant, members in
        ListedVariant(
          name: variant.name, description: variant.description, file: variant.file,
          based_on: variant.bases.map(\.member), sweep: variant.sweep != nil,
          members: members.map {
            ListedMember(
              name: $0.name,
              values: Dictionary(
                $0.values.map { ($0.axis, $0.value) }, uniquingKeysWith: { first, _ in first }))
          })
      }
    ])
  }
}

private struct ListedVariant: Encodable {
  var name: String
  var description: String
  var file: String
  var based_on: [String]
  var sweep: Bool
  var members: [ListedMember]
}

private struct ListedMember: Encodable {
  var name: String
  var values: [String: String]
}

extension VariantsStudy.Difference {
  /// The rows that differ, in lines for a reader: `-` before the old row, `+` before the new one.
  public var text: String {
    var lines = member.map { ["\($0.name): \(Text.line($0.description))"] } ?? []
    lines += sets.map { "--set \($0)" }
    var file = ""
    for change in changes {
      if change.file != file {
        file = change.file
        if file != "plan.yaml" { lines += ["", file, "  \(Self.row(change.columns))"] }
        if file == "plan.yaml" { lines += ["", file] }
      }
      if file == "plan.yaml" {
        lines += Self.settings(change)
      } else {
        if let old = change.old { lines.append("- \(Self.row(old))") }
        if let new = change.new { lines.append("+ \(Self.row(new))") }
      }
    }
    if changes.isEmpty { lines.append("no row differs") }
    return lines.joined(separator: "\n")
  }

  /// Settings are one row of many columns, so only those that differ are shown.
  private static func settings(_ change: PatchedDataset.Change) -> [String] {
    let (old, new) = (change.old ?? [], change.new ?? [])
    return change.columns.indices.filter { old[$0] != new[$0] }.flatMap { index in
      let column = change.columns[index]
      return (old[index].isEmpty ? [] : ["- \(column): \(old[index])"])
        + (new[index].isEmpty ? [] : ["+ \(column): \(new[index])"])
    }
  }

  /// A row in one line: a cell may hold line ends.
  private static func row(_ cells: [String]) -> String {
    Text.line(PatchedDataset.Change.record(cells))
  }

  /// The rows that differ, as JSON; a row is an object by column.
  public var json: String {
    func object(_ change: PatchedDataset.Change, _ cells: [String]?) -> [String: String]? {
      cells.map {
        Dictionary(zip(change.columns, $0), uniquingKeysWith: { first, _ in first })
      }
    }
    return prettyJSON(
      ShownMember(
        name: member?.name, variant: member?.variant, description: member?.description,
        sets: sets, sha256: sha256,
        values: Dictionary(
          (member?.values ?? []).map { ($0.axis, $0.value) },
          uniquingKeysWith: { first, _ in first }),
        rows: changes.map {
          ShownRow(
            file: $0.file, line: $0.line == 0 ? nil : $0.line, old: object($0, $0.old),
            new: object($0, $0.new))
        }))
  }
}

private struct ShownMember: Encodable {
  var name: String?
  var variant: String?
  var description: String?
  var sets: [String]
  var sha256: String
  var values: [String: String]
  var rows: [ShownRow]
}

private struct ShownRow: Encodable {
  var file: String
  var line: Int?
  var old: [String: String]?
  var new: [String: String]?
}
