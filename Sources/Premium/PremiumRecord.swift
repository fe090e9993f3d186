public import Findings
public import SupplyPlan

/// What resilience costs along a frontier: the price of each step between neighbouring plans, what it buys, and when it pays.
///
/// Money is in the dataset's currency, discounted over the horizon unless it is said to be per year; resilience is counted in
/// percentage points of a year's sales. What the figures mean stands in the article of the target `Premium`.
public struct PremiumRecord: Finding {
  /// The format.
  public static let schema = "shorewise/premium/1"
  /// The name of its files.
  public static let name = "premium"

  /// A plan of the frontier.
  public struct Point: Codable, Equatable, Sendable {
    /// Its number, from 1 for the cheapest.
    public var plan: Int
    /// Total discounted cost.
    public var cost: Double
    /// Sales at risk R: a share of a year's sales.
    public var salesAtRisk: Double
    /// The greatest proven lower bound of the least cost at this risk; absent where nothing is proven.
    public var bound: Double?
  }

  /// A price in its two forms.
  public struct Price: Codable, Equatable, Sendable {
    /// Discounted money over the horizon.
    public var total: Double
    /// Money per year: the same in every year of the horizon, of equal present value.
    public var perYear: Double
  }

  /// The dataset.
  public var dataset: Plan.DatasetReference
  /// The label of all money.
  public var currency: String
  /// `expected`, `worst` or `cvar`.
  public var measure: String
  /// The level of `cvar`.
  public var level: Double?
  /// Years of the horizon.
  public var years: Int
  /// Σ A_t: what one unit of money in every year of the horizon is worth today.
  public var annuityFactor: Double
  /// The number of the plan at the knee; absent where the bounds do not prove that resilience gets dearer there.
  public var knee: Int?
  /// The plans, in rising cost.
  public var points: [Point]
  /// The steps from each plan to the next.
  public var steps: [PremiumStep]
  /// Every plan against today's network, unchanged and expanded; absent where the frontier has neither.
  public var comparisons: [PremiumComparison]?

  /// A plan against a comparator; `nil` where they were not compared.
  public func comparison(of plan: Int, with comparator: ComparatorNetwork)
    -> PremiumComparison?
  {
    comparisons?.first { $0.plan == plan && $0.comparator == comparator }
  }

  /// The mean price of a percentage point between two plans, by their numbers; `nil` where no resilience lies between them.
  public func price(from: Int, to: Int) -> Price? {
    guard points.indices.contains(from - 1), points.indices.contains(to - 1) else { return nil }
    let (cheap, safe) = (points[from - 1], points[to - 1])
    let gained = (cheap.salesAtRisk - safe.salesAtRisk) * 100
    guard gained > 1e-9, annuityFactor > 0 else { return nil }
    let price = (safe.cost - cheap.cost) / gained
    return Price(total: price, perYear: price / annuityFactor)
  }

  /// Steps, what they buy, and when they pay.
  public var tables: [Table] {
    [stepTable, purchaseTable, breakEvenTable] + [comparisonTable].compactMap(\.self)
  }
}
