import SupplyPlan

/// The greatest of lines of which some hold in a range of caps alone: convex between two caps where such a range ends.
struct SlantedCurve: Sendable {
  /// Where ranges begin and end, in rising cap.
  private let edges: [Double]
  /// The lines that hold before the first edge, between two neighbours, and after the last.
  private let envelopes: [LineEnvelope]
  /// Where the greatest line may give way to another, in rising cap.
  let breaks: [Double]

  /// - Complexity: O(edges · lines · log lines).
  init(_ lines: [FrontierBand.Line]) {
    let edges = Set(lines.compactMap(\.risks).flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    self.edges = edges
    let starts = [-.infinity] + edges
    let ends = edges + [.infinity]
    envelopes = zip(starts, ends).map { start, end in
      LineEnvelope(
        lines.filter { line in
          line.risks.map { $0.lowerBound <= start && end <= $0.upperBound } ?? true
        })
    }
    let inner = zip(envelopes, zip(starts, ends)).flatMap { envelope, ends in
      envelope.breaks.filter { $0 > ends.0 && $0 < ends.1 }
    }
    breaks = (edges + inner).sorted()
  }

  /// Whether there is no line.
  var isEmpty: Bool { envelopes.allSatisfy(\.lines.isEmpty) }

  /// The lines that are the greatest somewhere, in rising price.
  var lines: [FrontierBand.Line] {
    var kept: [FrontierBand.Line] = []
    let stops = [-.infinity] + breaks + [.infinity]
    for (start, end) in zip(stops, stops.dropFirst()) {
      let middle =
        start.isFinite && end.isFinite
        ? start + (end - start) / 2 : start.isFinite ? start + 1 : end.isFinite ? end - 1 : 0
      if let line = line(at: middle), !kept.contains(line) { kept.append(line) }
    }
    return kept.sorted { ($0.riskPrice, $0.bound) < ($1.riskPrice, $1.bound) }
  }

  /// The line that is the greatest at `cap`, of those that hold there and beyond; `nil` where there is none.
  func line(at cap: Double) -> FrontierBand.Line? {
    var (low, high) = (edges.startIndex, edges.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] > cap { high = middle } else { low = middle + 1 }
    }
    return envelopes[low].line(at: cap)
  }

  /// What the lines prove at `cap`, `-.infinity` without a line.
  func cost(at cap: Double) -> Double { line(at: cap)?.cost(at: cap) ?? -.infinity }
}
