/// Which runs of a store are compared.
public struct ComparisonChoice: Sendable, Equatable {
  /// Two runs to be set side by side.
  public enum Pair: Sendable, Equatable {
    /// Two variants of one dataset, by one command; `-` is the dataset as its files are.
    case variants(String, String)
    /// Two runs, by their numbers.
    case runs(Int64, Int64)
  }

  /// The pair; `nil` for all runs, or those of a sweep.
  public var pair: Pair?
  /// The dataset's folder, or the end of its path; `nil` for any.
  public var dataset: String?
  /// The command; `nil` for any.
  public var command: String?
  /// The command's options as they are typed; empty for none, `nil` for any.
  public var options: String?
  /// The sweep; `nil` for all runs.
  public var sweep: String?

  /// Creates a choice; without anything it is all runs.
  public init(
    pair: Pair? = nil, dataset: String? = nil, command: String? = nil, options: String? = nil,
    sweep: String? = nil
  ) {
    self.pair = pair
    self.dataset = dataset
    self.command = command
    self.options = options
    self.sweep = sweep
  }
}
