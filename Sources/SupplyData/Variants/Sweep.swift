import TextFiles
/// Named axes along which a variant is varied, as a grid or as a sample.
public struct Sweep: Sendable, Equatable {
  /// What values an axis takes.
  public enum Values: Sendable, Equatable {
    /// These, in order.
    case listed([String])
    /// Any number from the first to the last; of a sample alone.
    case between(Double, Double)
  }

  /// An axis.
  public struct Axis: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its values.
    public var values: Values
  }

  /// The points of a sample, and the seed that they are drawn with.
  public struct Sample: Sendable, Equatable {
    /// How many points.
    public var count: Int
    /// The seed.
    public var seed: UInt64
  }

  /// The most points a sweep may have.
  static let mostPoints = 100_000

  /// The axes, in order.
  public var axes: [Axis]
  /// How the points are drawn; `nil` for the grid of all combinations.
  public var sample: Sample?

  /// A point: what it is called behind `@`, and the values of the axes.
  typealias Point = (label: String, values: [AxisValue])

  /// The points, in order: in a grid the last axis runs fastest.
  var points: [Point] {
    if let sample { return drawn(sample) }
    var points: [[AxisValue]] = [[]]
    for axis in axes {
      guard case .listed(let values) = axis.values else { continue }
      points = points.flatMap { point in
        values.map { point + [AxisValue(axis: axis.name, value: $0)] }
      }
    }
    return points.map { values in
      (values.map { "\($0.axis)=\($0.value)" }.joined(separator: ","), values)
    }
  }

  /// A Latin hypercube: each axis is cut into as many strata as there are points, and each stratum has
  /// one of them.
  ///
  /// M. D. McKay, R. J. Beckman, W. J. Conover, "A comparison of three methods for selecting values of
  /// input variables in the analysis of output from a computer code", Technometrics 21 (1979).
  private func drawn(_ sample: Sample) -> [Point] {
    var stream = SplitMix(seed: sample.seed)
    let columns = axes.map { axis in
      stream.permutation(of: sample.count).map { stratum in
        // The draw is made for a list too, so that an axis does not shift what the next one draws.
        let share = (Double(stratum) + stream.unit()) / Double(sample.count)
        return AxisValue(axis: axis.name, value: axis.values.text(at: share))
      }
    }
    return (0..<sample.count).map { index in
      ("sample=\(index + 1)", columns.map { $0[index] })
    }
  }
}

extension Sweep.Values {
  /// The value at a share of the way, from 0 to below 1.
  fileprivate func text(at share: Double) -> String {
    switch self {
    case .listed(let values): values[min(Int(share * Double(values.count)), values.count - 1)]
    case .between(let start, let stop):
      NumberText.text(of: start + (stop - start) * share, digits: 9)
    }
  }
}

extension SplitMix {
  /// The numbers from 0 to below `count` in random order (Fisher and Yates).
  fileprivate mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(next() % UInt64(index + 1)))
    }
    return order
  }
}
