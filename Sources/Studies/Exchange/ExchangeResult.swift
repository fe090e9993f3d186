import Wording

/// What an exchange of designs has come to.
public struct ExchangeResult: Sendable, Equatable, Codable {
  /// How many different designs the runs have found.
  public var found = 0
  /// How many of them are tried in every run: all, unless there are very many.
  public var designs = 0
  /// How many trials were made: a design in a run.
  public var tried = 0
  /// How many runs have a better plan for it.
  public var improved = 0
  /// Whether it was stopped before its end.
  public var wasStopped = false

  enum CodingKeys: String, CodingKey {
    case found, designs, tried, improved
    case wasStopped = "stopped"
  }

  /// Creates a result.
  public init() {}

  /// What was done, in a line for a reader; `nil` where there was nothing to try.
  public var text: String? {
    if tried == 0, !wasStopped { return nil }
    let all = NumberFormat.count(found, "design", "designs")
    let tried = designs < found ? "\(NumberFormat.whole(Double(designs))) of \(all)" : all
    let gain =
      improved == 0
      ? "no run found a better plan"
      : NumberFormat.count(improved, "run has a better plan", "runs have a better plan")
    let stop =
      wasStopped ? "; stopped early: run the same command again to try the rest" : ""
    return "tried \(tried) in every variant: \(gain)\(stop)"
  }
}
