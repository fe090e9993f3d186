public import DatasetWriting
import Foundation
public import TextFiles

/// Makes a dataset of a model of Cosmic Frog: a folder of CSV tables of its public schema Anura.
///
/// ```swift
/// let imported = try AnuraImport(folder: "model").run()
/// for entry in imported.record.entries where entry.kind == .leftOut { print(entry.reason) }
/// ```
///
/// What every table becomes stands in the article of this target.
public struct AnuraImport: Sendable {
  /// What the tables do not say.
  struct Options: Sendable {
    /// The country of places that name none.
    var country: CountryTable.Entry
    /// Money a unit not delivered, where the model has neither price nor penalty.
    var shortageCost: Double?
  }

  /// A dataset, and the account of how it came about.
  public struct Result: Sendable {
    /// The dataset.
    public var draft: DatasetDraft
    /// What was read, left out, approximated and assumed.
    public var record: ImportRecord
  }

  private let folder: String
  private let options: Options

  /// - Parameters:
  ///   - folder: the folder of the model's tables.
  ///   - country: name or code of the country of places that name none; `nil` for the United States.
  ///   - shortageCost: money a unit not delivered where the model has neither price nor penalty;
  ///     `nil` for ten times what a unit costs at the dearest.
  /// - Throws: a fault where there is no such country.
  public init(folder: String, country: String? = nil, shortageCost: Double? = nil) throws(Faults) {
    let name = country ?? "US"
    guard let entry = CountryTable.country(name) else {
      throw Faults([
        Fault(
          file: "--country", cause: "there is no country '\(name)'",
          cure: UnknownName.cure(for: name, among: CountryTable.names))
      ])
    }
    self.folder = folder
    options = Options(country: entry, shortageCost: shortageCost)
  }

  /// Reads the model.
  ///
  /// - Throws: everything in it that cannot be read, at once; files are named within the folder.
  public func run() throws(Faults) -> Result {
    let account = ImportAccount()
    let tables = try AnuraFolder(folder, account)
    let model = ModelReader(tables, account, options)
    model.read()
    if account.log.hasErrors { throw Faults(account.log.all()) }
    let info = tables.rows("ModelInfo").first
    let url = URL(fileURLWithPath: folder).standardizedFileURL
    let title = info?.text("ModelName") ?? url.lastPathComponent
    let draft = DraftWriter(model, title: title).draft()
    // The last parts are read while writing, so that only now all is known.
    for table in tables.tables { account.addUnused(of: table) }
    if account.log.hasErrors { throw Faults(account.log.all()) }
    let record = ImportRecord(
      source: "anura", title: title,
      tablesRead: tables.tables.map { table in
        .init(
          table: table.name, rows: table.count,
          excluded: table.fates.filter { $0 == .excluded }.count)
      },
      entries: account.entries)
    return Result(draft: draft, record: record)
  }
}
