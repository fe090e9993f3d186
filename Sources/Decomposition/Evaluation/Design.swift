/// A first stage by its whole numbers: a value for each whole column of the master, in their order.
struct Design: Hashable, Sendable {
  var values: [Int]

  init(values: [Int]) { self.values = values }

  /// The nearest whole numbers.
  init(rounding point: [Double], at columns: [Int]) {
    values = columns.map { Int(point[$0].rounded()) }
  }
}

/// A design with its best operation, as far as it is known.
struct Candidate: Sendable {
  var design: Design
  /// The aim's value.
  var value: Double
  /// The point of the master behind it.
  var point: [Double]
  /// Sales lost of each estimate.
  var losses: [Double]
}
