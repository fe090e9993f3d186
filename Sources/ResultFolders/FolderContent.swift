import Certificate
import FigureDrawing
import Findings
import Foundation
import Report
import SupplyData
import SupplyPlan
package import TextFiles

/// What lies in a folder that results are to be written to: nothing, results of an earlier run, or something else.
///
/// A name alone proves little, for datasets have a `production.csv` and others have reports, too. So the folder has to hold
/// something that shows by its content that Shorewise wrote it, and nothing whose name no result has.
package struct FolderContent {
  /// What something in the folder says of it.
  private enum Evidence {
    /// A solve or an analysis wrote here.
    case result
    /// Something was made here of a result.
    case product
    /// It may be a result's, where another thing shows that the folder is.
    case fits
    /// It is no result's.
    case other
  }

  private let path: String
  private let names: [String]

  /// - Parameter path: the folder; one that does not exist holds nothing.
  package init(_ path: String) {
    self.path = path
    // Without these that file managers leave everywhere.
    let unasked: Set = [".DS_Store", "Thumbs.db", "desktop.ini"]
    names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      .filter { !unasked.contains($0) }
  }

  /// Refuses a folder that holds anything but results.
  ///
  /// - Throws: a fault that names what else there is.
  package func refuseOthers() throws(Faults) {
    if let name = names.first(where: isLinkToFolder) { throw link(name) }
    let shown = names.map(evidence)
    let others = zip(names, shown).filter { $0.1 == .other }.map(\.0)
    if let other = others.first(where: isDataset) ?? others.first { throw refusal(other) }
    if shown.contains(.result) { return }
    // A copy of a dataset is one only beside the result that was made of it.
    if names.contains(LoadedDataset.inputsFolder) { throw refusal(LoadedDataset.inputsFolder) }
    if shown.contains(.product) { return }
    if let first = names.first { throw refusal(first) }
  }

  /// Refuses a folder in which something of these names is not what a result would have there.
  ///
  /// - Throws: a fault that names it.
  package func refuseOthers(among asked: [String]) throws(Faults) {
    for name in names where asked.contains(name) {
      if isLinkToFolder(name) { throw link(name) }
      if evidence(of: name) == .other { throw refusal(name) }
    }
  }

  // MARK: Evidence

  private func evidence(of name: String) -> Evidence {
    let place = WholeFile.join(path, name)
    if isFolder(place) { return evidence(ofFolder: name, at: place) }
    func shown(_ isShown: Bool, _ evidence: Evidence) -> Evidence { isShown ? evidence : .other }
    switch name {
    case "plan.json", "frontier.json", BundleFile.run, BundleFile.catalogue:
      return shown(OwnMarks.isDocument(place), .result)
    case _ where FindingCatalogue.files.contains(name):
      return shown(OwnMarks.isDocument(place), .result)
    case _ where Plan.tableColumns[name] != nil:
      let isTable = Plan.tableColumns[name].map { OwnMarks.isTable(place, of: $0) } ?? false
      return shown(isTable, .result)
    case "report.html", "comparison.html": return shown(OwnMarks.isPage(place), .product)
    case "report.pdf", "comparison.pdf": return shown(OwnMarks.isPrintedPage(place), .product)
    case "report.md": return shown(OwnMarks.isTextReport(place), .product)
    case "network.geojson": return shown(OwnMarks.isMap(place), .product)
    case "network-design.mps", "network-design.lp", "network-design.dat":
      return shown(OwnMarks.isProgram(place), .product)
    case "README.md": return shown(OwnMarks.isTablesReadme(place), .product)
    case BundleFile.readme, BundleFile.log, BundleFile.changes, BundleFile.verdict,
      BundleFile.verdictText, BundleFile.sums, BoundCertificate.file, ReportStyle.file:
      return .fits
    case _ where OwnMarks.isRemnant(name): return .result
    case _ where isTable(name) || isLogo(name): return .fits
    default: return .other
    }
  }

  private func evidence(ofFolder name: String, at place: String) -> Evidence {
    let content = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    switch name {
    case LoadedDataset.inputsFolder:
      return content.contains(where: OwnMarks.isRemnant) ? .result : .fits
    case "points", "alternatives":
      return content.contains { holdsPlan(WholeFile.join(place, $0)) } ? .result : .fits
    case _ where ComparatorNetwork(objective: name) != nil:
      return holdsPlan(place) ? .result : .fits
    case SVGReportWriter.folder:
      return content.contains { OwnMarks.isFigure(WholeFile.join(place, $0)) } ? .product : .fits
    case CSVReportWriter.folder:
      return content.contains { $0.hasPrefix("figure-") && $0.hasSuffix(".csv") }
        ? .product : .fits
    case BundleFile.program: return .fits
    default: return .other
    }
  }

  private func holdsPlan(_ folder: String) -> Bool {
    let content = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return OwnMarks.isDocument(WholeFile.join(folder, "plan.json"))
      || content.contains(where: OwnMarks.isRemnant)
      || Plan.tableColumns.contains {
        OwnMarks.isTable(WholeFile.join(folder, $0.key), of: $0.value)
      }
  }

  /// Whether it is called like a table of a finding, or is one that the folder's own `README.md` explains.
  private func isTable(_ name: String) -> Bool {
    guard name.hasSuffix(".csv") else { return false }
    let stem = String(name.dropLast(4))
    if FindingCatalogue.kinds.contains(where: {
      stem == $0.name || stem.hasPrefix($0.name + "_") || stem.hasPrefix($0.name + "-")
    }) {
      return true
    }
    let readme = WholeFile.join(path, "README.md")
    guard OwnMarks.isTablesReadme(readme),
      let text = try? String(contentsOfFile: readme, encoding: .utf8)
    else { return false }
    return text.contains("\n## \(name)\n")
  }

  /// Whether it is a picture beside a `report.yaml`.
  private func isLogo(_ name: String) -> Bool {
    names.contains(ReportStyle.file)
      && [".png", ".jpg", ".jpeg", ".svg"].contains { name.lowercased().hasSuffix($0) }
  }

  private func isDataset(_ name: String) -> Bool {
    OutputPlace.isDataset(WholeFile.join(path, name))
  }

  private func isFolder(_ place: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func isLinkToFolder(_ name: String) -> Bool {
    let place = WholeFile.join(path, name)
    var status = stat()
    return isFolder(place) && lstat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  // MARK: Words

  private func refusal(_ name: String) -> Faults {
    let cause =
      isDataset(name)
      ? "it contains the folder of a dataset, '\(name)'"
      : "it holds '\(name)', which is not a result of Shorewise"
    return Faults([
      Fault(
        file: path, cause: cause,
        cure: """
          Choose a new or an empty folder, or one with results alone; nothing that is there is overwritten.
          """)
    ])
  }

  private func link(_ name: String) -> Faults {
    Faults([
      Fault(
        file: path, cause: "'\(name)' in it is a link to another folder",
        cure: "Choose another folder, or remove the link; its target is never overwritten.")
    ])
  }
}
