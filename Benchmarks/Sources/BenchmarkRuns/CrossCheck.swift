/// Whether solvers contradict one another: where a bound of one lies above a plan of another, one of them is wrong.
public struct CrossCheck: Sendable {
  /// Share of the objective by which a bound may lie above it: solvers are exact to some millionths.
  public static let tolerance = 1e-5

  /// Two runs that cannot both be right.
  public struct Contradiction: Sendable, Equatable, CustomStringConvertible {
    /// The run with the bound.
    public let bounding: RunRecord
    /// The run with the plan.
    public let finding: RunRecord

    /// Both, in words.
    public var description: String {
      func name(_ record: RunRecord) -> String {
        record.solver + (record.links.map { " (\($0) links)" } ?? "")
      }
      let cap = bounding.cap.map { ", cap \($0)" } ?? ""
      return
        "CONTRADICTION on \(bounding.dataset)\(cap): \(name(bounding)) proves a cost of at least "
        + "\(bounding.bound ?? .nan), and \(name(finding)) has a plan of \(finding.objective ?? .nan)"
    }
  }

  /// All contradictions among `records`, each dataset and cap by itself.
  public static func contradictions(in records: [RunRecord]) -> [Contradiction] {
    struct Question: Hashable {
      var dataset: String
      var cap: Double?
    }
    let groups = Dictionary(grouping: records) { Question(dataset: $0.dataset, cap: $0.cap) }
    return groups.values.flatMap { group -> [Contradiction] in
      group.flatMap { bounding -> [Contradiction] in
        guard let bound = bounding.bound else { return [] }
        return group.filter { finding in
          guard let objective = finding.objective else { return false }
          return bound - objective > tolerance * max(1, objective.magnitude)
        }.map { Contradiction(bounding: bounding, finding: $0) }
      }
    }.sorted { $0.description < $1.description }
  }
}
