import Foundation
import SupplyData
public import SupplyPlan
public import TextFiles

/// The files that a run wrote, and what they say: whatever command it was, its plans are in files `plan.json`, and its
/// frontier is in `frontier.json`.
public struct RunFiles: Sendable {
  /// A plan, and where it stands.
  public struct StoredPlan: Sendable {
    /// Its file, such as `points/01/plan.json`.
    public var file: String
    /// What it says, without its tables.
    public var plan: Plan

    /// What it is to the run: a comparator, `baseline` or `expanded`, a `point` of a frontier, or the `plan` itself.
    public var role: String {
      if let comparator = ComparatorNetwork.allCases.first(where: { $0.path == file }) {
        return comparator.objective
      }
      return file == "plan.json" ? "plan" : "point"
    }
  }

  /// What a run found, in figures: of its plan, or of the frontier's point of least cost.
  public struct Summary: Sendable, Equatable {
    /// How risk is measured.
    public var measure: String?
    /// The level of `cvar`.
    public var level: Double?
    /// The least cost.
    public var cost: Double?
    /// What it is proved to be at least.
    public var bound: Double?
    /// `(cost − bound) / cost`.
    public var gap: Double?
    /// The sales at risk of that plan.
    public var salesAtRisk: Double?
    /// Of a frontier.
    public var uncertainty: Double?
    /// Wall seconds of the solve.
    public var solveSeconds: Double?
    /// Whether the solve reached what was asked: `optimal`, `stopped` or `infeasible`.
    public var termination: String?
    /// Why it ended early.
    public var stopReason: String?
  }

  /// The contents, by path.
  public private(set) var contents: [String: [UInt8]] = [:]
  /// What is wrong with them.
  public private(set) var faults: [Fault] = []
  /// The plans that have a cost, by path.
  public private(set) var plans: [StoredPlan] = []
  /// The bounds of a frontier.
  public private(set) var bounds: [FrontierRecord.Bound] = []
  /// What was found.
  public private(set) var summary = Summary()
  /// The SHA-256 of every dataset that the files speak of.
  public private(set) var datasets: Set<String> = []

  /// No files at all.
  public init() {}

  /// Reads the files of a folder; the copy of the dataset in `inputs` is left out, since the store has it already.
  public init(folder: String) {
    guard let paths = FileManager.default.enumerator(atPath: folder) else { return }
    for case let path as String in paths where !path.hasPrefix("inputs") {
      // Folders have no contents, and a file that is not whole ends in `.part`.
      let place = WholeFile.join(folder, path)
      guard !path.hasSuffix(".part"), let data = FileManager.default.contents(atPath: place) else {
        continue
      }
      contents[path] = [UInt8](data)
    }
    for path in contents.keys.sorted() { take(path, in: folder) }
  }

  private mutating func take(_ path: String, in folder: String) {
    do throws(Faults) {
      switch path.split(separator: "/").last {
      case "plan.json":
        let plan = try Plan.readDocument(at: WholeFile.join(folder, path))
        datasets.insert(plan.dataset.sha256)
        if plan.cost != nil { plans.append(StoredPlan(file: path, plan: plan)) }
        if path == "plan.json" { summary = Summary(plan) }
      case "frontier.json":
        let frontier = try FrontierRecord.read(from: WholeFile.join(folder, path))
        datasets.insert(frontier.dataset.sha256)
        if path == "frontier.json" {
          summary = Summary(frontier)
          bounds = frontier.bounds
        }
      default: break
      }
    } catch {
      faults += error.all
    }
  }
}

extension RunFiles.Summary {
  init(_ plan: Plan) {
    self.init(
      measure: plan.risk.measure, level: plan.risk.level, cost: plan.cost, bound: plan.bound,
      gap: plan.gap, salesAtRisk: plan.risk.salesAtRisk, solveSeconds: plan.solve.seconds,
      termination: plan.termination.rawValue, stopReason: plan.stopReason)
  }

  init(_ frontier: FrontierRecord) {
    let cheapest = frontier.points.first
    self.init(
      measure: frontier.measure, level: frontier.level, cost: cheapest?.cost,
      bound: cheapest?.bound, gap: cheapest?.gap, salesAtRisk: cheapest?.salesAtRisk,
      uncertainty: frontier.uncertainty, solveSeconds: frontier.solve.seconds,
      termination: frontier.termination.rawValue, stopReason: frontier.stopReason)
  }
}
