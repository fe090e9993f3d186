public import Foundation

/// Files that belong together, such as a plan with its tables: all are written, or none.
///
/// Each goes to another name in its folder first and is seen to the disk. Then the heads, such as `plan.json`, are taken
/// away; the new files get their names, the heads last. Whoever is cut off at any moment leaves the old files, the new
/// ones, or files without their head, which no command takes for a result: a head never stands beside tables of another
/// run.
public struct FileSet: Sendable {
  private struct File: Sendable {
    var path: String
    var bytes: Data
    var isHead: Bool
  }

  private var files: [File] = []
  private var obsolete: [String] = []
  private var obsoleteHeads: [String] = []

  /// No files.
  public init() {}

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - path: where it is to be, seen from the folder of all.
  ///   - isHead: whether it is the one that others are read by. Heads get their names in the order they were added.
  public mutating func add(_ bytes: Data, path: String, isHead: Bool = false) {
    files.append(File(path: path, bytes: bytes, isHead: isHead))
  }

  /// Adds a file of text.
  public mutating func add(_ text: String, path: String, isHead: Bool = false) {
    add(Data(text.utf8), path: path, isHead: isHead)
  }

  /// Takes a file of an earlier run away, where it is there and no file of the set has its name.
  ///
  /// - Parameter isHead: whether it could be read by itself: then it goes before all others.
  public mutating func remove(_ path: String, isHead: Bool = false) {
    if isHead { obsoleteHeads.append(path) } else { obsolete.append(path) }
  }

  /// Writes the files into `folder`; folders are made where they are missing.
  ///
  /// - Throws: a fault that says what cannot be written. Where that is for want of room, the old files stand as they were.
  public func write(to folder: String) throws(Faults) {
    let places = files.map { WholeFile.join(folder, $0.path) }
    let partials = places.map { place in
      let above = DurableFile.above(place)
      let name = place.split(separator: "/").last.map(String.init) ?? place
      return WholeFile.join(above, ".\(name).\(UUID().uuidString).part")
    }
    var left = Set(partials)
    // What could not be finished must not lie about.
    defer { for path in left { unlink(path) } }
    for index in files.indices {
      try guarded(places[index]) { () throws(DurableFile.Refusal) in
        try DurableFile.makeFolder(DurableFile.above(places[index]))
        try DurableFile.make(partials[index], files[index].bytes)
      }
    }
    try takeOldAway(folder, places)
    let (heads, bodies) = (
      files.indices.filter { files[$0].isHead }, files.indices.filter { !files[$0].isHead }
    )
    for index in bodies + heads {
      // A head must not reach the disk before its tables.
      if index == heads.first { sync(bodies.map { places[$0] }) }
      try guarded(places[index]) { () throws(DurableFile.Refusal) in
        try DurableFile.rename(partials[index], to: places[index])
      }
      left.remove(partials[index])
    }
    sync(heads.isEmpty ? places : heads.map { places[$0] })
    // The folders of what was taken away go where nothing is left in them: one that is not empty stays.
    for path in obsolete { rmdir(DurableFile.above(WholeFile.join(folder, path))) }
  }

  /// Removes the heads that will be replaced, and what is obsolete. A file that is alone is replaced at once.
  private func takeOldAway(_ folder: String, _ places: [String]) throws(Faults) {
    let new = Set(places)
    func old(_ paths: [String]) -> [String] {
      paths.map { WholeFile.join(folder, $0) }.filter { !new.contains($0) }
    }
    let replaced = files.indices.filter { files[$0].isHead && files.count > 1 }.map { places[$0] }
    let gone = old(obsoleteHeads) + replaced + old(obsolete)
    for path in gone {
      try guarded(path) { () throws(DurableFile.Refusal) in try DurableFile.remove(path) }
    }
    sync(gone)
  }

  private func sync(_ paths: [String]) {
    for folder in Set(paths.map(DurableFile.above)) { DurableFile.syncFolder(folder) }
  }

  private func guarded(_ path: String, _ work: () throws(DurableFile.Refusal) -> Void)
    throws(Faults)
  {
    do { try work() } catch {
      throw Faults([
        Fault(
          file: path, cause: "The file cannot be written (\(error.reason))",
          cure: "Choose a writable folder with enough space.")
      ])
    }
  }
}
