import Findings
public import RunStore
public import Sensitivity
public import SupplyData

/// A store of runs as part of a report.
public struct ComparedStore: Sendable {
  /// What it is called: by its file.
  public var name: String
  /// The store.
  public var store: RunStore

  /// A store with its name.
  public init(name: String, store: RunStore) {
    self.name = name
    self.store = store
  }
}

/// Regrets as part of a report, with the dataset whose names they use.
public struct ComparedRegret: Sendable {
  /// Where they come from.
  public var name: String
  /// The regrets.
  public var record: RegretRecord
  /// Whether they were computed from the plans of a store, and stand in no file.
  public var isOfStore: Bool
  /// A dataset with the facilities' names.
  public var dataset: Dataset

  /// Combines regrets with their dataset.
  public init(name: String, record: RegretRecord, dataset: Dataset, isOfStore: Bool = false) {
    self.name = name
    self.record = record
    self.dataset = dataset
    self.isOfStore = isOfStore
  }
}
