import DatasetWriting
import Foundation
import Starter
@testable import SupplyData
import Testing

/// The files of the starter against what the reader knows.
@Suite struct StarterDatasetTests {
  private static let files = Dictionary(
    uniqueKeysWithValues: StarterDataset.files(title: "starter").map { ($0.path, $0.text) })

  /// The part of the README on `file`, from its heading to the next.
  private static func section(_ file: String) -> String? {
    let parts = files["README.md"]?.components(separatedBy: "\n### ")
    return parts?.first { $0.hasPrefix(file) }?.components(separatedBy: "\n## ").first
  }

  /// Tables that a first model does without.
  private static let later: Set = [
    "escalation", "handling", "contracts", "clusters", "rules_of_origin", "drawback", "quotas",
    "returns", "coproducts",
  ]
  /// Columns that a first model does without.
  private static let laterColumns: Set = [
    "available_from", "deviation", "period of tariffs", "unit_rate", "claim", "exempt", "limit",
  ]

  private static func isLater(_ column: String, of table: String) -> Bool {
    laterColumns.contains(column) || laterColumns.contains("\(column) of \(table)")
  }

  @Test(arguments: TableSchema.all.map(\.name).filter { !later.contains($0) })
  func `a table has every column of a first model, and the README explains each`(_ name: String)
    throws
  {
    let schema = try #require(TableSchema.all.first { $0.name == name })
    let columns = schema.columns.filter { !Self.isLater($0, of: name) }
    let lines = try #require(Self.files[schema.file]).split(separator: "\n")
    #expect(lines.first == Substring(columns.joined(separator: ",")))
    #expect(lines.count > 1, "no row")
    let section = try #require(Self.section(schema.file))
    #expect(section.split(separator: "\n")[0].hasSuffix("(optional)") != schema.isRequired)
    let explained = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .flatMap { row in
        row.split(separator: "|")[0].split(separator: "`").filter { $0.contains(/[a-z]/) }
      }
    #expect(explained.map(String.init) == columns)
  }

  @Test(arguments: TableSchema.all.map(\.name))
  func `the README names what a first model does without`(_ name: String) throws {
    let schema = try #require(TableSchema.all.first { $0.name == name })
    let section = try #require(
      Self.files["README.md"]?.components(separatedBy: "\n## When you need more\n").last)
    if Self.later.contains(name) { #expect(section.contains("`\(schema.file)`")) }
    for column in schema.columns where !Self.later.contains(name) && Self.isLater(column, of: name)
    {
      #expect(section.contains("`\(name).\(column)`"))
    }
  }

  @Test func `no file is missing or idle`() {
    let tables = Set(
      TableSchema.all.filter { !Self.later.contains($0.name) }.map(\.file))
    #expect(Set(Self.files.keys.filter { $0.hasSuffix(".csv") }) == tables)
  }

  @Test(arguments: SettingsReader.keys)
  func `plan.yaml has every key, in use or as a comment`(_ key: String) throws {
    let lines = try #require(Self.files["plan.yaml"]).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("\(key):") || $0.hasPrefix("# \(key):") })
  }

  @Test func `lines are not too long for a terminal`() throws {
    for path in ["plan.yaml", "variants/dearer-imports.yaml"] {
      for line in try #require(Self.files[path]).split(separator: "\n") {
        #expect(line.count <= 120, "\(path): \(line)")
      }
    }
  }

  /// Whatever a folder may be called, `name` says just that.
  @Test(arguments: [
    "pumps", "My network", "true", "null", "2027", "- a", "*", "&a", "a: b", "a # b", "'", "\"",
    "\\", "\\n", "{a", "[", "%", "@", "`", "a\u{85}b", "a\u{2028}b", "a\u{FEFF}b", "a\u{200D}b",
    "Ł🧵é", "e\u{301}", "!tag", "|", ">", "?", "NAME", " a ", "\u{7F}", "\u{E000}", "$1\\1",
  ])
  func `the title is read as it was given`(_ title: String) throws {
    let files = StarterDataset.files(title: title).filter { !$0.path.contains("/") }
      .filter { !$0.path.hasSuffix(".md") }
    let source = DatasetSource(
      files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) }))
    let reading = try Dataset.reading(source)
    #expect(Array(reading.dataset.settings.name.unicodeScalars) == Array(title.unicodeScalars))
    #expect(reading.warnings.isEmpty)
  }
}
