/// What a batch is asked to do.
public struct BatchRequest: Sendable {
  /// Which runs that are known are solved again.
  public enum Again: Sendable, Equatable {
    /// Those that failed, whose dataset was not valid, or whose dataset has changed.
    case failedOrChanged
    /// Those too that were stopped by a limit.
    case stopped
    /// All.
    case all
  }

  /// The datasets' folders.
  public var datasets: [String]
  /// The variants by name, members of sweeps, or sweeps with all their members; empty for all of each dataset.
  public var variants: [String]
  /// Whether the dataset as its files are is solved besides `variants`; it always is where they are empty.
  public var withUnchanged: Bool
  /// Changes that are made to every variant.
  public var sets: [String]
  /// The command, and its options as they are typed.
  public var command: String
  /// The options that say what is solved.
  public var options: [String]
  /// Options that say how fast, and are no part of what tells a run from others.
  public var effort: [String]
  /// The store's file.
  public var store: String
  /// Which known runs are solved again.
  public var again: Again

  /// Creates a request.
  public init(
    datasets: [String], variants: [String] = [], withUnchanged: Bool = false, sets: [String] = [],
    command: String, options: [String], effort: [String] = [], store: String,
    again: Again = .failedOrChanged
  ) {
    self.datasets = datasets
    self.variants = variants
    self.withUnchanged = withUnchanged
    self.sets = sets
    self.command = command
    self.options = options
    self.effort = effort
    self.store = store
    self.again = again
  }
}
