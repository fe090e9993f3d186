import Foundation
public import PlanChecker
public import SupplyData
import SupplyPlan

/// Recomputes a written plan from the raw tables.
public struct VerifyStudy: Sendable {
  /// The dataset's folder; `nil` for the copy beside the plan.
  public var dataset: String?
  /// The plan's folder or its `plan.json`.
  public var plan: String

  /// Puts a study together.
  public init(dataset: String?, plan: String) {
    self.dataset = dataset
    self.plan = plan
  }

  /// Reads both and recomputes every figure.
  ///
  /// - Throws: faults of the dataset or of the plan's files.
  public func run() throws(Faults) -> PlanVerdict {
    let folder = try dataset ?? InputsFolder.find(near: plan)
    let source: DatasetSource
    let reading: DatasetReading
    do throws(Faults) {
      source = try DatasetSource(folder: folder)
      reading = try Dataset.reading(source)
    } catch {
      throw Faults(error.all.map { $0.located(in: folder) })
    }
    return PlanChecker(reading.dataset).check(try Plan.read(from: plan))
  }
}

/// Finds the copy of the dataset that belongs to an output.
enum InputsFolder {
  /// Looks in the folder of `path` and in the two above it, for a plan on a frontier lies in `points/01`.
  static func find(near path: String) throws(Faults) -> String {
    var folder = URL(fileURLWithPath: path)
    if folder.pathExtension == "json" { folder.deleteLastPathComponent() }
    for _ in 0..<3 {
      let candidate = folder.appendingPathComponent(LoadedDataset.inputsFolder)
      let settings = candidate.appendingPathComponent("plan.yaml")
      if FileManager.default.fileExists(atPath: settings.path) { return candidate.path }
      folder.deleteLastPathComponent()
    }
    throw Faults([
      Fault(
        file: path, cause: "there is no copy of the dataset in '\(LoadedDataset.inputsFolder)' beside it",
        cure: "Name the dataset's folder before the plan's.")
    ])
  }
}
