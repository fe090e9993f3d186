public import Findings
public import SupplyPlan

/// What a stress test found: for each network, target and period what is lost while the target is out.
public struct StressRecord: Finding {
  /// The format.
  public static let schema = "shorewise/stress/1"
  /// The name of its files.
  public static let name = "stress"

  /// A network that was tested.
  public struct Network: Codable, Equatable, Sendable {
    /// `current network`, `plan`, or `plan 1` and so on for the points of a frontier.
    public var name: String
    /// Total discounted cost of the plan; absent for the current network, which was not planned.
    public var cost: Double?
    /// Sales at risk of the plan.
    public var salesAtRisk: Double?
  }

  /// A target, as it is written and as it is said.
  public struct Target: Codable, Equatable, Sendable {
    /// As selectors write it.
    public var target: String
    /// `facility`, `country`, `region`, `group`, `product`, `corridor` or `joint`.
    public var kind: String
    /// In words.
    public var name: String
    /// Its time to recover, weeks.
    public var weeks: Double
    /// Whether `recovery.csv` says so; else it is the time assumed for all.
    public var isFromTable: Bool
  }

  /// On which side of a figure a bound lies that stands for it.
  public enum Side: String, Codable, Sendable {
    /// The figure is at least that.
    case atLeast = "at_least"
    /// The figure is at most that.
    case atMost = "at_most"
  }

  /// The figures of a result that could not be solved, and on which side of each what stands for it lies.
  public struct Bounds: Codable, Equatable, Sendable {
    /// Of sales lost, and of their money.
    public var salesLost: Side?
    /// Of what is lost while nothing is out.
    public var usualSalesLost: Side?
    /// Of the time to survive.
    public var weeksToSurvive: Side?
    /// Of the operating cost.
    public var operatingCost: Side?
    /// Of the operating cost while nothing is out.
    public var usualOperatingCost: Side?

    /// Whether all figures were solved.
    public var isEmpty: Bool { self == Bounds() }

    /// `sales_lost at_most|operating_cost at_least`: the columns of the table that hold bounds.
    var text: String {
      [
        ("sales_lost", salesLost), ("usual_sales_lost", usualSalesLost),
        ("weeks_to_survive", weeksToSurvive), ("operating_cost", operatingCost),
        ("usual_operating_cost", usualOperatingCost),
      ].compactMap { name, side in side.map { "\(name) \($0.rawValue)" } }.joined(separator: "|")
    }
  }

  /// A cell of the test without an answer: a network, a target and a period.
  public struct OpenCell: Codable, Equatable, Sendable {
    /// The network's name.
    public var network: String
    /// The target, as it is written.
    public var target: String
    /// The period.
    public var period: String
    /// Why: what stopped the test, or that only bounds are known.
    public var reason: String

    /// The reason of a cell of which only bounds are known.
    public static let onlyBounds = "only bounds are known"
  }

  /// What a customer does not get of a product.
  public struct Loss: Codable, Equatable, Sendable {
    /// The customer.
    public var customer: String
    /// The product.
    public var product: String
    /// Units, over the outage.
    public var quantity: Double
    /// Value of the lost sales, over the outage.
    public var money: Double
    /// Share of what is asked for during the outage.
    public var shareOfDemand: Double
  }

  /// What an outage does to a network in a period.
  public struct Result: Codable, Equatable, Sendable {
    /// The network's name.
    public var network: String
    /// The target, as it is written.
    public var target: String
    /// The period.
    public var period: String
    /// How long it is out: its time to recover.
    public var weeks: Double
    /// Exposure: the least share of a year's sales that is lost.
    public var salesLost: Double
    /// The value of these sales.
    public var moneyLost: Double
    /// The share that is lost over as many weeks while nothing is out.
    public var usualSalesLost: Double
    /// The longest outage without a lost sale, weeks; absent where any is survived.
    public var weeksToSurvive: Double?
    /// Whether that is shorter than the time to recover.
    public var isWeakLink: Bool
    /// Products of which no unit can be delivered, stock aside.
    public var stranded: [String]
    /// Operating cost over the outage, lost sales not counted: the least among the recourses that lose the least.
    public var operatingCost: Double
    /// Operating cost over as many weeks while nothing is out.
    public var usualOperatingCost: Double
    /// Who loses what, in the recourse of that cost; others that lose as little may spread it otherwise.
    public var losses: [Loss]
    /// Which of the figures are only bounds of it; absent where all were solved.
    public var bounds: Bounds?

