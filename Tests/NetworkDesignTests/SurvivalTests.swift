import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

/// Outages that must be survived: by hand, and against the same constraint in MathProg.
@Suite struct SurvivalTests {
  private static let seeds = 0..<UInt64(runsLongTests ? 300 : 40)

  private static func dataset(_ seed: UInt64) throws -> Dataset {
    var size = RandomDataset.Size()
    size.mostDesigns = 200
    return try RandomDataset(seed: 70_000 + seed, size: size).surviving().read()
  }

  @Test(
    "least cost, a cap, least risk and the comparators agree with MathProg",
    .enabled(if: MathProgOracle.isInstalled, "\(MathProgOracle.missing)"), arguments: seeds)
  func agreement(seed: UInt64) throws {
    let dataset = try Self.dataset(seed)
    let network = try Network(dataset)
    var question = DesignQuestion(measure: dataset.settings.risk)
    switch seed % 4 {
    case 0: question.objective = .risk
    case 1: question.maxRisk = 0.05
    case 2: question.firstStage = seed % 8 == 2 ? .currentNetwork : .expandedNetwork
    default: break
    }
    let plan = try plan(
      dataset, question.objective, maxRisk: question.maxRisk, firstStage: question.firstStage,
      name: "seed \(seed)")
    let answer = try solveWithMathProg(network, question)
    if question.objective == .risk {
      let risk = plan.risk.salesAtRisk
      #expect(
        agree(risk, answer?.risk), "seed \(seed): \(risk as Any), \(answer?.risk as Any)")
    } else {
      #expect(
        agree(plan.cost, answer?.cost), "seed \(seed): \(plan.cost as Any), \(answer?.cost as Any)")
    }
  }

  @Test("the seeds bind, leave free and cannot be met") func variety() throws {
    var ends: Set<String> = []
    for seed in UInt64(0)..<24 {
      let dataset = try Self.dataset(seed)
      var free = dataset
      free.constraints.removeAll { if case .survive = $0.kind { true } else { false } }
      let bound = try plan(dataset, name: "seed \(seed)")
      let unbound = try plan(free, name: "seed \(seed)")
      guard let least = unbound.cost else { continue }
      guard let cost = bound.cost else {
        ends.insert("impossible")
        continue
      }
      #expect(cost >= least * (1 - 1e-9), "seed \(seed)")
      ends.insert(cost > least * (1 + 1e-6) ? "binding" : "free")
    }
    #expect(ends == ["impossible", "binding", "free"])
  }

  /// A plant of 100 units and a dear candidate beside it; 80 are asked for, at 300 each.
  private static let twoPlants = TestDataset()
    .adding("facilities", "spare,AA,plant,candidate,50000,0")
    .adding("capacity", "spare,line,40,0,2,0,0")
    .adding("production", "spare,widget,90")
    .replacing("lanes", "plant,shop,truck", with: "*,shop,truck")
    .adding("recovery", "target,weeks", "*,26")
    .adding("constraints", "constraint,kind,origin,sense,value")

  @Test("half a year without the plant", arguments: [(0.5, 0), (0.49, 1), (0.25, 1), (0.0, 2)])
  func byHand(value: Double, lines: Int) throws {
    // Without the plant and without a spare half of a year's sales are lost; each line of 40 makes up for a quarter.
    let plan = try plan(Self.twoPlants.adding("constraints", "safe,survive,plant,<=,\(value)"))
    #expect(plan.modules.first { $0.facility == "spare" }?.count == lines)
    let lost = try #require(plan.outages.first)
    #expect(plan.outages.count == 1 && lost.target == "plant" && lost.weeks == 26)
    #expect(abs(lost.salesLost - 0.25 * Double(2 - lines)) < 1e-9)
  }

  @Test("stock counts, for as long as it lasts") func stockByHand() throws {
    let dataset = Self.twoPlants
      .adding("buffers", "location,product,maximum,unit_cost", "shop,widget,100,1")
      .adding("constraints", "safe,survive,plant,<=,0.2")
    let plan = try plan(dataset)
    // Of the 40 units of half a year 0.2 · 80 = 16 may go unsold; 24 lie in stock.
    #expect(abs((plan.buffers.first?.stock ?? 0) - 24) < 1e-6)
    #expect(!plan.facilities.contains { $0.facility == "spare" && $0.open })
  }

  @Test("the current network says which outages it does not survive") func baseline() throws {
    let dataset = Self.twoPlants
      .adding("constraints", "safe,survive,plant,<=,0.4", "sure,survive,country:AA,<=,0.5")
    let plan = try plan(dataset, firstStage: .currentNetwork)
    #expect(plan.broken?.map(\.constraint) == ["safe"])
    #expect(plan.outages.map(\.salesLost).allSatisfy { abs($0 - 0.5) < 1e-9 })
  }

  @Test("what cannot be survived is proven") func impossible() throws {
    let dataset = try Self.twoPlants.adding("constraints", "safe,survive,country:AA,<=,0.4").read()
    let plan = try MonolithPlanner(network: Network(dataset))
      .plan(for: DesignQuestion(measure: dataset.settings.risk))
    #expect(plan.termination == .infeasible)
  }
}
