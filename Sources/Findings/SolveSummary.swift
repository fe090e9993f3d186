/// What it took to find something.
public struct SolveSummary: Codable, Equatable, Sendable {
  /// Wall time in seconds.
  public var seconds: Double
  /// Questions put to the solver.
  public var solves: Int
  /// The method.
  public var method: String

  /// Creates it.
  public init(seconds: Double, solves: Int, method: String) {
    self.seconds = seconds
    self.solves = solves
    self.method = method
  }
}
