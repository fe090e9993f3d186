import Foundation
import TextFiles
import Wording

/// Says what a command has written, once it stands in its folder.
enum Written {
  /// - Parameters:
  ///   - files: names in the folder that the command may have written; what is not there is not told. Of folders the name ends in `/`.
  ///   - tables: whether tables go with them.
  ///   - folder: the folder.
  ///   - json: whether the result was printed as JSON, which nothing may stand behind.
  static func tell(_ files: [String], tables: Bool = false, in folder: String, json: Bool) {
    guard !json else { return }
    let there = files.filter {
      FileManager.default.fileExists(atPath: WholeFile.join(folder, $0))
    }
    guard let first = there.first else { return }
    let names = [first] + (tables ? ["its tables"] : []) + there.dropFirst()
    StandardOutput.tell("wrote \(names.listed()) to \(folder)")
  }
}
