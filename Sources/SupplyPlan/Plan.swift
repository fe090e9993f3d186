import TextFiles

/// A plan: the decisions taken, what they cost and risk, and what was proved about them.
///
/// It is what `plan.json`, `flows.csv`, `production.csv`, `draws.csv` and `uses.csv` say, and no more; after it nobody
/// asks the solver. All flows are annual rates; money is in the dataset's currency.
public struct Plan: Sendable, Equatable, Codable {
  /// Why the solve ended.
  public enum Termination: String, Sendable, Codable, CaseIterable {
    /// The plan is within the gap of the proven bound.
    case optimal
    /// Stopped early; the bound holds all the same.
    case stopped
    /// Proven that no plan exists.
    case infeasible
  }

  /// What a bound rests on.
  public enum Proof: String, Sendable, Codable, CaseIterable {
    /// Arithmetic that errs on the safe side: the bound holds whatever the solver did.
    case rigorous
    /// The solver's floating point, which nothing has checked.
    case solver
  }

  /// The dataset the plan is for.
  public struct DatasetReference: Sendable, Equatable, Codable {
    /// Its title.
    public var name: String
    /// The SHA-256 of what was read, see `Dataset.sha256`.
    public var sha256: String
    /// The variant of the dataset, where it is one.
    public var variant: String?
    /// Single changes made to it, such as `tariffs[layer=reciprocal].rate*=1.5`.
    public var sets: [String]

    /// Names a dataset.
    public init(name: String, sha256: String, variant: String? = nil, sets: [String] = []) {
      self.name = name
      self.sha256 = sha256
      self.variant = variant
      self.sets = sets
    }

    enum CodingKeys: String, SparseKey {
      case name, sha256, variant, sets

      // Only what was changed is said to be, so that plans of plain datasets stay as they were.
      static let sparse: [Self: KeyPresence] = [.variant: .unlessNull, .sets: .unlessEmpty]
    }
  }

  /// How the plan was found.
  public struct SolveRecord: Sendable, Equatable, Codable {
    /// Wall time in seconds.
    public var seconds: Double
    /// The method, such as `monolith`.
    public var method: String
    /// Rows of the program.
    public var rows: Int
    /// Columns of the program.
    public var columns: Int
    /// What was minimised: `cost` or `risk`; of a comparator it says which one, `baseline` or `expanded`.
    public var objective: String
    /// The cap on sales at risk, if there was one.
    public var maxRisk: Double?
    /// The limit of what a normal year may leave undelivered, a share of its sales, if there was one.
    public var maxUnmet: Double?
    /// Branch-and-bound nodes.
    public var nodes: Int
    /// Benders cuts found; 0 for the monolith.
    public var cuts: Int
    /// Recourse programs solved; 0 for the monolith.
    public var recourseSolves: Int

    /// Creates a record.
    public init(
      seconds: Double, method: String, rows: Int, columns: Int, objective: String,
      maxRisk: Double?, maxUnmet: Double? = nil, nodes: Int, cuts: Int = 0, recourseSolves: Int = 0
    ) {
      self.seconds = seconds
      self.method = method
      self.rows = rows
      self.columns = columns
      self.objective = objective
      self.maxRisk = maxRisk
      self.maxUnmet = maxUnmet
      self.nodes = nodes
      self.cuts = cuts
      self.recourseSolves = recourseSolves
    }

    enum CodingKeys: String, SparseKey {
      case seconds, method, rows, columns, objective, maxRisk, nodes, cuts, recourseSolves, maxUnmet

      static let sparse: [Self: KeyPresence] = [
        .objective: .late(.text("cost")), .nodes: .late(.number(0)), .cuts: .late(.number(0)),
        .recourseSolves: .late(.number(0)), .maxUnmet: .unlessNull,
      ]
    }
  }

