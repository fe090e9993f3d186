public import Foundation

/// An instance of the literature, in a file that whoever measures has fetched: none is part of this package.
public struct LiteratureInstance: Sendable, Equatable {
  /// Of what it is an instance, by the word of `shorewise import`.
  public enum Format: String, Sendable {
    /// Capacitated warehouse location of the OR-Library.
    case orlib
    /// Two-stage capacitated facility location.
    case tscflp
  }

  /// A name for tables.
  public var name: String
  /// The file.
  public var file: URL
  /// How it is read.
  public var format: Format
  /// What the word `capacity` in the file stands for.
  public var capacity: Int?

  /// The large instances that Shorewise is measured on: the OR-Library's `capa` to `capc` with four capacities each (Beasley 1988,
  /// doi:10.1016/0377-2217(88)90222-0), and PSC1-C1 to C5 of two stages (Fernandes and others 2014,
  /// doi:10.1016/j.cie.2014.05.023).
  ///
  /// - Parameter folder: where the files are, by these names with `.txt` or without, in capital letters or small ones.
  /// - Returns: those whose files are there, and the names of those whose files are not.
  public static func all(in folder: URL) -> (found: [LiteratureInstance], missing: [String]) {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var found: [LiteratureInstance] = []
    var missing: [String] = []
    for (name, format, capacities) in known {
      let names = [name.lowercased(), "\(name.lowercased()).txt"]
      guard let file = files.sorted().first(where: { names.contains($0.lowercased()) }) else {
        missing.append(name)
        continue
      }
      found += capacities.map { capacity in
        LiteratureInstance(
          name: capacity.map { "\(name)-\($0)" } ?? name,
          file: folder.appendingPathComponent(file), format: format, capacity: capacity)
      }
    }
    return (found, missing)
  }

  private static var known: [(name: String, format: Format, capacities: [Int?])] {
    [
      ("capa", .orlib, [8000, 10000, 12000, 14000]), ("capb", .orlib, [5000, 6000, 7000, 8000]),
      ("capc", .orlib, [5000, 5750, 6500, 7250]),
    ] + (1...5).map { ("PSC1-C\($0)", .tscflp, [nil]) }
  }

  /// The words with which Shorewise makes a dataset of it.
  func importing(to folder: URL) -> [String] {
    ["import", format.rawValue, file.path]
      + (capacity.map { ["--capacity", "\($0)"] } ?? []) + ["-o", folder.path]
  }
}
