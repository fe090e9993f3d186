public import Alternatives
public import Explanation
public import FigureDrawing
import Findings
public import Premium
public import Resilience
public import Sensitivity
public import SupplyData
public import SupplyPlan

/// What a report is made of: a dataset, and the plans and findings that an output folder holds.
///
/// Findings may stand beside plans or alone. For the folder of `shorewise frontier` give the frontier and the plan of each of its points, in their
/// order; for the folder of `shorewise plan` the plan alone. With a baseline, the plan of the current network,
/// everything is shown before and after.
public struct ReportInput: Sendable {
  /// The dataset that was planned.
  public var dataset: Dataset
  /// The frontier, or `nil` for a single plan.
  public var frontier: FrontierRecord?
  /// The plans of the frontier's points, in their order; or the single plan.
  public var plans: [Plan]
  /// The plan of the current network.
  public var baseline: Plan?
  /// The plan of today's sites, expanded: the fair one to compare with.
  public var expanded: Plan?
  /// The position of the plan that the report is to open with; `nil` for the knee.
  public var opening: Int?
  /// What breaks the current network and the plans.
  public var stress: StressRecord?
  /// What resilience costs along the frontier.
  public var premium: PremiumRecord?
  /// Where the goods come from: of each plan, in their order; of a report without plans, of the network that was analysed.
  public var sources: [SourceMapRecord] = []
  /// Where the goods of the current network come from.
  public var currentSources: SourceMapRecord?
  /// Plans nearly as good.
  public var alternatives: AlternativesRecord?
  /// Why the plan is as it is.
  public var explanation: ExplanationRecord?
  /// Where the best footprint changes along parameters.
  public var flip: FlipRecord?
  /// Which plan is least to be sorry for over several futures.
  public var regret: RegretRecord?

  /// The files of the folder that it is read from, so that none is named which is not there; `nil` where it is of no folder.
  public var files: SourceFiles?

  /// How the house wants it to look.
  public var style = ReportStyle()

  /// Creates an input.
  public init(
    dataset: Dataset, frontier: FrontierRecord? = nil, plans: [Plan], baseline: Plan? = nil,
    expanded: Plan? = nil
  ) {
    self.dataset = dataset
    self.frontier = frontier
    self.plans = plans
    self.baseline = baseline
    self.expanded = expanded
  }

  /// The position of the plan that the report opens with: the one asked for, else the knee of the frontier or the single plan.
  public var chosen: Int { opening ?? frontier?.knee ?? 0 }

  /// The plan that the report opens with.
  var chosenPlan: Plan? { plans.indices.contains(chosen) ? plans[chosen] : nil }

  /// Whether there are findings and nothing else.
  var isFindingsAlone: Bool { frontier == nil && plans.isEmpty }
}

/// Why no report can be made of an input: cause and cure.
public enum ReportError: Error, Equatable, CustomStringConvertible {
  /// A plan or the frontier is of other tables than the dataset's.
  case otherDataset(what: String)
  /// The plans are not those of the frontier's points.
  case planCount(points: Int, plans: Int)
  /// The plan of a point, from 1, costs or risks something else than the point says.
  case otherPlan(point: Int)
  /// Risk is measured in different ways, so that no two figures compare.
  case otherMeasure(what: String)
  /// A plan names something that the dataset does not have.
  case unknownName(what: String, name: String)
  /// What is explained is another plan.
  case otherExplanation
  /// There is nothing to show.
  case empty

  /// Cause and cure.
  public var description: String {
    switch self {
    case .otherDataset(let what):
      """
      The \(what) was made from other tables than this dataset's. \
      Plan again, or give the dataset as it was.
      """
    case .planCount(let points, let plans):
      """
      The frontier has \(points) points, but \(plans) plans were given. \
      Give the plan of each point, in the order of the frontier.
      """
    case .otherPlan(let point):
      """
      The plan of point \(point) does not have the cost and risk that the frontier gives it. \
      Give the plans in the order of the frontier's points.
      """
    case .otherMeasure(let what):
      """
      The \(what) measures risk in another way. \
      Plan both with the same --measure and --level.
      """
    case .unknownName(let what, let name):
      "The plan names the \(what) '\(name)', which the dataset does not have. Plan again."
    case .otherExplanation:
      "The explanation is of another plan than those shown. Run `shorewise explain` with -o again."
    case .empty: "There is nothing to report. Give a frontier, a plan or a finding."
    }
  }
}
