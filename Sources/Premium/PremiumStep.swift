public import SupplyPlan

/// The step from a plan of a frontier to the next dearer one.
public struct PremiumStep: Codable, Equatable, Sendable {
  /// The number of the cheaper plan.
  public var from: Int
  /// The number of the more resilient plan.
  public var to: Int
  /// Percentage points of resilience that it gains.
  public var points: Double
  /// What the dearer plan costs more, discounted.
  public var cost: Double
  /// What one percentage point costs; absent where the step gains none.
  public var price: PremiumRecord.Price?
  /// What a percentage point costs at least on the true frontier, by what is proven; absent where nothing is.
  public var leastPrice: PremiumRecord.Price?
  /// What a percentage point costs at most on the true frontier; absent where nothing is proven.
  public var mostPrice: PremiumRecord.Price?
  /// What differs between the two plans, in a few phrases.
  public var bought: [String]
  /// What differs between the two plans, one by one.
  public var purchases: [Purchase]
  /// For each scenario that the dataset gives a probability above 0, the probability at which the step pays.
  public var breakEvens: [BreakEven]
  /// The scenario with the least break-even; absent where none has one.
  public var easiest: String?
  /// The common factor on all probabilities at which the step pays; absent where there are none.
  public var factor: Threshold?

  /// The break-even of the scenario with the least one.
  public var easiestBreakEven: BreakEven? { breakEvens.first { $0.scenario == easiest } }

  /// Where a quantity that runs from 0 to `most` makes a step pay: the more resilient plan costs no more than the cheaper one.
  public struct Threshold: Codable, Equatable, Sendable {
    /// On which side of `value` the step pays.
    public enum Side: String, Codable, Sendable, CaseIterable {
      /// At every value.
      case always
      /// At `value` and above.
      case atLeast = "at_least"
      /// At `value` and below: the event makes the more resilient plan dearer still.
      case atMost = "at_most"
      /// At no value of the range.
      case never
    }

    /// On which side the step pays.
    public var side: Side
    /// The value at which both plans cost the same; present for `at_least` and `at_most` alone.
    public var value: Double?
    /// The greatest value that the contract allows.
    public var most: Double
  }

  /// The probability of one scenario at which a step pays, the others as they are.
  public struct BreakEven: Codable, Equatable, Sendable {
    /// The scenario.
    public var scenario: String
    /// The probability per year that the dataset gives it.
    public var probability: Double
    /// The probabilities per year at which the step pays.
    public var threshold: Threshold
    /// What the step saves, discounted, if the event came in every year; negative where it costs more.
    public var saving: Double

    /// Puts a break-even together.
    public init(scenario: String, probability: Double, threshold: Threshold, saving: Double) {
      self.scenario = scenario
      self.probability = probability
      self.threshold = threshold
      self.saving = saving
    }
  }

  /// Something that the more resilient plan has and the cheaper one has not, or the other way round.
  public struct Purchase: Codable, Equatable, Sendable {
    /// What it is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
      /// A site is open that was not.
      case opens
      /// A site is not open that was.
      case closes
      /// A site is open for more years.
      case opensLonger = "opens_longer"
      /// A site is open for fewer years.
      case opensShorter = "opens_shorter"
      /// Modules built.
      case modules
      /// Stock held.
      case stock
      /// A product is made in a country in which it was not.
      case sourceAdded = "source_added"
      /// A product is no longer made in a country.
      case sourceDropped = "source_dropped"
      /// The share of deliveries by placement.
      case mix
    }

    /// What it is.
    public var kind: Kind
    /// The facility, or the location of a stock.
    public var place: String?
    /// The kind of module.
    public var module: String?
    /// The product.
    public var product: String?
    /// The country.
    public var country: String?
    /// The placement.
    public var placement: PlacementClass?
    /// By how much: years open, modules, units, or a share of deliveries by value; negative where it is less.
    public var amount: Double
    /// What that is worth, in money: of stock its customs value, of modules what building them costs, undiscounted.
    public var money: Double?
    /// The same in words.
    public var words: String
  }
}
