import TextFiles

/// A dataset: `plan.yaml` and the tables of one folder, read, typed and valid.
///
/// Rows keep the order of their file and refer to one another by id. Every reference has been
/// checked, every selector names known things and matches something, and every number is in its
/// range, so that who receives a `Dataset` need not look again. After it nobody sees a CSV.
public struct Dataset: Sendable {
  /// The settings of `plan.yaml`.
  public var settings: PlanSettings
  /// `countries.csv`.
  public var countries: [Country]
  /// `groups.csv`, one row a member.
  public var groups: [GroupMembership]
  /// `products.csv`.
  public var products: [Product]
  /// `bills_of_materials.csv`.
  public var billsOfMaterials: [BillOfMaterialsLine]
  /// `facilities.csv`.
  public var facilities: [Facility]
  /// `capacity.csv`.
  public var capacity: [CapacityModule]
  /// `production.csv`.
  public var production: [ProductionRow]
  /// `customers.csv`.
  public var customers: [Customer]
  /// `demand.csv`.
  public var demand: [DemandRow]
  /// `modes.csv`.
  public var modes: [Mode]
  /// `lanes.csv`.
  public var lanes: [LaneRow]
  /// `tariffs.csv`.
  public var tariffs: [TariffRow]
  /// `incentives.csv`.
  public var incentives: [Incentive]
  /// `buffers.csv`.
  public var buffers: [Buffer]
  /// `scenarios.csv`.
  public var scenarios: [Scenario]
  /// `disruptions.csv`.
  public var disruptions: [Disruption]
  /// `constraints.csv`.
  public var constraints: [PolicyConstraint]
  /// `recovery.csv`.
  public var recovery: [RecoveryRow] = []
  /// `escalation.csv`.
  public var escalation: [EscalationRow] = []
  /// `handling.csv`.
  public var handling: [HandlingRow] = []
  /// `contracts.csv`.
  public var contracts: [Contract] = []
  /// `clusters.csv`.
  public var clusters: [ClusterRow] = []
  /// `rules_of_origin.csv`.
  public var rulesOfOrigin: [RuleOfOrigin] = []
  /// `drawback.csv`.
  public var drawback: [DrawbackRow] = []
  /// `quotas.csv`.
  public var quotas: [TariffQuota] = []
  /// `returns.csv`.
  public var returns: [ReturnRow] = []
  /// `coproducts.csv`.
  public var coproducts: [CoproductRow] = []
  /// Lower-case hexadecimal SHA-256 of what was read: for `plan.yaml` and each table, in the order
  /// of their names, the name, a line feed, the length in bytes, a line feed, and the bytes.
  public var sha256: String
}
