import DatasetWriting
import Findings
import Foundation
import SupplyData
import TestDatasets
import TextFiles

@testable import AnuraImport

/// What became of a model.
struct Imported {
  let files: [String: String]
  let record: ImportRecord

  /// The dataset; faults are errors of the test.
  func dataset() throws -> Dataset { try reading().dataset }

  func reading() throws -> DatasetReading {
    try Dataset.reading(DatasetSource(files: files.mapValues { Array($0.utf8) }))
  }

  /// The rows of a table as text, without its header.
  func rows(_ table: String) -> [String] {
    files["\(table).csv", default: ""].split(separator: "\n").dropFirst().map(String.init)
  }

  /// The account's entries as `kind table.column rows`.
  func entries(_ kind: ImportRecord.Entry.Kind) -> [String] {
    record.entries.filter { $0.kind == kind }.map {
      "\($0.table)\($0.column.map { ".\($0)" } ?? "") \($0.rows)"
    }
  }
}

extension TestAnuraModel {
  /// Imports the model from a folder of its own.
  func imported(country: String? = nil, shortageCost: Double? = nil) throws -> Imported {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-anura-\(UUID().uuidString)/pumps")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try write(to: folder.path)
    let result = try AnuraImport(
      folder: folder.path, country: country, shortageCost: shortageCost
    ).run()
    return Imported(
      files: Dictionary(uniqueKeysWithValues: result.draft.files.map { ($0.path, $0.text) }),
      record: result.record)
  }

  /// The faults that its import ends with.
  func faults() throws -> [String] {
    do {
      _ = try imported()
      return []
    } catch let faults as Faults {
      return faults.all.map(\.description)
    }
  }
}
