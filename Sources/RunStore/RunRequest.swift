public import SupplyData
import TextFiles

/// What is to be solved: a dataset, one of its variants, and a command with its options.
///
/// Two requests with equal ``key`` are the same run, whose result is kept once.
public struct RunRequest: Sendable, Equatable {
  /// What tells a run from others.
  public struct Key: Sendable, Hashable {
    /// The dataset's folder, relative to that of the store.
    public var dataset: String
    /// The variant, or the member of a sweep; empty for the dataset as its files are.
    public var variant: String
    /// The command.
    public var command: String
    /// Its options as they are typed, without those that say how fast or where to.
    public var options: [String]

    /// Creates a key.
    public init(dataset: String, variant: String, command: String, options: [String]) {
      self.dataset = dataset
      self.variant = variant
      self.command = command
      self.options = options
    }
  }

  /// What tells the run from others.
  public var key: Key
  /// The sweep that the variant belongs to.
  public var sweep: String?
  /// The values of the sweep's axes.
  public var axes: [AxisValue]
  /// The SHA-256 of the dataset with all changes made.
  public var inputSHA256: String

  /// Creates a request.
  public init(key: Key, sweep: String? = nil, axes: [AxisValue] = [], inputSHA256: String) {
    self.key = key
    self.sweep = sweep
    self.axes = axes
    self.inputSHA256 = inputSHA256
  }
}

/// The files that a run reads: kept once for all runs that read the same.
public struct RunInput: Sendable, Equatable {
  /// The SHA-256 of the dataset.
  public var sha256: String
  /// Its title.
  public var name: String
  /// Its currency.
  public var currency: String
  /// `plan.yaml` and the tables, by name.
  public var files: [String: [UInt8]]

  /// Creates an input.
  public init(sha256: String, name: String, currency: String, files: [String: [UInt8]]) {
    self.sha256 = sha256
    self.name = name
    self.currency = currency
    self.files = files
  }
}
