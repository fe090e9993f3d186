import Foundation
public import TextFiles

extension DatasetSource {
  /// The most bytes a file may have: 128 MiB.
  ///
  /// The largest networks that can be solved are far smaller; a file beyond it is not a table of a
  /// plan.
  public static let largestFile = 128 << 20

  /// Reads `plan.yaml` and the tables of a folder into memory; other files and folders are left
  /// alone.
  ///
  /// What is wrong with single files is kept for ``Dataset/reading(_:)`` to report with all other
  /// faults.
  ///
  /// - Throws: a single fault where the folder itself cannot be read.
  public init(folder: String) throws(Faults) {
    self.init(files: [:])
    let manager = FileManager.default
    var isFolder = ObjCBool(false)
    guard manager.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw Faults([
        Fault(
          file: folder, cause: "there is no such folder",
          cure: "Name the folder that holds plan.yaml and the tables.")
      ])
    }
    guard isFolder.boolValue else {
      throw Faults([
        Fault(
          file: folder, cause: "this is a file, but a dataset is a folder",
          cure: "Name the folder that holds plan.yaml and the tables.")
      ])
    }
    let names: [String]
    do {
      names = try manager.contentsOfDirectory(atPath: folder)
    } catch {
      throw Faults([
        Fault(
          file: folder, cause: "the folder cannot be read", cure: "Check its permissions.")
      ])
    }
    for name in names.sorted() where Self.isMeant(name) { take(name, in: folder) }
  }

  /// Whether a file of that name is the dataset's business: `plan.yaml` and everything called a
  /// table.
  private static func isMeant(_ name: String) -> Bool {
    name == SettingsReader.file || name.lowercased().hasSuffix(".csv")
  }

  private mutating func take(_ name: String, in folder: String) {
    let path = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(name).path
    guard Self.isKnown(name) else {
      // Its name alone is wrong, so it is not loaded; a folder that is called so is left alone.
      var isFolder = ObjCBool(false)
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = [] }
      return
    }
    do throws(Refusal) {
      files[name] = try Self.bytes(ofFile: path, in: folder)
    } catch {
      faults.append(Fault(file: name, cause: error.cause, cure: error.cure))
    }
  }

  /// Whether it is the name of a file that a dataset may have.
  static func isKnown(_ name: String) -> Bool {
    name == SettingsReader.file || TableSchema.all.contains { $0.file == name }
  }

  /// The bytes of a regular file in `folder`, at most ``largestFile`` of them.
  ///
  /// - Throws: why there are none: it lies elsewhere, is too large, cannot be read.
  package static func bytes(ofFile path: String, in folder: String) throws(Refusal) -> [UInt8] {
    try RegularFile.bytes(
      at: path, in: folder, most: largestFile,
      tooLarge: Refusal(
        cause: "the file is larger than 128 MiB", cure: "Split the problem, or leave out rows."))
  }
}
