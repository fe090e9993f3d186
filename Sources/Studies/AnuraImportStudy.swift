public import AnuraImport
import DatasetWriting
import Findings
import ResultFolders
import SupplyPlan
public import TextFiles

/// Makes a dataset of a folder of Anura tables.
public struct AnuraImportStudy: Sendable {
  /// What was made.
  public struct Finding: Sendable {
    /// The account.
    public var record: ImportRecord
    /// What the dataset's own check warns of.
    public var warnings: [Fault]
    fileprivate var files: [DatasetFile]
  }

  /// The folder of the model's tables.
  public var folder: String
  /// Name or code of the country of places that name none; `nil` for the United States.
  public var country: String?
  /// Money a unit not delivered where the model gives neither price nor penalty; `nil` for one that
  /// is worked out.
  public var shortageCost: Double?

  /// - Parameters:
  ///   - folder: the folder of the model's tables.
  ///   - country: name or code of the country of places that name none.
  ///   - shortageCost: money a unit not delivered where the model has neither price nor penalty.
  public init(folder: String, country: String? = nil, shortageCost: Double? = nil) {
    self.folder = folder
    self.country = country
    self.shortageCost = shortageCost
  }

  /// Why a name or code is no country's; `nil` where it is.
  public static func objection(to country: String) -> String? {
    do throws(Faults) {
      _ = try AnuraImport(folder: "", country: country)
      return nil
    } catch {
      return error.all.map { "\($0.cause). \($0.cure)" }.first
    }
  }

  /// Whether a dataset can be written to a folder: it must be new or empty.
  ///
  /// - Throws: a fault where it is not.
  public static func prepare(_ output: String) throws(Faults) {
    try DatasetFolder(output).refuseContent()
  }

  /// Reads the model, and the dataset made of it as any other.
  ///
  /// - Throws: all that is wrong with the tables, named with their folder; or what is wrong with the
  ///   dataset, named as in it, where the tables are in order and what they say is not.
  public func run() throws(Faults) -> Finding {
    let imported: AnuraImport.Result
    do throws(Faults) {
      imported = try AnuraImport(folder: folder, country: country, shortageCost: shortageCost).run()
    } catch {
      throw Faults(error.all.map { $0.located(in: folder) })
    }
    let tables = imported.draft.files.filter { $0.path != Self.account }
    do throws(Faults) {
      let loaded = try LoadedDataset(files: tables)
      let notes = ImportText(imported.record)
      return Finding(
        record: imported.record, warnings: loaded.warnings,
        files: tables + [
          DatasetFile(path: ImportRecord.file, text: imported.record.jsonText),
          DatasetFile(path: Self.account, text: notes.markdown),
        ])
    } catch {
      throw Faults(
        error.all.map { fault in
          var fault = fault
          fault.cause = "in the resulting dataset, \(fault.cause)"
          return fault
        })
    }
  }

  /// Writes the dataset, all of it or nothing, with the account beside its tables.
  ///
  /// - Throws: what cannot be written.
  public func write(_ finding: Finding, to output: String) throws(Faults) {
    try DatasetFolder(output).write(finding.files)
  }

  private static let account = "IMPORT.md"
}
