import Foundation
import Report
import SupplyPlan
import TextFiles

extension SourceFiles {
  /// Those of an output folder, of the plans in it, and of the copy of the dataset, wherever that stands.
  init(reportOf folder: String, dataset: String) {
    let inputs = Self.path(of: dataset, from: folder)
    let points = Self.names(in: WholeFile.join(folder, "points")).map { "points/\($0)" }
    var paths: Set<String> = []
    for place in ["", inputs] + ComparatorNetwork.allCases.map(\.objective) + points {
      for name in Self.names(in: WholeFile.join(folder, place)) {
        paths.insert(place.isEmpty ? name : "\(place)/\(name)")
      }
    }
    self.init(paths: paths, inputs: inputs)
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// The path of a folder seen from another: `inputs`, or `../../inputs` from a point of a frontier.
  private static func path(of folder: String, from start: String) -> String {
    let goal = URL(fileURLWithPath: folder).standardizedFileURL.pathComponents
    let own = URL(fileURLWithPath: start).standardizedFileURL.pathComponents
    let shared = zip(goal, own).prefix { $0 == $1 }.count
    return (own.dropFirst(shared).map { _ in ".." } + goal.dropFirst(shared)).joined(
      separator: "/")
  }
}
