import SupplyNetwork

/// What goods are made of where those of several kinds meet: whatever leaves a place holds the shares of what entered it.
///
/// `share_n · entered_n = made_n + Σ_into n quantity · share_from`, solved place by place: each place's equation is put into those
/// that still refer to it. Its divisor is a sum of what it refers to and never a difference, so nothing cancels where goods run in
/// circles (the elimination of Grassmann, Taksar and Heyman 1985, doi:10.1287/opre.33.5.1107).
struct GoodsMixing {
  /// Goods that enter a place from nowhere.
  struct Source {
    var place: Int
    var kind: Int
    var quantity: Double
  }

  /// Goods that go from one place to another.
  struct Movement {
    var from: Int
    var to: Int
    var quantity: Double
  }

  /// By place, then kind: shares that add up to 1, all 0 where nothing enters.
  private(set) var shares: [[Double]]

  /// A place's shares in terms of those of others and of what enters from nowhere.
  private struct Equation {
    var places: [Int: Double] = [:]
    var kinds: [Double]

    mutating func normalise() {
      let sum = places.values.reduce(0, +) + kinds.reduce(0, +)
      guard sum > 0 else { return }
      places = places.mapValues { $0 / sum }
      kinds = kinds.map { $0 / sum }
    }
  }

  /// - Parameters:
  ///   - circling: the kind of goods at each place that run in circles and came from nowhere.
  ///   - kinds: how many there are.
  init(circling: [Int], kinds: Int, made: [Source], moved: [Movement]) {
    let places = circling.indices
    var equations = places.map { _ in Equation(kinds: Array(repeating: 0, count: kinds)) }
    var followers = places.map { _ in Set<Int>() }
    for source in made { equations[source.place].kinds[source.kind] += source.quantity }
    for movement in moved where movement.quantity > 0 {
      equations[movement.to].places[movement.from, default: 0] += movement.quantity
      followers[movement.from].insert(movement.to)
    }
    let order = Self.order(equations.map { Set($0.places.keys) }, followers)
    var isSettled = places.map { _ in false }
    for place in order {
      let isEntered = !equations[place].places.isEmpty
      equations[place].places[place] = nil
      if isEntered, equations[place].places.isEmpty,
        !equations[place].kinds.contains(where: { $0 > 0 })
      {
        equations[place].kinds[circling[place]] = 1
      }
      equations[place].normalise()
      isSettled[place] = true
      let settled = equations[place]
      for follower in followers[place] where !isSettled[follower] {
        guard let weight = equations[follower].places.removeValue(forKey: place) else { continue }
        for (kind, share) in settled.kinds.enumerated() where share > 0 {
          equations[follower].kinds[kind] += weight * share
        }
        for (from, share) in settled.places {
          equations[follower].places[from, default: 0] += weight * share
          followers[from].insert(follower)
        }
      }
    }
    shares = equations.map(\.kinds)
    for place in order.reversed() {
      for (from, weight) in equations[place].places {
        for kind in 0..<kinds { shares[place][kind] += weight * shares[from][kind] }
      }
    }
  }

  /// Each place after those that its goods come from, as far as nothing runs in circles.
  private static func order(_ predecessors: [Set<Int>], _ followers: [Set<Int>]) -> [Int] {
    var waiting = predecessors.map(\.count)
    var order = predecessors.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for follower in followers[order[next]] {
        waiting[follower] -= 1
        if waiting[follower] == 0 { order.append(follower) }
      }
      next += 1
    }
    return order + predecessors.indices.filter { waiting[$0] > 0 }
  }
}

extension Activity.Recourse {
  /// The shares of kinds in goods at facilities, where all that comes into being at one is of one kind.
  ///
  /// - Parameters:
  ///   - goods: all goods at facilities of the products in question.
  ///   - kinds: how many kinds there are.
  ///   - kind: of goods that come into being, by where they were made; `nil` for what customers return.
  ///   - circling: the kind of goods that run in circles and came from nowhere.
  func mixing(
    of goods: [Goods], in network: Network, kinds: Int,
    kind: (_ madeIn: Int, _ claim: Int?, _ madeAt: Int?) -> Int, circling: (Goods) -> Int
  ) -> [Goods: [Double]] {
    let place = Dictionary(uniqueKeysWithValues: goods.enumerated().map { ($1, $0) })
    let made = sources(in: network).compactMap { source -> GoodsMixing.Source? in
      let goods = source.goods
      guard let place = place[network.standing(for: goods)] else { return nil }
      return GoodsMixing.Source(
        place: place, kind: kind(goods.madeIn, goods.claim, source.madeAt),
        quantity: source.quantity)
    }
    let moved = flows.enumerated().compactMap { flow, quantity -> GoodsMixing.Movement? in
      let flow = network.flows[flow]
      guard quantity > 0, let reached = network.goodsReached(by: flow), let to = place[reached],
        let from = network.goodsSent(by: flow).flatMap({ place[$0] })
      else { return nil }
      return GoodsMixing.Movement(from: from, to: to, quantity: quantity)
    }
    let mixing = GoodsMixing(
      circling: goods.map(circling), kinds: kinds, made: made, moved: moved)
    return Dictionary(uniqueKeysWithValues: zip(goods, mixing.shares))
  }
}
