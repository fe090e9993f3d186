import TextFiles

/// Where the runs of a batch are solved.
protocol BatchEngine: Sendable {
  /// Solves what the work has, until there is nothing left or it is to stop. What was begun and not ended is given back.
  ///
  /// - Throws: what keeps it from going on; no run is lost by it.
  func run(_ work: BatchWork) throws(Faults)
}
