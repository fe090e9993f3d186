import SupplyData
import TestDatasets
import Testing

@testable import SupplyNetwork

/// Which goods count as one: what goes on alike from where it is, whatever country it was made in.
@Suite struct OriginClassesTests {
  @Test(arguments: UInt64(0)..<(runsLongTests ? 300 : 60))
  func `merged goods pay the same and become the same wherever they go`(_ seed: UInt64) throws {
    let network = try Network(RandomDataset(seed: 920_000 + seed).dataset.read())
    let merged = network.merged
    var parts: [Int] = []
    for (place, flow) in merged.flows.enumerated() {
      let sent = try #require(merged.goodsSent(by: flow))
      #expect(merged.goods.contains(sent), "seed \(seed)")
      if let reached = merged.goodsReached(by: flow) {
        #expect(merged.goods.contains(reached), "seed \(seed)")
      }
      for part in merged.parts(ofFlow: place) {
        let whole = network.flows[part]
        #expect(
          network.goodsSent(by: whole).map(merged.standing) == sent, "seed \(seed)")
        #expect(
          network.goodsReached(by: whole).map(merged.standing) == merged.goodsReached(by: flow),
          "seed \(seed)")
        #expect(whole.lane == flow.lane && whole.freight == flow.freight, "seed \(seed)")
        for state in network.states.indices {
          #expect(
            merged.states[state].duties.map { $0[place] }
              == network.states[state].duties.map { $0[part] },
            "seed \(seed)")
        }
      }
      parts += merged.parts(ofFlow: place)
    }
    #expect(parts.sorted() == Array(network.flows.indices), "seed \(seed)")
    for recipe in merged.recipes {
      #expect(merged.goods.contains(merged.goodsMade(by: recipe)), "seed \(seed)")
    }
    #expect(merged.merged.flows.count == merged.flows.count)
  }

  /// Two plants, in AA and in CC, a warehouse and a shop in BB: at the warehouse widgets of two origins meet.
  private static let twoMakers = TestDataset()
    .adding("countries", "CC,South,42,21")
    .adding(
      "facilities", "works,CC,plant,existing,0,0", "hub,BB,warehouse,existing,0,0"
    )
    .adding("capacity", "works,line,50,1,1,0,0")
    .adding("production", "works,widget,22")
    .replacing(
      "lanes", "origin,destination,mode\nplant,hub,truck\nworks,hub,truck\nhub,shop,truck\n"
    )
    .replacing("tariffs", "layer,origin,destination,product,rate\n")

  private func counts(_ dataset: TestDataset) throws -> (goods: Int, merged: Int) {
    let network = try Network(dataset.read())
    return (network.goods.count, network.merged.goods.count)
  }

  @Test func `origins that meet where no duty and no policy asks are one`() throws {
    #expect(try counts(Self.twoMakers) == (4, 3))
  }

  @Test(arguments: ["AA", "CC"])
  func `a duty further on tells the origin apart that pays it`(_ country: String) throws {
    // The warehouse lies outside the shop's territory, so that duty is due where the goods leave it.
    let abroad = Self.twoMakers
      .replacing(
        "facilities",
        """
        facility,country,kind,status,closing_cost,fixed_cost
        plant,AA,plant,existing,0,0
        works,CC,plant,existing,0,0
        hub,AA,warehouse,existing,0,0

        """)
    #expect(try counts(abroad) == (4, 3))
    let taxed = abroad.adding("tariffs", "mfn,\(country),BB,widget,0.1")
    #expect(try counts(taxed) == (4, 4))
    let surcharged =
      abroad
      .adding("scenarios", "scenario,probability,duration_weeks", "war,0.1,10")
      .adding(
        "disruptions", "scenario,effect,origin,destination,mode,product,value",
        "war,tariff,\(country),BB,,widget,0.2")
    #expect(try counts(surcharged) == (4, 4))
  }

  @Test(arguments: [("AA", 4), ("CC", 4), ("BB", 3), ("*", 3)])
  func `a policy tells the origins apart that it names`(_ origin: String, _ goods: Int) throws {
    let dataset = Self.twoMakers.adding(
      "constraints", "constraint,kind,origin,destination,product,period,sense,value",
      "own,share,\(origin),country:BB,widget,*,<=,0.5")
    #expect(try counts(dataset) == (4, goods))
  }
}
