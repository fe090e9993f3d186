import SupplyData

/// The lines that a landed cost is told in, by place: production, freight, pipeline, carbon, handling, safety stock, what quotas save
/// and what is drawn back of the duty, then each layer of duty.
struct CostShape {
  static let production = 0
  static let freight = 1
  static let pipeline = 2
  static let carbon = 3
  static let handling = 4
  static let safetyStock = 5
  static let quota = 6
  static let drawback = 7
  private static let firstLayer = 8

  /// Layers of duty, in the order of the table.
  let layers: [String]
  private let placeOfLayer: [String: Int]

  init(_ dataset: Dataset) {
    var layers: [String] = []
    for tariff in dataset.tariffs where !layers.contains(tariff.layer) {
      layers.append(tariff.layer)
    }
    self.layers = layers
    placeOfLayer = Dictionary(
      layers.enumerated().map { ($1, Self.firstLayer + $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Number of lines.
  var count: Int { Self.firstLayer + layers.count }

  /// The place of a layer of duty.
  func place(ofLayer layer: String) -> Int { placeOfLayer[layer] ?? Self.firstLayer }

  /// The line at a place, with its layer where it is a duty.
  func line(_ place: Int) -> (name: String, layer: String?) {
    switch place {
    case Self.production: ("production", nil)
    case Self.freight: ("freight", nil)
    case Self.pipeline: ("pipeline", nil)
    case Self.carbon: ("carbon", nil)
    case Self.handling: ("handling", nil)
    case Self.safetyStock: ("safety_stock", nil)
    case Self.quota: ("duty", "quota")
    case Self.drawback: ("drawback", nil)
    default: ("duty", layers[place - Self.firstLayer])
    }
  }
}

/// Money by line: of the goods themselves, and of the components in them.
struct CostVector {
  /// Of the goods themselves, by place in ``CostShape``.
  var own: [Double]
  /// Of their components, by place in ``CostShape``.
  var components: [Double]

  init(_ shape: CostShape) {
    own = Array(repeating: 0, count: shape.count)
    components = own
  }

  /// Adds `factor` times another.
  mutating func add(_ other: CostVector, times factor: Double = 1) {
    for place in own.indices {
      own[place] += factor * other.own[place]
      components[place] += factor * other.components[place]
    }
  }

  /// The same, times `factor`.
  func scaled(by factor: Double) -> CostVector {
    var scaled = self
    for place in own.indices {
      scaled.own[place] *= factor
      scaled.components[place] *= factor
    }
    return scaled
  }

  /// All of it as what components cost: what it is to the goods that it goes into.
  var asComponents: CostVector {
    var folded = self
    for place in own.indices {
      folded.components[place] += own[place]
      folded.own[place] = 0
    }
    return folded
  }

  /// The sum of all lines.
  var total: Double { own.reduce(0, +) + components.reduce(0, +) }

  /// The greatest difference to another in any line.
  func difference(to other: CostVector) -> Double {
    var most = 0.0
    for place in own.indices {
      most = max(
        most, abs(own[place] - other.own[place]),
        abs(components[place] - other.components[place]))
    }
    return most
  }
}
