import SupplyPlan
import Testing

@testable import PlanChecker
@testable import SupplyData

@Suite struct MixingTests {
  @Test func goodsInACircle() throws {
    // 15·a = 10 + 5·b and 15·b = 5·a.
    var mixing = ProportionalMixing()
    mixing.make(10, at: 1, isMarked: true)
    mixing.make(10, at: 2, isMarked: false)
    mixing.move(5, from: 1, to: 2)
    mixing.move(5, from: 2, to: 1)
    let shares = mixing.shares()
    #expect(abs(try #require(shares[1]) - 0.75) < 1e-12)
    #expect(abs(try #require(shares[2]) - 0.25) < 1e-12)
  }

  @Test func goodsThatWereNeverMade() throws {
    var mixing = ProportionalMixing()
    mixing.make(1, at: 0, isMarked: true)
    mixing.move(7, from: 1, to: 2)
    mixing.move(7, from: 2, to: 1)
    let shares = mixing.shares()
    #expect(shares[0] == 1)
    #expect(shares[1] == 0)
    #expect(shares[2] == 0)
  }

  @Test(arguments: 1...50)
  func againstIteration(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func random(_ below: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(below))
    }
    let nodes = 2 + random(6)
    var mixing = ProportionalMixing()
    var made = [Double](repeating: 0, count: nodes)
    var marked = made
    var moves: [(Int, Int, Double)] = []
    for node in 0..<nodes where random(3) > 0 {
      let quantity = Double(1 + random(9))
      let isMarked = random(2) == 0
      mixing.make(quantity, at: node, isMarked: isMarked)
      made[node] += quantity
      if isMarked { marked[node] += quantity }
    }
    for _ in 0..<2 * nodes {
      let move = (random(nodes), random(nodes), Double(1 + random(9)))
      guard move.0 != move.1 else { continue }
      mixing.move(move.2, from: move.0, to: move.1)
      moves.append(move)
    }
    var expected = [Double](repeating: 0, count: nodes)
    for _ in 0..<2000 {
      expected = (0..<nodes).map { node in
        let inward = moves.filter { $0.1 == node }
        let all = inward.reduce(made[node]) { $0 + $1.2 }
        return all == 0
          ? 0 : inward.reduce(marked[node]) { $0 + $1.2 * expected[$1.0] } / all
      }
    }
    let shares = mixing.shares()
    for node in 0..<nodes {
      #expect(abs((shares[node] ?? 0) - expected[node]) < 1e-9, "seed \(seed), node \(node)")
    }
  }

  /// The hub makes widgets too, and is no micro-factory: what leaves it to the shop is 20 of 50 parts micro.
  @Test func aHubThatMixes() throws {
    var dataset = HandDataset.dataset
    dataset.production.append(
      ProductionRow(
        facility: "hub", product: "widget", unitCost: 1, capacityUse: 1, emissionsTonnes: 0))
    var plan = HandPlan.plan
    plan.production.append(
      ProductionFlowRow(
        period: "later", scenario: nil, facility: "hub", product: "widget", quantity: 30))
    plan.scale("hub", "shop", "BB", "later", by: 2.5)
    let recount = try #require(PlanChecker(dataset).check(plan).recount)
    let later = recount.mix.filter { $0.period == "later" && $0.country == "BB" }
    // Delivered: 30 directly, 50 by the hub with 0.4 of it micro, of 140 in all.
    #expect(later.map(\.microfactory) == [false, true])
    #expect(abs(later[0].valueShare - 30 / 140.0) < 1e-12)
    #expect(abs(later[1].valueShare - 50 / 140.0) < 1e-12)
  }

  @Test func classes() {
    let catalogue = Catalogue(HandDataset.dataset)
    #expect(MixRecount.placement(0, 0, catalogue) == .domestic)
    #expect(MixRecount.placement(1, 0, catalogue) == .nearshore)
    #expect(MixRecount.placement(2, 0, catalogue) == .friendshore)
    #expect(MixRecount.placement(3, 0, catalogue) == .offshore)
    #expect(MixRecount.placement(3, 2, catalogue) == .nearshore)
  }
}
