import Foundation

/// The axes of a picture: both logarithmic, the vertical one in whole decades.
struct Frame {
  static let width = 760
  static let height = 440
  static let left = 70
  static let right = 560
  static let top = 40
  static let bottom = 380

  private let xRange: ClosedRange<Double>
  private let yRange: ClosedRange<Double>

  init(points: [GrowthChart.Point]) {
    let xs = points.map { log10(max($0.x, 1)) }
    let ys = points.map { log10(max($0.seconds, 0.001)) }
    let low = xs.min() ?? 0
    // A single point has an axis too.
    xRange = low...max(xs.max() ?? 1, low + 0.1)
    let floor = (ys.min() ?? 0).rounded(.down)
    yRange = floor...max((ys.max() ?? 1).rounded(.up), floor + 1)
  }

  /// The powers of ten on the vertical axis, in seconds.
  var decades: [Double] {
    stride(from: yRange.lowerBound, through: yRange.upperBound, by: 1).map { pow(10, $0) }
  }

  func x(_ value: Double) -> Double {
    let share =
      (log10(max(value, 1)) - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
    return Double(Self.left) + share * Double(Self.right - Self.left)
  }

  func y(_ seconds: Double) -> Double {
    let share =
      (log10(max(seconds, 0.001)) - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
    return Double(Self.bottom) - share * Double(Self.bottom - Self.top)
  }
}
