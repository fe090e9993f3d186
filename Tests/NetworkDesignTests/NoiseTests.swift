import SupplyNetwork
import TestDatasets
import Testing

@testable import NetworkDesign

/// What a solver leaves over below its tolerances is no part of a plan.
@Suite("Noise")
struct NoiseTests {
  /// Widgets are wanted, gadgets are not, though a row asks for none of them.
  private static let dataset = HandCase.base
    .adding("products", "gadget,piece,10,0.01")
    .adding("production", "plant,gadget,5")
    .adding("demand", "shop,gadget,*,0,9")
    .adding(
      "buffers", "location,product,maximum,existing", "shop,widget,20,4", "shop,gadget,20,4")

  private func activity(
    _ firstStage: DesignQuestion.FirstStageChoice, quantity: Double
  ) throws -> Activity {
    let monolith = try Monolith(
      network: Network(Self.dataset.read()),
      question: DesignQuestion(measure: .worst, firstStage: firstStage))
    let point = monolith.program.columns.map { column in
      min(max(quantity, column.lower), column.upper)
    }
    return Activity(SolvedDesign(monolith, at: point))
  }

  @Test("of a product that nobody wants nothing moves, however little")
  func unwanted() throws {
    let recourse = try activity(.free, quantity: 8e-15).recourse[0][0]
    #expect(recourse.flows == [0, 0])
    #expect(recourse.produced == [0, 0])
    let more = try activity(.free, quantity: 1e-6).recourse[0][0]
    #expect(more.flows == [1e-6, 0])
    #expect(more.produced == [1e-6, 0])
  }

  @Test("the stocks of today stay, wanted or not")
  func stocks() throws {
    #expect(try activity(.currentNetwork, quantity: 0).stock == [[4], [4]])
    #expect(try activity(.free, quantity: 1e-15).stock[0] == [0])
  }
}
