import SupplyPlan

@testable import PlanChecker
@testable import SupplyData

extension Sabotage {
  /// Falsified returns and coproducts.
  static let circle: [Sabotage] =
    lines(of: .circle, ["collection", "handling"]) + [
      Sabotage("returns more than its share", of: .circle, .returned, at: "customer shop") {
        $1.returns[1].share = 0.29
      },
      Sabotage("the wider row of returns counts", of: .circle, .returned, at: "customer shop") {
        $1.returns.remove(at: 1)
      },
      Sabotage("returns what it did not receive", of: .circle, .returned, at: "product used") {
        plan, _ in plan.scale("plant", "shop", "AA", "now", by: 0.6)
      },
      Sabotage("returns goods of elsewhere", of: .circle, .returned, at: "used made in BB") {
        plan, _ in
        plan.flow("shop", "recycler", "AA", "now") {
          $0.madeIn = "BB"
          $0.duty = 0
        }
      },
      Sabotage("returns to a customer", of: .circle, .lane, at: "shop to mall by road") { plan, _ in
        plan.ship("shop", "mall", "road", "used", "AA", 1, freight: 1, duty: 0, "now")
      },
      Sabotage(
        "returns of who was delivered none", of: .circle, .row, at: "flows: mall to recycler"
      ) {
        plan, _ in
        plan.ship("mall", "recycler", "road", "used", "AA", 1, freight: 1, duty: 0.5, "now")
      },
      Sabotage("two rows of returns", of: .circle, .ambiguous, at: "returns.csv") {
        $1.returns.append($1.returns[1])
      },
      Sabotage("no lane for returns", of: .circle, .lane, at: "shop to recycler") {
        $1.lanes[0].origin = HandDataset.selector("kind:plant|kind:supplier", .nodes)
      },
      Sabotage("a lane too narrow for returns", of: .circle, .laneCapacity, at: "shop to recycler")
      {
        $1.lanes[0].origin = HandDataset.selector("kind:plant|kind:supplier", .nodes)
        $1.lanes.append(HandDataset.link(line: 3, "shop", "recycler", unitCost: 1, days: 10))
        $1.lanes[1].capacity = 49
      },
      Sabotage("escalated returns", of: .circle, .freight, at: "shop to recycler") { plan, _ in
        plan.flow("shop", "recycler", "AA", "now") { $0.freight *= 2 }
      },
      Sabotage("another order of collection", of: .circle, .costLine, at: "collection") {
        $1.returns[2].collectionCost = 3.5
      },
      Sabotage(
        "a smaller yield", of: .circle, .goodsBalance, at: "recycler, product ore made in BB"
      ) { $1.coproducts[0].quantity = 0.47 },
      Sabotage("more discarded than is yielded", of: .circle, .discard, at: "recycler, product ore")
      {
        plan, _ in
        plan.ship("plant", "recycler", "road", "ore", "BB", 30, freight: 2, duty: 0, "now")
      },
      Sabotage("what yields nothing discarded", of: .circle, .goodsBalance, at: "product mini") {
        plan, _ in plan.production[2].quantity = 51
      },
      Sabotage("runs without used ones", of: .circle, .componentBalance, at: "component used") {
        plan, _ in plan.production[3].quantity = 51
      },
      Sabotage("emitted by the recycler alone", of: .circle, .policy, at: "constraint clean") {
        $1.constraints[0].value = 0.239
      },
      Sabotage("made, not yielded", of: .circle, .policy, at: "constraint mined") {
        $1.constraints[1].value = 75.9
      },
      Sabotage("a share of what is used", of: .circle, .policy, at: "constraint recycled") {
        $1.constraints[2].value = 0.239
      },
    ]
}
