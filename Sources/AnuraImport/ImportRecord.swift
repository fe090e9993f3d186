public import Findings

/// What became of a model of another program that was made a dataset: how many rows were read of each table, and what of
/// them is not in the dataset, or in another form.
public struct ImportRecord: Finding {
  /// The format.
  public static let schema = "shorewise/import/1"
  /// The name of its files.
  public static let name = "import"
  /// The command that writes it.
  public static let command = "import anura"

  /// A table that was read.
  public struct Table: Codable, Equatable, Sendable {
    /// The name of its file, without `.csv`.
    public var table: String
    /// Its rows.
    public var rows: Int
    /// Those of them that its status, or that of something it names, excludes.
    public var excluded: Int
  }

  /// Something that is not in the dataset as it was in the model.
  public struct Entry: Codable, Equatable, Sendable {
    /// What became of it.
    public enum Kind: String, Codable, Equatable, Sendable, CaseIterable {
      /// It has no counterpart and is not in the dataset.
      case leftOut = "left_out"
      /// It is in the dataset in another form.
      case approximated
      /// It was not said, and a value was chosen.
      case assumed

      /// Its place in the account: what is missing comes first.
      public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What became of it.
    public var kind: Kind
    /// The table.
    public var table: String
    /// The column; absent where it is whole rows.
    public var column: String?
    /// How many rows are affected; 0 where it is said by no row.
    public var rows: Int
    /// Why, or what was chosen.
    public var reason: String
  }

  /// The format of the model: `anura`.
  public var source: String
  /// The title of the dataset.
  public var title: String
  /// The tables, in the order of their names.
  public var tablesRead: [Table]
  /// The entries: what was left out, what was approximated, what was assumed.
  public var entries: [Entry]

  /// The entries, and the tables that were read.
  public var tables: [Findings.Table] {
    [
      Findings.Table(
        "import-entries", columns: ["kind", "table", "column", "rows", "reason"],
        rows: entries.map { entry in
          [
            .text(entry.kind.rawValue), .text(entry.table), .init(entry.column),
            .number(Double(entry.rows)), .text(entry.reason),
          ]
        }),
      Findings.Table(
        "import-tables", columns: ["table", "rows", "excluded"],
        rows: tablesRead.map {
          [.text($0.table), .number(Double($0.rows)), .number(Double($0.excluded))]
        }),
    ]
  }
}
