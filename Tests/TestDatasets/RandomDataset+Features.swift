extension RandomDataset {
  /// What a random dataset may have beyond the tables of the first seeds.
  ///
  /// Of several features each is drawn for about half of the seeds; one alone for every seed that has what it needs.
  public struct Features: OptionSet, Sendable {
    /// A bit for each feature.
    public let rawValue: Int

    /// The features of these bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Candidates that become available later.
    public static let availability = Features(rawValue: 1 << 0)
    /// Tariffs by period, and rates per unit.
    public static let phasedTariffs = Features(rawValue: 1 << 1)
    /// Factors on costs by period.
    public static let escalation = Features(rawValue: 1 << 2)
    /// Scenarios that change what making and freight cost.
    public static let costEffects = Features(rawValue: 1 << 3)
    /// What it takes to send goods out.
    public static let handling = Features(rawValue: 1 << 4)
    /// Terms on which something is made.
    public static let contracts = Features(rawValue: 1 << 5)
    /// Savings while enough facilities are open.
    public static let clusters = Features(rawValue: 1 << 6)
    /// Policies about what is made and shipped, by how many, and how near.
    public static let policies = Features(rawValue: 1 << 7)
    /// A level of service, and demand that deviates.
    public static let safetyStock = Features(rawValue: 1 << 8)
    /// Claims under a trade agreement, rules of origin and exemptions.
    public static let claims = Features(rawValue: 1 << 9)
    /// Duty that is paid back.
    public static let drawback = Features(rawValue: 1 << 10)
    /// Quantities that enter at another rate.
    public static let quotas = Features(rawValue: 1 << 11)
    /// What customers give back, and where it is made use of.
    public static let returns = Features(rawValue: 1 << 12)
    /// What comes into being beside a product.
    public static let coproducts = Features(rawValue: 1 << 13)

    /// All of them.
    public static let all = Features(rawValue: (1 << 14) - 1)
    /// Each by itself.
    public static let each = (0..<14).map { Features(rawValue: 1 << $0) }
  }
}
