/// How a search went: what was its best plan and its bound, from when on.
public struct SearchTrace: Sendable, Equatable {
  /// What was known from a second on.
  public struct Point: Sendable, Equatable {
    /// Seconds after the start, reading and building included.
    public var seconds: Double
    /// Cost of the best plan; nil before the first.
    public var objective: Double?
    /// Proved lower bound of the cost; nil before the first.
    public var bound: Double?

    /// Creates a point.
    public init(seconds: Double, objective: Double?, bound: Double?) {
      self.seconds = seconds
      self.objective = objective
      self.bound = bound
    }

    /// `(objective − bound) / |objective|`; nil where one of them is missing.
    var gap: Double? {
      guard let objective, let bound else { return nil }
      return max(0, objective - bound) / max(objective.magnitude, 1e-9)
    }
  }

  /// In the order of time; plans and bounds only get better.
  public let points: [Point]

  /// A trace of what was told: a plan that is worse than one before, or a bound that is weaker, changes nothing.
  ///
  /// - Parameter told: in any order.
  public init(_ told: [Point]) {
    var points: [Point] = []
    for point in told.sorted(by: { $0.seconds < $1.seconds }) {
      let objective = [points.last?.objective, point.objective].compactMap(\.self).min()
      let bound = [points.last?.bound, point.bound].compactMap(\.self).max()
      if objective == points.last?.objective, bound == points.last?.bound { continue }
      points.append(Point(seconds: point.seconds, objective: objective, bound: bound))
    }
    self.points = points
  }

  /// The trace in the log of a bundle, lines such as `  0.183  best none, bound 453080377.1, nodes 0`.
  public init(log: String) {
    self.init(
      log.split(whereSeparator: \.isNewline).compactMap { line in
        guard let match = line.wholeMatch(of: /\s*([0-9.]+)\s+best (\S+), bound (\S+), nodes .*/),
          let seconds = Double(match.1)
        else { return nil }
        return Point(seconds: seconds, objective: Double(match.2), bound: Double(match.3))
      })
  }

  /// The same with what a run ended with, in case it was not told before.
  public func ending(at seconds: Double, objective: Double?, bound: Double?) -> SearchTrace {
    SearchTrace(points + [Point(seconds: seconds, objective: objective, bound: bound)])
  }

  /// The second from which on a gap was proved; nil where it never was.
  public func seconds(toGap gap: Double) -> Double? {
    points.first { $0.gap.map { $0 <= gap * (1 + 1e-6) + 1e-12 } ?? false }?.seconds
  }

  /// The area between the best plan's cost and the best cost known, as a share of the greater, over time (Berthold 2013,
  /// doi:10.1016/j.orl.2013.08.007): seconds. A second without a plan counts as a whole one, a second with a plan 2 % too dear as
  /// a fiftieth.
  ///
  /// - Parameters:
  ///   - reference: the best cost known.
  ///   - end: seconds to which it is counted; after its end a search keeps its last plan.
  public func primalIntegral(to reference: Double, until end: Double) -> Double {
    var area = 0.0
    var since = 0.0
    var distance = 1.0
    for point in points where point.seconds < end {
      area += distance * (point.seconds - since)
      since = point.seconds
      distance = point.objective.map { Self.distance($0, reference) } ?? 1
    }
    return area + distance * (end - since)
  }

  private static func distance(_ objective: Double, _ reference: Double) -> Double {
    if objective * reference < 0 { return 1 }
    let scale = max(objective.magnitude, reference.magnitude)
    return scale == 0 ? 0 : min(1, (objective - reference).magnitude / scale)
  }
}

/// In files a point is `[seconds, objective, bound]`, for a search has hundreds.
extension SearchTrace.Point: Codable {
  /// Reads a point.
  public init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    seconds = try values.decode(Double.self)
    objective = try values.decode(Double?.self)
    bound = try values.decode(Double?.self)
  }

  /// Writes a point.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    try values.encode(seconds)
    try values.encode(objective)
    try values.encode(bound)
  }
}

extension SearchTrace: Codable {
  /// Reads a trace.
  public init(from decoder: any Decoder) throws {
    self.init(try [Point](from: decoder))
  }

  /// Writes a trace.
  public func encode(to encoder: any Encoder) throws { try points.encode(to: encoder) }
}