    /// Whether all figures are what they are called, and none a bound.
    public var isSolved: Bool { bounds == nil }

    /// Whether the outage costs sales that would be made otherwise.
    public var costsSales: Bool { salesLost > usualSalesLost + 1e-6 }

    /// Whether some product cannot be delivered at all.
    public var isSinglePointOfFailure: Bool { !stranded.isEmpty }
  }

  /// The dataset.
  public var dataset: Plan.DatasetReference
  /// Label of all money.
  public var currency: String
  /// The networks: the current one first, then the expanded one where it has a plan, then the plans.
  public var networks: [Network]
  /// The targets.
  public var targets: [Target]
  /// By network, target and period.
  public var results: [Result]
  /// Why some cells are open; absent where none is.
  public var stopReason: String?
  /// The cells without an answer, by network, target and period: there is no result for them, or one that is a bound. Absent
  /// where every cell has its answer.
  public var open: [OpenCell]?

  /// The cells without an answer; in a file that does not list them, those without a result.
  public var openCells: [OpenCell] {
    if let open { return open }
    guard let stopReason else { return [] }
    let known = Set(results.map { [$0.network, $0.target, $0.period] })
    var periods: [String] = []
    for result in results where !periods.contains(result.period) { periods.append(result.period) }
    return networks.flatMap { network in
      targets.flatMap { target in
        periods.filter { !known.contains([network.name, target.target, $0]) }.map {
          OpenCell(
            network: network.name, target: target.target, period: $0, reason: stopReason)
        }
      }
    }
  }

  /// The results, who loses what, and what has no answer.
  public var tables: [Table] {
    let kinds = Dictionary(
      targets.map { ($0.target, $0.kind) }, uniquingKeysWith: { first, _ in first })
    return [
      Table(
        "stress",
        columns: [
          "network", "target", "kind", "period", "weeks", "sales_lost", "money_lost",
          "usual_sales_lost",
          "weeks_to_survive", "weak_link", "single_point_of_failure", "stranded_products",
          "operating_cost", "usual_operating_cost", "bounds",
        ],
        rows: results.map { row in
          [
            .text(row.network), .text(row.target), .init(kinds[row.target]), .text(row.period),
            .number(row.weeks), .number(row.salesLost), .number(row.moneyLost),
            .number(row.usualSalesLost),
            .init(row.weeksToSurvive), .flag(row.isWeakLink), .flag(row.isSinglePointOfFailure),
            .text(row.stranded.joined(separator: "|")), .number(row.operatingCost),
            .number(row.usualOperatingCost), .text(row.bounds?.text ?? ""),
          ]
        }),
      Table(
        "stress_losses",
        columns: [
          "network", "target", "period", "customer", "product", "quantity", "money",
          "share_of_demand",
        ],
        rows: results.flatMap { row in
          row.losses.map { loss in
            [
              .text(row.network), .text(row.target), .text(row.period), .text(loss.customer),
              .text(loss.product), .number(loss.quantity), .number(loss.money),
              .number(loss.shareOfDemand),
            ]
          }
        }),
      Table(
        "stress_open", columns: ["network", "target", "period", "reason"],
        rows: (open ?? []).map { cell in
          [.text(cell.network), .text(cell.target), .text(cell.period), .text(cell.reason)]
        }),
    ]
  }
}
