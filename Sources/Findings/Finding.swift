import Foundation
import SupplyData
import SupplyPlan
public import TextFiles

/// What an analysis found: it is printed, written beside plans as JSON and tables, and read again for the report.
///
/// Keys of the JSON are the names of the properties in snake case; `schema` stands before them. Numbers are finite:
/// what has no figure is absent.
public protocol Finding: Codable, Equatable, Sendable {
  /// Name and version of the format, such as `shorewise/stress/1`.
  static var schema: String { get }
  /// The name of its files without their endings: `stress` for `stress.json`.
  static var name: String { get }
  /// The command that writes it: by its name, unless it says otherwise.
  static var command: String { get }
  /// What it holds, as tables for other programs.
  var tables: [Table] { get }
}

extension Finding {
  /// The command of the same name.
  public static var command: String { name }

  /// The name of the JSON file.
  public static var file: String { "\(name).json" }

  /// The finding as the text of its JSON file.
  public var jsonText: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    guard let data = try? encoder.encode(Document(finding: self)) else {
      preconditionFailure("a finding holds finite numbers only")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// Writes the tables and the JSON file, their head, into `folder`.
  ///
  /// - Throws: what cannot be written.
  public func write(to folder: String) throws(Faults) {
    var files = FileSet()
    add(to: &files)
    try files.write(to: folder)
  }

  /// Adds them to other files.
  public func add(to files: inout FileSet) {
    for table in tables { files.add(table.csv, path: "\(table.name).csv") }
    files.add(jsonText, path: Self.file, isHead: true)
  }

  /// Reads the finding in `folder`; `nil` where there is none.
  ///
  /// - Throws: a fault where the file is not what this version writes.
  public static func read(from folder: String) throws(Faults) -> Self? {
    let path = WholeFile.join(folder, file)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let data: Data
    do throws(Refusal) {
      data = Data(try RegularFile.bytes(at: path))
    } catch {
      throw Faults([Fault(file: path, cause: error.cause, cure: error.cure)])
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(Document<Self>.self, from: data).finding
    } catch {
      throw Faults([
        Fault(
          file: path, cause: "it is not a file of the format \(schema)",
          cure: "Run `shorewise \(command)` with -o again, or delete the file.")
      ])
    }
  }
}

/// A finding with its schema before it.
private struct Document<Content: Finding>: Codable {
  let finding: Content

  private enum Key: String, CodingKey { case schema }

  init(finding: Content) { self.finding = finding }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == Content.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container, debugDescription: "another schema")
    }
    finding = try Content(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Content.schema, forKey: .schema)
    try finding.encode(to: encoder)
  }
}
