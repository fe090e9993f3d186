public import SupplyData

/// A tiny random dataset, valid, with every feature of the planning problem somewhere in its family.
///
/// The same seed and size give the same dataset everywhere. Networks are small enough that a naive
/// enumeration of the first stage answers in seconds: compare with it.
///
/// ```swift
/// for seed in UInt64(0)..<100 {
///   let dataset = try RandomDataset(seed: seed).dataset.read()
/// }
/// ```
public struct RandomDataset: Sendable {
  /// How large a dataset may become.
  public struct Size: Sendable {
    /// How many countries.
    public var countries = 1...3
    /// How many products.
    public var products = 1...3
    /// How many facilities; where there are two periods fewer may come.
    public var facilities = 2...4
    /// How many customers.
    public var customers = 1...3
    /// How many periods.
    public var periods = 1...2
    /// How many scenarios, at most 90.
    public var scenarios = 0...3
    /// The most pairs of a facility that is not fixed by `decision` and a period.
    public var mostDecisions = 6
    /// The most first stages, buffers aside: the product over facilities and periods of the module
    /// counts they may have while open, and closed.
    public var mostDesigns = 20_000

    /// The size described above.
    public init() {}
  }

  /// The seed.
  public let seed: UInt64
  /// The files.
  public let dataset: TestDataset

  /// Draws the dataset of `seed`.
  ///
  /// - Parameter withoutPolicies: leaves out `constraints.csv`, and fixes a facility only to stay
  ///   within `mostDecisions`, so that every first stage within capacity is allowed.
  /// - Parameter features: what the dataset may have beyond the tables that every seed has had from the first. The rest of it is
  ///   the same with and without.
  public init(
    seed: UInt64, size: Size = Size(), withoutPolicies: Bool = false, features: Features = []
  ) {
    self.seed = seed
    var drawing = Drawing(seed: seed, size: size, withoutPolicies: withoutPolicies)
    drawing.drawBase()
    drawing.draw(features)
    dataset = drawing.tables
  }

  /// The files as bytes.
  public var source: DatasetSource { dataset.source }

  /// The dataset.
  public func read() throws -> Dataset { try dataset.read() }
}

/// What has been drawn so far.
struct Drawing {
  struct Place {
    var id: String
    var country: String
    /// Empty for a customer.
    var kind = ""
  }

  let size: RandomDataset.Size
  /// The rows of quotas and tariffs name these layers.
  var layers: [String] = []
  let withoutPolicies: Bool
  var random: SplitMix64
  var tables = TestDataset(files: [:])

  var periods: [String] = []
  /// The countries with their regions.
  var countries: [(id: String, region: String)] = []
  var members: [String: [String]] = [:]
  var products: [String] = []
  var components: [String: [String]] = [:]
  var facilities: [Place] = []
  var existing: Set<String> = []
  var makers: [String: [String]] = [:]
  var customers: [Place] = []
  var demands: [(customer: String, product: String)] = []
  var modes: [String] = []
  /// The modes on whose lanes a capacity is given everywhere.
  var limitedModes: [String] = []

  init(seed: UInt64, size: RandomDataset.Size, withoutPolicies: Bool) {
    self.size = size
    self.withoutPolicies = withoutPolicies
    random = SplitMix64(seed: seed)
  }

  /// Draws everything, in the order in which tables refer to one another.
  mutating func drawBase() {
    drawPeriods()
    drawCountries()
    drawSettings()
    drawProducts()
    drawFacilities()
    drawCustomers()
    drawTransport()
    drawTariffs()
    drawIncentives()
    drawBuffers()
    drawScenarios()
    if !withoutPolicies { drawConstraints() }
  }

  /// Writes a table, or nothing where there are no rows.
  mutating func write(_ table: String, _ header: String, _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    let lines = [header] + rows.map { $0.joined(separator: ",") }
    tables = tables.replacing(table, lines.joined(separator: "\n") + "\n")
  }

  /// The text, or an empty cell in the other cases of a hundred.
  mutating func sometimes(_ chance: Int, _ text: String) -> String {
    random.percent(chance) ? text : ""
  }
}
