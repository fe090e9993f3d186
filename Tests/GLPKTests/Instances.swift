import Modeling

/// A generator whose numbers depend on the seed alone (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Programs made up for tests.
enum Instances {
  /// Capacitated location: open sites, ship to markets, lose what is not served.
  static func location(sites: Int, markets: Int, seed: UInt64, strongLinks: Bool = false)
    -> LinearProgram
  {
    var generator = SeededGenerator(seed: seed)
    func uniform(_ range: ClosedRange<Double>) -> Double {
      .random(in: range, using: &generator)
    }
    var program = LinearProgram(name: "location \(sites)x\(markets) seed \(seed)")
    let demands = (0..<markets).map { _ in uniform(5...35).rounded() }
    let total = demands.reduce(0, +)
    let places = (0..<sites + markets).map { _ in (uniform(0...100), uniform(0...100)) }
    var capacities: [Double] = []
    var opens: [LinearProgram.ColumnID] = []
    for site in 0..<sites {
      let capacity = (total * uniform(0.1...0.3)).rounded()
      capacities.append(capacity)
      opens.append(
        program.addColumn(
          "open[\(site)]", to: 1, cost: (300 + 3 * capacity + uniform(0...500)).rounded(),
          isInteger: true))
    }
    var shipped = [LinearExpression](repeating: LinearExpression(), count: sites)
    for market in 0..<markets {
      var served = LinearExpression()
      for site in 0..<sites {
        let (dx, dy) = (
          places[site].0 - places[sites + market].0, places[site].1 - places[sites + market].1
        )
        let flow = program.addColumn(
          "ship[\(site),\(market)]", cost: 1 + (dx * dx + dy * dy).squareRoot() / 5)
        served.add(1, flow)
        shipped[site].add(1, flow)
        if strongLinks {
          var link = LinearExpression(1, flow)
          link.add(-min(demands[market], capacities[site]), opens[site])
          program.addRow("link[\(site),\(market)]", link, to: 0)
        }
      }
      served.add(1, program.addColumn("unmet[\(market)]", cost: 60))
      program.addRow("demand[\(market)]", served, from: demands[market], to: demands[market])
    }
    for site in 0..<sites {
      shipped[site].add(-capacities[site], opens[site])
      program.addRow("capacity[\(site)]", shipped[site], to: 0)
    }
    return program
  }

  /// Market split (Cornuéjols and Dawande, 1998): small, and hopeless for branch and bound.
  static func marketSplit(rows: Int, columns: Int, seed: UInt64) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    var program = LinearProgram(name: "market split \(rows)x\(columns) seed \(seed)")
    let whole = (0..<columns).map { program.addColumn("x[\($0)]", to: 1, isInteger: true) }
    for row in 0..<rows {
      var sum = LinearExpression()
      var total = 0
      for column in whole {
        let weight = Int.random(in: 0...99, using: &generator)
        total += weight
        sum.add(Double(weight), column)
      }
      sum.add(1, program.addColumn("slack[\(row)]", cost: 1))
      sum.add(-1, program.addColumn("surplus[\(row)]", cost: 1))
      program.addRow("split[\(row)]", sum, from: Double(total / 2), to: Double(total / 2))
    }
    return program
  }
}
