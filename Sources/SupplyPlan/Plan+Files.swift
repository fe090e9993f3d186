import Foundation
import SupplyData
public import TextFiles

extension Plan {
  /// Writes `plan.json`, `flows.csv`, `production.csv` and `draws.csv` into `folder`, which is made where it
  /// is missing; and `uses.csv` where it has rows.
  ///
  /// `plan.json` is the head of the ``FileSet``: where it stands, its tables stand beside it.
  ///
  /// - Throws: What cannot be written, and numbers that are not finite; then no file is touched.
  public func write(to folder: String) throws(Faults) {
    var files = FileSet()
    do { try add(to: &files) } catch { throw Faults(error.all.map { $0.located(in: folder) }) }
    try files.write(to: folder)
  }

  /// The names of the files of a plan.
  public static let files = [flowsFile, productionFile, drawsFile, usesFile, file]

  /// Adds the files of the plan to others.
  ///
  /// - Parameter folder: where they are to be, seen from the folder of all.
  /// - Throws: Numbers that are not finite.
  public func add(to files: inout FileSet, in folder: String = "") throws(Faults) {
    let document = json
    var faults = document.nonFiniteFaults(file: WholeFile.join(folder, Self.file))
    faults += nonFiniteRows.prefix(100).map { file, row in
      Fault(
        file: WholeFile.join(folder, file), line: row + 2,
        cause: "A number of this row is not finite",
        cure: "Please report this as a bug: a plan must hold only finite numbers.")
    }
    if !faults.isEmpty { throw Faults(faults) }
    files.add(flowsText, path: WholeFile.join(folder, Self.flowsFile))
    files.add(productionText, path: WholeFile.join(folder, Self.productionFile))
    files.add(drawsText, path: WholeFile.join(folder, Self.drawsFile))
    let usesPath = WholeFile.join(folder, Self.usesFile)
    if uses.isEmpty { files.remove(usesPath) } else { files.add(usesText, path: usesPath) }
    files.add(document.prettyText, path: WholeFile.join(folder, Self.file), isHead: true)
  }

  /// Reads the plan at `path`: a folder that ``write(to:)`` filled, or the `plan.json` in it.
  ///
  /// What is read has the right shape; whether it is true is for the plan checker to say.
  ///
  /// - Throws: All that is missing or malformed in any of its files, with file, line, cause and cure.
  public static func read(from path: String) throws(Faults) -> Plan {
    let (folder, file) = WholeFile.locate(Self.file, at: path)
    let log = FileFaults(file: file)
    guard var plan = try parse(try bytes(of: file), log: log) else { throw Faults(log.faults) }

    var faults = log.faults
    plan.flows = table(flowsFile, in: folder, &faults, Plan.flows)
    plan.production = table(productionFile, in: folder, &faults, Plan.production)
    plan.draws = table(drawsFile, in: folder, &faults, Plan.draws)
    if FileManager.default.fileExists(atPath: WholeFile.join(folder, usesFile)) {
      plan.uses = table(usesFile, in: folder, &faults, Plan.uses)
    }
    if !faults.isEmpty { throw Faults(faults) }
    return plan
  }

  /// Reads the `plan.json` at `path` alone; the plan is without the rows of its tables.
  ///
  /// - Throws: All that is missing or malformed in it, with line, cause and cure.
  public static func readDocument(at path: String) throws(Faults) -> Plan {
    try readDocument(try bytes(of: path), file: path)
  }

  /// Reads the bytes of a `plan.json` that is called `file` in messages; the plan is without the rows of its
  /// tables.
  ///
  /// - Throws: All that is missing or malformed in it, with line, cause and cure.
  public static func readDocument(_ bytes: [UInt8], file: String) throws(Faults) -> Plan {
    let log = FileFaults(file: file)
    let plan = try parse(bytes, log: log)
    guard let plan, log.faults.isEmpty else { throw Faults(log.faults) }
    return plan
  }

  private static func bytes(of file: String) throws(Faults) -> [UInt8] {
    try WholeFile.read(
      file, cure: "Name a folder with a plan.json, as written by `shorewise plan -o`.")
  }

  private static func table<Row>(
    _ name: String, in folder: String, _ faults: inout [Fault],
    _ read: ([UInt8], FileFaults) -> [Row]
  ) -> [Row] {
    let path = WholeFile.join(folder, name)
    do {
      let bytes = try WholeFile.read(
        path, cure: "Keep plan.json together with its tables, or make the plan again.")
      let log = FileFaults(file: path)
      let rows = read(bytes, log)
      faults += log.faults
      return rows
    } catch {
      faults += error.all
      return []
    }
  }
}
