import SupplyPlan

/// The greatest of several falling lines: a convex curve, steep at low risk and flat at high risk.
struct LineEnvelope: Sendable {
  /// The lines that are the greatest somewhere, the steepest first.
  let lines: [FrontierBand.Line]
  /// Where each gives way to the next.
  let breaks: [Double]

  /// - Parameter lines: finite, and such as hold wherever the envelope is asked.
  /// - Complexity: O(n log n), by the scan of Graham (1972) on the lines' duals.
  init(_ lines: [FrontierBand.Line]) {
    var kept: [FrontierBand.Line] = []
    var breaks: [Double] = []
    // Steep to flat; of equal price the greatest bound first.
    let steep = lines.sorted { ($0.riskPrice, $0.bound) > ($1.riskPrice, $1.bound) }
    for line in steep {
      if let last = kept.last, last.riskPrice == line.riskPrice { continue }
      while let last = kept.last {
        let crossing = (last.bound - line.bound) / (last.riskPrice - line.riskPrice)
        if let before = breaks.last, crossing <= before {
          kept.removeLast()
          breaks.removeLast()
        } else {
          breaks.append(crossing)
          break
        }
      }
      kept.append(line)
    }
    self.lines = kept
    self.breaks = breaks
  }

  /// The line that is the greatest at `cap`; `nil` where there is none.
  func line(at cap: Double) -> FrontierBand.Line? {
    var (low, high) = (breaks.startIndex, breaks.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] > cap { high = middle } else { low = middle + 1 }
    }
    return lines.indices.contains(low) ? lines[low] : nil
  }
}