  /// The dataset.
  public var dataset: DatasetReference
  /// Why the solve ended.
  public var termination: Termination
  /// Why it ended early, in words.
  public var stopReason: String?
  /// Total discounted cost; `nil` where there is no plan.
  public var cost: Double?
  /// Proven lower bound of the least cost under the same cap on risk.
  public var bound: Double?
  /// ``gap(cost:bound:)``: `(cost − bound) / |cost|`.
  public var gap: Double?
  /// What ``bound``, or that no plan exists, rests on; `nil` where a file does not say.
  public var proof: Proof?
  /// The risk of the plan.
  public var risk: PlanRisk
  /// What a normal year leaves undelivered; `nil` where there is no plan, and of plans that were written before it was told.
  public var undelivered: Undelivered?
  /// The cost, line by line, summing to ``cost``.
  public var costs: CostLines
  /// For each facility and period whether it is open.
  public var facilities: [FacilityDecisionRow]
  /// For each module and period how many are in place.
  public var modules: [ModuleRow]
  /// For each buffer and period its stock.
  public var buffers: [StockRow]
  /// For each contract and period whether it is signed.
  public var contracts: [ContractDecisionRow]
  /// For each row of a cluster and each period whether it saves.
  public var clusters: [ClusterDecisionRow]
  /// What each incentive grants.
  public var incentives: [GrantRow]
  /// For each scenario and period the share of a year's sales lost.
  public var scenarios: [ScenarioLossRow]
  /// For each outage that a constraint wants survived and each period what it costs in sales.
  public var outages: [OutageLossRow]
  /// Where the goods delivered in the normal state come from.
  public var mix: [MixRow]
  /// For a comparator, the decisions and policy constraints that it breaks; else `nil`.
  public var broken: [BrokenRow]?
  /// How it was found.
  public var solve: SolveRecord
  /// Flows over lanes.
  public var flows: [FlowRow] = []
  /// What is made.
  public var production: [ProductionFlowRow] = []
  /// What is drawn from buffers.
  public var draws: [DrawRow] = []
  /// What the lots that claims are made of use, where rules of origin apply.
  public var uses: [UseRow] = []

  /// Creates a plan.
  public init(
    dataset: DatasetReference, termination: Termination, stopReason: String? = nil,
    cost: Double? = nil, bound: Double? = nil, gap: Double? = nil, proof: Proof? = nil,
    risk: PlanRisk,
    undelivered: Undelivered? = nil, costs: CostLines = CostLines(),
    facilities: [FacilityDecisionRow] = [],
    modules: [ModuleRow] = [], buffers: [StockRow] = [], contracts: [ContractDecisionRow] = [],
    clusters: [ClusterDecisionRow] = [], incentives: [GrantRow] = [],
    scenarios: [ScenarioLossRow] = [], outages: [OutageLossRow] = [], mix: [MixRow] = [],
    broken: [BrokenRow]? = nil,
    solve: SolveRecord, flows: [FlowRow] = [], production: [ProductionFlowRow] = [],
    draws: [DrawRow] = [], uses: [UseRow] = []
  ) {
    self.dataset = dataset
    self.termination = termination
    self.stopReason = stopReason
    self.cost = cost
    self.bound = bound
    self.gap = gap
    self.proof = proof
    self.risk = risk
    self.undelivered = undelivered
    self.costs = costs
    self.facilities = facilities
    self.modules = modules
    self.buffers = buffers
    self.contracts = contracts
    self.clusters = clusters
    self.incentives = incentives
    self.scenarios = scenarios
    self.outages = outages
    self.mix = mix
    self.broken = broken
    self.solve = solve
    self.flows = flows
    self.production = production
    self.draws = draws
    self.uses = uses
  }

  /// The keys of `plan.json`, in the order in which they are read best; flows, production, draws and uses are tables beside it.
  enum CodingKeys: CodingKey, SparseKey {
    case dataset, termination, stopReason, cost, bound, gap, proof, risk, undelivered, costs
    case facilities, modules, buffers, contracts, clusters, scenarios, mix, incentives, outages
    case broken, solve

    // Only plans that must survive outages have something to say of them, only comparators of what is broken, and only some
    // datasets have contracts and clusters.
    static let sparse: [Self: KeyPresence] = [
      .proof: .unlessNull, .undelivered: .unlessNull, .contracts: .unlessEmpty,
      .clusters: .unlessEmpty, .outages: .unlessEmpty, .broken: .unlessNull,
    ]
  }
}
