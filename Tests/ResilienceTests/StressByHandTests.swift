import Findings
import Foundation
import NetworkDesign
import SupplyData
import SupplyNetwork
import TestDatasets
import Testing
import TextFiles

@testable import Resilience

/// A plant of 100 units a year for a shop that wants 80, each sale worth 300, with 20 units in the shop's store.
@Suite struct StressByHandTests {
  private static let files = TestDataset()
    .adding("buffers", "location,product,maximum,existing", "shop,widget,50,20")

  private func result(_ target: String, weeks: Double, of files: TestDataset = files) throws
    -> (
      lost: Double, weeks: Double?, stranded: [String], losses: Double, usual: Double, cost: Double
    )
  {
    let dataset = try files.read()
    let network = try Network(dataset)
    let selector = try OutageSelector(target, in: dataset, place: target)
    let result = try #require(
      try StressTest(network: network, threads: 1).run(
        [.init(name: "now", stage: DecidedStage(currentNetworkOf: network.dataset))],
        against: OutageCatalogue(dataset).targets(of: selector).map {
          .init(target: $0, weeks: weeks)
        }
      ).first)
    return (
      result.salesLost, result.weeksToSurvive, result.stranded,
      result.losses.reduce(0) { $0 + $1.money }, result.usualOperatingCost, result.operatingCost
    )
  }

  @Test("the store lasts 13 weeks", arguments: ["plant", "country:AA", "country:AA>country:BB"])
  func store(target: String) throws {
    let result = try result(target, weeks: 26)
    // Of the 40 units of half a year 20 lie in store; 20 of 80 are a quarter.
    #expect(abs(result.lost - 0.25) < 1e-9)
    #expect(abs((result.weeks ?? 0) - 13) < 1e-6)
    #expect(result.stranded == ["widget"])
    #expect(abs(result.losses - 6000) < 1e-6)
    // 20 units are replaced at their value of 100; usually half a year makes and moves 40 at 20 and freight.
    #expect(abs(result.cost - 2000) < 1e-3)
    #expect(result.usual > 800)
  }

  @Test("what nothing hangs on is survived for ever") func harmless() throws {
    let files = Self.files
      .adding("facilities", "spare,AA,plant,existing,0,0")
      .adding("capacity", "spare,line,100,1,1,0,0")
      .adding("production", "spare,widget,90")
      .replacing("lanes", "plant,shop,truck", with: "*,shop,truck")
    let result = try result("plant", weeks: 26, of: files)
    #expect(result.lost == 0 && result.weeks == nil && result.stranded.isEmpty)
    // Each of the 40 units costs 70 more where the spare makes it.
    #expect(abs(result.cost - result.usual - 2800) < 1e-3)
  }

  @Test("a store that is too small survives its part") func closedPlant() throws {
    let result = try result("plant", weeks: 4)
    #expect(result.lost == 0)
    #expect(abs((result.weeks ?? 0) - 13) < 1e-6)
  }

  @Test("what a target may be, and what is no target")
  func selectors() throws {
    let dataset = try Self.files.read()
    for text in [
      "plants", "country:ZZ", "region:*>", "product:widget", "planet:X", "country:BB", "",
      "kind:mill", "country:AA>country:BB@mode:ship",
    ] {
      #expect(throws: Faults.self, "\(text)") {
        try OutageSelector(text, in: dataset, place: text)
      }
    }
    let texts = [
      "*", "plant", "kind:plant", "country:*", "region:North", "product:*@country:*",
      "country:*>region:*", "country:AA>country:BB@mode:truck", "plant|country:AA",
      "plant+country:AA",
    ]
    for text in texts {
      let selector = try OutageSelector(text, in: dataset, place: text)
      let targets = OutageCatalogue(dataset).targets(of: selector)
      #expect(!targets.isEmpty, "\(text)")
      for target in targets {
        let again = try OutageSelector(target.text, in: dataset, place: text)
        #expect(OutageCatalogue(dataset).targets(of: again) == [target], "\(text)")
      }
    }
  }
}
