import SupplyNetwork

/// A way that goods go from where they are made to where they are used, with what a unit of them costs on arrival.
struct LandedPath {
  /// The flows that it goes over, the first one first; empty for goods that are used where they are made.
  var flows: [Int]
  /// The goods at the place where it begins.
  var start: Goods
  /// Whether the goods are made at the start; else they come round in a circle and cost what they cost there on average.
  var isMadeAtStart: Bool
  /// Whether the last place consumes them; else a customer receives them.
  var isConsumed: Bool
  /// Units per year.
  var quantity: Double
  /// Money per year, by line.
  var money: CostVector
}

/// Divides what customers receive and facilities consume into paths, by proportional mixing.
///
/// Of what leaves a facility each source has the share that it has of what entered. The money of the paths adds up to the
/// money of the goods, whatever their number.
struct PathSearch {
  let costs: GoodsCosts

  /// All paths of a period, those to customers first, each in the order of what it ends with.
  func paths(_ operations: NormalOperations) -> [LandedPath] {
    var paths: [LandedPath] = []
    for (place, quantity) in operations.flows {
      guard case .customer = costs.network.flows[place].destination else { continue }
      if let goods = costs.goods(of: place) {
        follow(goods, quantity, [place], isConsumed: false, &paths)
      }
    }
    let used = costs.sources.filter { $0.value.used > 0 }.map { ($0.key, $0.value.used) }
      .sorted {
        ($0.0.facility, $0.0.product, $0.0.madeIn) < ($1.0.facility, $1.0.product, $1.0.madeIn)
      }
    for (goods, quantity) in used { follow(goods, quantity, [], isConsumed: true, &paths) }
    return paths
  }

  /// Walks back from goods at a facility, of which `quantity` goes over `flows` next.
  private func follow(
    _ goods: Goods, _ quantity: Double, _ flows: [Int], isConsumed: Bool,
    _ paths: inout [LandedPath]
  ) {
    guard let source = costs.sources[goods], source.out > 0 else { return }
    func end(_ quantity: Double, _ unit: CostVector, isMade: Bool) {
      var money = unit.scaled(by: quantity)
      for flow in flows { if let lane = costs.lane[flow] { money.add(lane, times: quantity) } }
      paths.append(
        LandedPath(
          flows: flows, start: goods, isMadeAtStart: isMade, isConsumed: isConsumed,
          quantity: quantity, money: money))
    }
    if flows.count > Self.mostLegs {
      if let unit = costs.unit[goods] { end(quantity, unit, isMade: false) }
      return
    }
    if source.made > 0 {
      end(quantity * source.made / source.out, source.madeCost, isMade: true)
    }
    for (flow, arrived) in source.flowsIn {
      if let goods = costs.goods(of: flow) {
        follow(
          goods, quantity * arrived / source.out, [flow] + flows, isConsumed: isConsumed, &paths)
      }
    }
  }

  /// Beyond so many legs goods go in a circle.
  private static let mostLegs = 12
}
