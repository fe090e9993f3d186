import SupplyData
public import TextFiles

extension FrontierRecord: JSONDocument {
  static let schema = "shorewise/frontier/1"
  static let file = "frontier.json"

  /// The text of its `frontier.json`.
  public var jsonText: String { document.prettyText }

  /// Writes `frontier.json` into `folder`, which is made where it is missing.
  ///
  /// - Throws: What cannot be written, and numbers that are not finite; then no file is touched.
  public func write(to folder: String) throws(Faults) {
    var files = FileSet()
    do { try add(to: &files) } catch { throw Faults(error.all.map { $0.located(in: folder) }) }
    try files.write(to: folder)
  }

  /// Adds `frontier.json` to other files, whose head it is.
  ///
  /// - Throws: Numbers that are not finite.
  public func add(to files: inout FileSet) throws(Faults) {
    let document = document
    let faults = document.nonFiniteFaults(file: Self.file)
    if !faults.isEmpty { throw Faults(faults) }
    files.add(document.prettyText, path: Self.file, isHead: true)
  }

  /// Reads the frontier at `path`: a folder with a `frontier.json`, or the file itself.
  ///
  /// - Throws: All that is missing or malformed, with file, line, cause and cure.
  public static func read(from path: String) throws(Faults) -> FrontierRecord {
    let file = WholeFile.locate(Self.file, at: path).file
    let bytes = try WholeFile.read(
      file, cure: "Name a folder with a frontier.json, as written by `shorewise frontier -o`.")
    let log = FileFaults(file: file)
    var parser = JSONParser(bytes, file: file)
    let record = FrontierRecord(try parser.document(), log: log)
    guard let record, log.faults.isEmpty else { throw Faults(log.faults) }
    return record
  }
}
