import SupplyData

/// Which goods at a facility nothing downstream can tell apart, though they were made in different countries.
///
/// Two goods of one product at one facility are of one class if what is used of them there counts alike for every policy, and if
/// on every lane that leaves with the product both pay the same duty in every state and become goods of one class or, at a
/// customer, count alike for every policy. The classes are the coarsest of which this is true: they begin with what policies see at
/// the facility and are divided until no more divide (partition refinement, as states of an automaton are merged: Hopcroft
/// 1971).
///
/// This is the one place that knows what tells origins apart: a rule about where goods are made belongs into ``duties`` or
/// into ``policies(at:product:madeIn:)``.
struct OriginClasses {
  private let network: Network
  private let membership: Membership
  /// The flows by which goods leave, each product's lanes in the same order for every origin.
  private let leaving: [Goods: [Int]]
  /// For each flow a number that it has in common with those whose goods pay the same duty in every state and period, in the same
  /// quota or in none.
  private let duties: [Int]
  /// Products whose exports may be credited with the duty on their components, so that it counts where they were made.
  private let credited: Set<Int>

  init(_ network: Network) {
    self.network = network
    membership = Membership(network.dataset)
    var leaving: [Goods: [Int]] = [:]
    for (place, flow) in network.flows.enumerated() {
      if let goods = network.goodsSent(by: flow) { leaving[goods, default: []].append(place) }
    }
    self.leaving = leaving
    var known: [[Double]: Int] = [:]
    duties = network.flows.indices.map { flow in
      var rates = network.states.flatMap { state in state.duties.map { $0[flow] } }
      for (index, quotas) in network.quotaOfFlow.enumerated() {
        guard let quota = quotas[flow] else { continue }
        rates += [Double(index), Double(quota)]
        rates += network.states.map { $0.dutiesInQuota[index][flow] ?? -1 }
      }
      let number = known[rates] ?? known.count
      known[rates] = number
      return number
    }
    credited = Set(
      network.recipes.filter { recipe in
        network.components[recipe.product].contains {
          network.drawbackShare(at: recipe.facility, of: $0.product) > 0
        }
      }.map(\.product))
  }

  /// For all goods those of their class that stand for it: the facility's own make if that is one of them, else the first.
  func representatives() -> [Goods: Goods] {
    let classes = classes()
    var chosen: [[Int]: Goods] = [:]
    for goods in network.goods {
      let key = [goods.facility, goods.product, classes[goods] ?? 0]
      let country = network.countryOfFacility[goods.facility]
      // Of its own make that which claims nothing comes first.
      if let known = chosen[key], known.madeIn == country || goods.madeIn != country { continue }
      chosen[key] = goods
    }
    return Dictionary(
      uniqueKeysWithValues: network.goods.map { goods in
        (goods, chosen[[goods.facility, goods.product, classes[goods] ?? 0]] ?? goods)
      })
  }

  /// A number for each class of a facility's product.
  private func classes() -> [Goods: Int] {
    let consumed = Set(
      network.recipes.flatMap { recipe in
        network.components[recipe.product].map { [recipe.facility, $0.product] }
      })
    let atEnd = network.flows.map { flow -> [Int] in
      guard case .customer = flow.destination else { return [] }
      return policies(at: flow.destination, product: flow.product, madeIn: flow.madeIn)
    }
    let contents = contents()
    var (classes, count) = numbered { goods in
      var mark = credited.contains(goods.product) ? [-1, goods.madeIn] : []
      guard consumed.contains([goods.facility, goods.product]) else { return mark }
      mark += policies(
        at: .facility(goods.facility), product: goods.product, madeIn: goods.madeIn)
      for agreement in contents[[goods.facility, goods.product]] ?? [] {
        let originates = network.agreements[agreement].qualifies(
          goods.product, madeIn: goods.madeIn, isClaimed: goods.claim == agreement)
        mark += [-2 - agreement, originates ? 1 : 0]
      }
      return mark
    }
    while true {
      let coarser = classes
      let (finer, finerCount) = numbered { goods in
        var mark = [coarser[goods] ?? 0]
        for place in leaving[goods] ?? [] {
          let flow = network.flows[place]
          mark += [flow.lane, duties[place]]
          if let reached = network.goodsReached(by: flow) {
            mark.append(coarser[reached] ?? 0)
          } else {
            mark += atEnd[place]
          }
        }
        return mark
      }
      if finerCount == count { return classes }
      (classes, count) = (finer, finerCount)
    }
  }

  /// For each facility and component the agreements under which the content of some lot made of it there counts.
  private func contents() -> [[Int]: [Int]] {
    var agreements: [[Int]: Set<Int>] = [:]
    for recipe in network.recipes {
      for component in network.components[recipe.product] {
        agreements[[recipe.facility, component.product], default: []].formUnion(recipe.claims)
      }
    }
    return agreements.mapValues { $0.sorted() }
  }

  /// Numbers the goods of each facility and product by their marks, and says how many numbers there are in all.
  private func numbered(_ mark: (Goods) -> [Int]) -> (classes: [Goods: Int], count: Int) {
    var numbers: [[Int]: [[Int]: Int]] = [:]
    var classes: [Goods: Int] = [:]
    for goods in network.goods {
      let mark = mark(goods)
      let place = [goods.facility, goods.product]
      let number = numbers[place]?[mark] ?? numbers[place]?.count ?? 0
      numbers[place, default: [:]][mark] = number
      classes[goods] = number
    }
    return (classes, numbers.values.reduce(0) { $0 + $1.count })
  }

  /// The `share` policies that ask where goods used at a node were made and count these in, by their places in the dataset.
  private func policies(at node: Node, product: Int, madeIn country: Int) -> [Int] {
    let dataset = network.dataset
    return dataset.constraints.indices.filter { place in
      guard
        case .share(let origin, let destination, let restricted) = dataset.constraints[place].kind
      else { return false }
      return (restricted == nil || restricted == dataset.products[product].id)
        && membership.matches(destination, node: network.id(of: node))
        && membership.matches(origin, country: dataset.countries[country].id)
    }
  }
}
