import Foundation
import SupplyData
import TextFiles

/// The tables of a folder, by key.
struct AnuraFolder {
  /// The tables, in the order of their files' names.
  private(set) var tables: [AnuraTable] = []

  /// Reads every `.csv` of the folder; other files and folders are left alone.
  ///
  /// What is wrong with single files goes to the account.
  ///
  /// - Throws: a fault where the folder itself cannot be read, or holds no table.
  init(_ folder: String, _ account: ImportAccount) throws(Faults) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Faults([
        Fault(
          file: folder, cause: "there is no readable folder of this name",
          cure: "Name the folder that holds the model's CSV tables.")
      ])
    }
    for name in names.sorted() where name.lowercased().hasSuffix(".csv") {
      take(name, in: folder, account)
    }
    guard !tables.isEmpty || account.log.hasErrors else {
      throw Faults([
        Fault(
          file: folder, cause: "there is no CSV table in it",
          cure: "Export the model's tables as CSV, such as Facilities.csv, into this folder.")
      ])
    }
  }

  /// The table of a name; `nil` where the folder has none.
  func table(_ name: String) -> AnuraTable? {
    let key = AnuraKey.of(name)
    return tables.first { $0.key == key }
  }

  /// The rows of a table that are to be included.
  func rows(_ name: String) -> [AnuraRow] { table(name)?.includedRows ?? [] }

  private mutating func take(_ name: String, in folder: String, _ account: ImportAccount) {
    let path = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(name).path
    let bytes: [UInt8]
    do throws(Refusal) {
      bytes = try DatasetSource.bytes(ofFile: path, in: folder)
    } catch {
      return account.log.add(Fault(file: name, cause: error.cause, cure: error.cure))
    }
    let table = AnuraTable(PlacedTable(file: name, bytes: bytes, log: account.log), account)
    if let other = tables.first(where: { $0.key == table.key }) {
      return account.log.add(
        Fault(
          file: name, cause: "it is the same table as \(other.file)",
          cure: "Keep one of the two files."))
    }
    tables.append(table)
  }
}
