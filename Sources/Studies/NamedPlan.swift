import Foundation
import ResultFolders
import SupplyPlan
import TextFiles
import Wording

/// A plan as a command names it: by its folder or its `plan.json`, or by the folder of a frontier and its number.
struct NamedPlan {
  /// What was named.
  var path: String
  /// Which of the plans of a frontier, from 1; `nil` where the plan itself is named.
  var number: Int?

  /// The folder of the plan.
  ///
  /// - Throws: a fault where no plan, or not one alone, is named.
  func folder() throws(Faults) -> String {
    guard OutputContents(of: path).result == .frontier else {
      guard number == nil else {
        throw fault("it holds no frontier, whose plans have numbers", "Leave --plan out.")
      }
      return path
    }
    let points = try FrontierRecord.read(from: path).points
    let numbers = points.count == 1 ? "which has but one" : "from 1 to \(points.count)"
    guard let number else {
      throw fault(
        "it holds a frontier, which has \(points.count) \(points.count == 1 ? "plan" : "plans")",
        "Say which one: --plan and its number, \(numbers).")
    }
    guard points.indices.contains(number - 1) else {
      throw fault(
        "plan \(number) is asked for, and the frontier has \(points.count)",
        points.isEmpty ? "See what `shorewise frontier` says of it." : "Give a number \(numbers).")
    }
    let plan = WholeFile.join(path, points[number - 1].plan)
    return String(plan.dropLast("/plan.json".count))
  }

  /// Refuses a dataset where its results are asked for, and says how to come by them.
  ///
  /// - Parameters:
  ///   - command: the command that reads results.
  ///   - solve: the command that writes what it reads: `plan` or `frontier`.
  func refuseDataset(for command: String, of solve: String = "plan") throws(Faults) {
    guard OutputPlace.isDataset(path), OutputContents(of: path).isEmpty else { return }
    let result = "\(URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent)-\(solve)"
    throw fault(
      "it is a dataset, and `shorewise \(command)` reads what was planned with it",
      "First `shorewise \(solve) \(ShellWord.path(path)) -o \(ShellWord.path(result))`, "
        + "then `shorewise \(command) \(ShellWord.path(result))`.")
  }

  private func fault(_ cause: String, _ cure: String) -> Faults {
    Faults([Fault(file: path, cause: cause, cure: cure)])
  }
}
