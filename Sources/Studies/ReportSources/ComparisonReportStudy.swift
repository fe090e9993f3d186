import Browser
import Comparison
import FigureDrawing
import Foundation
import Report
import SupplyData
import SupplyPlan
import TextFiles

/// The report of several outputs, or of stores of runs, side by side.
struct ComparisonReportStudy {
  /// Output folders and stores, in the order in which they are shown.
  let sources: [String]
  let formats: [ReportFormat]
  let paper: PaperSize
  let style: ReportStyle

  /// What a comparison may be written as.
  static let formats: [ReportFormat] = [.html, .pdf]
  /// What the page is called, without its ending.
  static let name = "comparison"

  /// Writes the page, and returns the paths of the files.
  ///
  /// - Throws: faults of all sources; a fault where they cannot be compared.
  func write(to output: String) throws(Faults) -> [String] {
    let printer = formats.contains(.pdf) ? try PDFReportWriter(paper: paper) : nil
    let report = try report()
    let page: String
    do {
      page = try report.render()
    } catch let faults as Faults {
      throw faults
    } catch {
      throw Faults([
        Fault(
          file: sources[0], cause: "no report can be made (\(error))",
          cure: "Please report this bug.")
      ])
    }
    var paths: [String] = []
    for format in formats {
      if format == .html {
        try WholeFile.write(page, name: "\(Self.name).html", folder: output)
        paths.append(WholeFile.join(output, "\(Self.name).html"))
      } else if let printer {
        paths.append(try printer.write(page, name: "\(Self.name).pdf", to: output))
      }
    }
    return paths
  }

  private func report() throws(Faults) -> ComparisonReport {
    var report = ComparisonReport(style: style)
    var faults: [Fault] = []
    for (source, name) in zip(sources, Self.names(of: sources)) {
      do throws(Faults) {
        if Self.isFolder(source) {
          let reading = try OutputReader(folder: source, name: name).read()
          report.outputs += [reading.output].compactMap(\.self)
          report.regrets += [reading.regret].compactMap(\.self)
        } else {
          let store = try StorePath.open(source)
          report.stores.append(ComparedStore(name: name, store: store))
          report.regrets += try StoreRegrets(store: store, name: name).regrets()
        }
      } catch {
        faults += error.all
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return report
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Names that tell paths apart: as much of each one's end as it takes.
  static func names(of paths: [String]) -> [String] {
    let parts = paths.map { path in
      URL(fileURLWithPath: path).standardizedFileURL.pathComponents.filter { $0 != "/" }
    }
    let longest = parts.map(\.count).max() ?? 0
    for count in 1...max(longest, 1) {
      let names = parts.map { $0.suffix(count).joined(separator: "/") }
      if Set(names).count == names.count { return names }
    }
    // The same path twice.
    return paths.enumerated().map { "\($1) (\($0 + 1))" }
  }
}
