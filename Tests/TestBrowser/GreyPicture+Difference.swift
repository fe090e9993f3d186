extension GreyPicture {
  /// Dots to a cell's side: letters blur in a cell, a figure or a bar does not.
  private static let cell = 5
  /// How many dots a band of cells may lie higher or lower, as lines of text do with another version of a browser.
  private static let mostShift = 3
  /// How much the mean of a cell may differ, of 255.
  private static let mostDifference = 20.0
  /// How much the height may differ.
  private static let mostGrowth = 0.02

  /// In what the picture differs from another one more than drawing does; `nil` where in nothing.
  public func difference(from kept: GreyPicture) -> String? {
    if width != kept.width { return "it is \(width) wide, and was \(kept.width)" }
    if abs(Double(height - kept.height)) > max(1, Double(kept.height) * Self.mostGrowth) {
      return "it is \(height) high, and was \(kept.height)"
    }
    var places: [String] = []
    for top in stride(from: 0, to: kept.height, by: Self.cell) {
      let shifts = (-Self.mostShift...Self.mostShift).map {
        differences(from: kept, top: top, shift: $0)
      }
      let least = shifts.min { $0.reduce(0, +) < $1.reduce(0, +) } ?? []
      for (column, difference) in least.enumerated() where difference > Self.mostDifference {
        places.append("(\(column * Self.cell), \(top)): \(Int(difference))")
      }
    }
    guard !places.isEmpty else { return nil }
    let more = places.count > 12 ? " and \(places.count - 12) more" : ""
    return "cells differ at (x, y): \(places.prefix(12).joined(separator: ", "))\(more)"
  }

  /// How much the mean of each cell of a band differs from the same band of the other, this one moved down.
  private func differences(from kept: GreyPicture, top: Int, shift: Int) -> [Double] {
    stride(from: 0, to: width, by: Self.cell).map { left in
      abs(mean(left: left, top: top + shift) - kept.mean(left: left, top: top))
    }
  }

  /// The mean of a cell; white beyond the edge.
  private func mean(left: Int, top: Int) -> Double {
    var sum = 0
    let right = min(left + Self.cell, width)
    for y in top..<(top + Self.cell) {
      for x in left..<right { sum += y >= 0 && y < height ? Int(dots[y * width + x]) : 255 }
    }
    return Double(sum) / Double((right - left) * Self.cell)
  }
}
