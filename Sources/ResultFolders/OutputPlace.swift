import Foundation
import SupplyPlan
package import TextFiles

/// Where something is to be written, as the file system sees it.
package struct OutputPlace {
  /// What the user named: the place itself, or the file in it.
  package let name: String
  /// The whole path, without links, `.` and `..`; the last parts of it need not be there.
  package let resolved: String

  /// - Parameters:
  ///   - path: the folder or file.
  ///   - file: what the user named, where that is something in the folder.
  package init(_ path: String, file: String? = nil) {
    name = file ?? path
    resolved = Self.resolve(path)
  }

  /// Refuses a place that is the folder of a dataset or lies in one.
  ///
  /// - Throws: a fault that names the dataset.
  package func refuseDatasets() throws(Faults) {
    guard let dataset else { return }
    let isItself = dataset == resolved
    throw Faults([
      Fault(
        file: name,
        cause: isItself
          ? "it is the folder of a dataset: it holds a plan.yaml"
          : "it is inside the folder of a dataset, '\(dataset)'",
        cure: "Choose another folder, such as a new one beside the dataset; nothing was written.")
    ])
  }

  /// The nearest folder, here or above, that is a dataset's.
  private var dataset: String? {
    var folder = resolved
    while true {
      if Self.isDataset(folder) { return folder }
      if folder == "/" || folder.isEmpty { return nil }
      folder = (folder as NSString).deletingLastPathComponent
    }
  }

  /// Whether a folder is a dataset's.
  package static func isDataset(_ folder: String) -> Bool {
    // Also a link that leads nowhere: what it led to may come back.
    var status = stat()
    return lstat(WholeFile.join(folder, "plan.yaml"), &status) == 0
  }

  private static func resolve(_ path: String) -> String {
    let whole =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var place = "/"
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." {
        place = (place as NSString).deletingLastPathComponent
        continue
      }
      let next = WholeFile.join(place, String(part))
      place = realPath(next) ?? next
    }
    return place
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
