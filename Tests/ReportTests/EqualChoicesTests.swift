import Foundation
import FrontierSearch
import SupplyPlan
import Testing

@testable import Premium
@testable import Report

/// Plans that cost and risk nearly the same, at other sites.
@Suite struct EqualChoicesTests {
  /// The fixture's frontier with a twin of plan 5: 0.1 % dearer, a tenth of a point safer, one site open that was not.
  private func input(bound: Double = 22.2e9) throws -> ReportInput {
    var input = ReportCase.frontierWithBaseline.input
    var frontier = try #require(input.frontier)
    var twin = input.plans[4]
    let cost = 22.33e9
    twin.cost = cost
    twin.risk.salesAtRisk = 0.121
    let open = Set(twin.facilities.filter(\.open).map(\.facility))
    let facility = try #require(twin.facilities.first { !open.contains($0.facility) }).facility
    for row in twin.facilities.indices where twin.facilities[row].facility == facility {
      twin.facilities[row].open = true
    }
    twin.costs.opening += cost - twin.costs.total
    input.plans.insert(twin, at: 5)
    frontier.points.insert(
      .init(cost: cost, salesAtRisk: 0.121, bound: bound, gap: 0.005, plan: "twin/plan.json"),
      at: 5)
    frontier.bounds = []
    for row in frontier.points.indices where row >= 5 {
      frontier.points[row].bound = max(bound, frontier.points[row].bound)
    }
    frontier.points[5].bound = bound
    input.frontier = frontier
    return input
  }

  private func choices(_ input: ReportInput) throws -> EqualChoices {
    try #require(try ReportParts(input).choices)
  }

  @Test func `twins are found and named`() throws {
    let choices = try choices(try input())
    #expect(choices.groups.map { $0.map(\.position) } == [[4, 5]])
    #expect(choices.groups[0].map(\.kind) == ["other sites", "plants"])
    let sentence = try #require(choices.sentence(for: 4))
    #expect(sentence.hasPrefix("Neither cost nor risk decides between"))
    #expect(choices.sentence(for: 0) == nil)
  }

  /// Bounds that tell the two apart make the dearer one no equal.
  @Test func `not where the bounds tell them apart`() throws {
    #expect(try choices(try input(bound: 22.325e9)).groups.isEmpty)
  }

  /// The marks of twins lie far enough apart to be hit, in both widths.
  @Test func `both can be chosen on the figure`() throws {
    let page = try HTMLReport(try input()).render()
    let marks = Markup.pieces(page, from: "<a class=\"point", to: "</a>")
    for number in [5, 6] {
      #expect(marks.filter { $0.contains("data-point=\"\(number - 1)\"") }.count == 2)
    }
    func middle(_ mark: String) -> Double {
      let circle = mark.components(separatedBy: "class=\"dot\"")[1]
      return Double(circle.components(separatedBy: "cx=\"")[1].prefix { $0 != "\"" }) ?? 0
    }
    let places = [4, 5].map { number in
      marks.filter { $0.contains("data-point=\"\(number)\"") }.map(middle)
    }
    for width in 0..<2 { #expect(places[1][width] - places[0][width] >= 13.9) }
  }

  /// A step that changes sites for next to nothing stands in the figure of the premium.
  @Test func `the step between twins is shown`() throws {
    var record = try #require(ReportCase.findingsBeside.input.premium)
    let place = 1
    record.steps[place].points = 0.001
    record.steps[place].cost = 0
    record.steps[place].purchases = [
      .init(kind: .opens, place: "x", amount: 1, words: "opens x")
    ]
    #expect(!record.pricedSteps.contains { $0.from == place + 1 })
    #expect(record.shownSteps.contains { $0.from == place + 1 })
    #expect(record.isChoice(record.steps[place]))
  }
}
