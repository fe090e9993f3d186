public import TextFiles

/// A dataset's files after patches, and what the patches changed.
///
/// ```swift
/// let library = VariantLibrary(folder: "datasets/ev-battery")
/// for member in try library.members() {
///   let patched = try DatasetSource(folder: "datasets/ev-battery").patched(by: member.patches)
///   print(member.name, patched.source.sha256, patched.changes.count)
/// }
/// ```
public struct PatchedDataset: Sendable {
  /// A row that is not what it was.
  public struct Change: Sendable, Equatable {
    /// The table's file.
    public var file: String
    /// The row's line in the file of the dataset; 0 for a new row.
    public var line: Int
    /// The columns, in the order of the table.
    public var columns: [String]
    /// The cells before; `nil` for a new row.
    public var old: [String]?
    /// The cells after; `nil` for a deleted row.
    public var new: [String]?

    /// The cells of a row as a table has them.
    public static func record(_ cells: [String]) -> String { csvRecord(cells) }
  }

  /// The files: those without a change byte for byte as they were.
  public let source: DatasetSource
  /// The rows that differ, by file and line, new rows last.
  public let changes: [Change]

  /// What a line of a patched file comes from.
  private enum Origin {
    case file(line: Int)
    case patch(Patch.Place)
  }
  private let origins: [String: [Int: Origin]]

  init(_ source: DatasetSource, tables: [String: EditableTable]) {
    var patched = source
    var changes: [Change] = []
    var origins: [String: [Int: Origin]] = [:]
    for table in tables.values.sorted(by: { $0.file < $1.file }) where table.isChanged {
      changes += table.rows.filter(\.isChanged).map { row in
        var old = row.original
        if let known = old {
          old = known + [String](repeating: "", count: table.columns.count - known.count)
        }
        return Change(
          file: table.file, line: row.line, columns: table.columns, old: old,
          new: row.isDeleted ? nil : row.cells)
      }
      let result = Self.written(table, source)
      patched.files[table.file] = result.bytes
      origins[table.file] = result.origins
    }
    self.source = patched
    self.changes = changes
    self.origins = origins
  }

  private static func written(_ table: EditableTable, _ source: DatasetSource) -> (
    bytes: [UInt8], origins: [Int: Origin]
  ) {
    var origins: [Int: Origin] = [:]
    if table.file == SettingsReader.file {
      let result = SettingsTable.written(table, over: source.files[table.file] ?? [])
      let lines = result.bytes.count { $0 == 0x0A } + 1
      for line in 1...lines {
        if let original = result.originalLine[line] {
          origins[line] = .file(line: original)
        } else if let place = table.rows.first?.place {
          origins[line] = .patch(place)
        }
      }
      return (result.bytes, origins)
    }
    let result = table.written()
    if let place = table.headerPlace { origins[1] = .patch(place) }
    for (line, index) in result.rowOfLine {
      let row = table.rows[index]
      origins[line] = row.place.map(Origin.patch) ?? .file(line: row.line)
    }
    return (result.bytes, origins)
  }

  /// Reads the patched files and checks every rule, as those of any dataset.
  ///
  /// - Throws: all that is against the rules, told where it is to be cured.
  public func reading() throws(Faults) -> DatasetReading {
    do throws(Faults) {
      var reading = try Dataset.reading(source)
      reading.warnings = Faults(reading.warnings.map(relocated)).all
      return reading
    } catch {
      throw Faults(error.all.map(relocated))
    }
  }

  /// The fault of the patched dataset, told where it is to be cured: in the patch that brought it, or
  /// in the line that the row has in the dataset's own file.
  public func relocated(_ fault: Fault) -> Fault {
    guard let origin = origins[fault.file]?[fault.line] else { return fault }
    var fault = fault
    switch origin {
    case .file(let line): fault.line = line
    case .patch(let place):
      fault.cause = "\(fault.file) becomes invalid: \(fault.cause)"
      fault.file = place.file
      fault.line = place.line
      fault.column = place.column
    }
    return fault
  }
}

extension DatasetSource {
  /// The files with the patches applied, one after the other; what is wrong with the result is for
  /// ``Dataset/reading(_:)`` to find.
  ///
  /// - Throws: every patch that cannot be applied, or would change nothing.
  public func patched(by patches: [Patch]) throws(Faults) -> PatchedDataset {
    let run = PatchRun(self)
    for patch in patches { run.apply(patch) }
    return try run.finish()
  }
}
