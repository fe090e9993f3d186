import Foundation
import TestDatasets

/// A temporary folder with a dataset in `data`, removed with the test.
final class Folder {
  let path: String

  init(_ dataset: TestDataset? = nil) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("studies-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try dataset?.write(to: data)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var data: String { path + "/data" }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }
}

extension TestDataset {
  /// The base case with a strike at its plant, a second plant that may be opened, and stock at the customer.
  static let withStrike = TestDataset()
    .replacing("plan.yaml", "name: strike\nrisk: {measure: expected}\n")
    .adding("facilities", "second,BB,plant,candidate,1500,600")
    .adding("capacity", "second,line,40,0,2,200,50")
    .adding("production", "second,widget,60")
    .adding("lanes", "second,shop,truck")
    .adding("buffers", "location,product,maximum,unit_cost", "shop,widget,20,40")
    .adding("scenarios", "scenario,probability,duration_weeks", "strike,0.1,26")
    .adding("disruptions", "scenario,effect,origin,value", "strike,capacity,plant,1")
}
