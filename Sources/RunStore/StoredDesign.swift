import SupplyData
public import SupplyPlan
import TextFiles

/// A first stage that a run has found: openings, modules, stocks and contracts, which other runs of the same structure may have, too.
public struct StoredDesign: Sendable, Equatable {
  /// What tells it from others: the SHA-256 of ``text(of:)``.
  public var sha256: String
  /// What it is a first stage of: runs with the same text have the same facilities, modules, stocks, contracts and periods.
  public var structure: String
  /// The facilities that are open, by period.
  public var open: [String: Set<String>]

  /// The design of a plan.
  public init(of plan: Plan, structure: String) {
    sha256 = TextFiles.sha256(of: Array((structure + "\n" + Self.text(of: plan)).utf8))
    self.structure = structure
    open = Dictionary(grouping: plan.facilities.filter(\.open), by: \.period)
      .mapValues { Set($0.map(\.facility)) }
  }

  init(sha256: String, structure: String, open: [String: Set<String>]) {
    self.sha256 = sha256
    self.structure = structure
    self.open = open
  }

  /// What is decided, a line each, in the order of the text; what is closed, not built, not held and not signed is left out.
  private static func text(of plan: Plan) -> String {
    let lines =
      plan.facilities.filter(\.open).map { "open\t\($0.facility)\t\($0.period)" }
      + plan.modules.filter { $0.count > 0 }.map {
        "module\t\($0.facility)\t\($0.module)\t\($0.period)\t\($0.count)"
      }
      + plan.buffers.filter { $0.stock > 0 }.map {
        "stock\t\($0.location)\t\($0.product)\t\($0.period)\t\($0.stock)"
      }
      + plan.contracts.filter(\.signed).map { "contract\t\($0.contract)\t\($0.period)" }
    return lines.sorted().joined(separator: "\n")
  }
}

/// A design in a run: what it costs there with the best operation.
public struct StoredTrial: Sendable, Equatable {
  /// The run.
  public var run: Int64
  /// The design, see ``StoredDesign/sha256``.
  public var design: String
  /// Whether it is the one that the run's own search has found.
  public var isFoundHere: Bool
  /// Total discounted cost; `nil` where the design has no plan in this run.
  public var cost: Double?
  /// Sales at risk of that plan.
  public var salesAtRisk: Double?

  /// Creates a trial.
  public init(
    run: Int64, design: String, isFoundHere: Bool = false, cost: Double?, salesAtRisk: Double?
  ) {
    self.run = run
    self.design = design
    self.isFoundHere = isFoundHere
    self.cost = cost
    self.salesAtRisk = salesAtRisk
  }
}
