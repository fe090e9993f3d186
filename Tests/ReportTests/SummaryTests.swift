@testable import FigureDrawing
import SupplyPlan
import Testing
import Wording

@testable import Report

/// The words of the head against the data. Expected figures are worked out by hand from the fixture: cheapest plan
/// 21.42 bn at 31.2 %, third plan 21.66 bn at 19.2 %, knee 22.31 bn at 12.2 %, current network 22.05 bn at 33.8 %.
@Suite struct SummaryTests {
  private func text(_ example: ReportCase) throws -> String {
    spaced(Markup.text(try example.page()))
  }

  @Test func frontierWithBaseline() throws {
    let text = try text(.frontierWithBaseline)
    for sentence in [
      // 0.151 is the first risk of at most 0.156; 21.90 / 21.42 − 1 = 2.24 %.
      "Half of the sales at risk go for 2.2 % more cost.",
      "The current network costs $22.1 bn over 15 years, discounted at 8 % a year, and stands to lose "
        + "33.8 % of a year’s sales on average over the worst 5 % of years. It breaks one decision or "
        + "constraint of the dataset, which every plan keeps.",
      "The cheapest plan costs $21.4 bn, $630 m (2.9 %) less than the current network, and leaves "
        + "31.2 % of a year’s sales at risk.",
      // (22.31 − 21.42) bn / 19.0 points, (25.35 − 22.31) bn / 4.1 points.
      "Up to plan 5 a point of resilience costs $46.8 m on average; beyond it, $741 m",
      "Plan 5, at the knee of the frontier, costs $22.3 bn, $890 m (4.2 %) more than the cheapest plan, brings sales at "
        + "risk from 33.8 % today to 12.2 % and opens ten sites and closes two sites.",
      "Plan 5 costs $22.3 bn, $890 m (4.2 %) more than the cheapest plan. It takes sales at risk from "
        + "31.2 % down to 12.2 %, and so 61 % of the risk away.",
      // Bound 22.31 bn · 0.9996 = 22.301 bn, told rounded down.
      "It is proven that no plan at this resilience can cost less than $22.30 bn: Plan 5 is within "
        + "0.04 % of the best there is.",
      "It opens Bécancour cathode, Bowling Green cells, Monterrey packs, Thacker Pass lithium and "
        + "6 more sites and closes Changzhou cells and Qingdao graphite, and invests $1.78 bn.",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
  }

  @Test func withoutBaselineNothingIsCompared() throws {
    let text = try text(.frontierWithoutBaseline)
    #expect(!text.lowercased().contains("current network"))
    #expect(!text.contains("Today"))
    #expect(
      text.contains(
        "The cheapest plan costs $21.4 bn over 15 years, discounted at 8 % a year, and leaves 31.2 %"
      ))
    #expect(text.contains("Plan 5 costs $890 m more than Plan 1: "))
  }

  @Test func `what a normal year leaves undelivered`() throws {
    var input = ReportCase.frontierWithBaseline.input
    let periods = input.dataset.settings.periods.map(\.id)
    func lacking(_ share: Double, _ worst: Double) -> Undelivered {
      Undelivered(
        share: share,
        periods: periods.map { .init(period: $0, share: $0 == periods.last ? worst : 0) })
    }
    func text() throws -> String { spaced(Markup.text(try HTMLReport(input).render())) }
    #expect(!(try text()).contains("undelivered"))
    input.plans[0].undelivered = lacking(0.057, 0.1)
    #expect(
      try text().contains(
        "Even in normal years, when nothing happens, the cheapest plan leaves 5.7 % of sales undelivered."
      ))
    input.plans[input.chosen].undelivered = lacking(0.02, 0.03)
    let both = try text()
    let last = try #require(periods.last)
    #expect(
      both.contains(
        "Even in normal years, when nothing happens, Plan 5 leaves 2.0 % of sales undelivered; in \(last) it is 3.0 %."
      ))
    // A tenth of a percent need not be told.
    input.plans[0].undelivered = lacking(0.001, 0.001)
    input.plans[input.chosen].undelivered = nil
    #expect(!(try text()).contains("undelivered"))
  }

  @Test func singlePlans() throws {
    let alone = try text(.planAlone)
    #expect(
      alone.contains(
        "The plan costs $21.7 bn over 15 years, discounted, and stands to lose 19.2 % of a year’s sales on "
          + "average over the worst 5 % of years."))
    #expect(alone.contains("What is the cheapest network, and what does it risk?"))
    // 21.66 bn · 0.9995 = 21.649 bn.
    #expect(
      alone.contains(
        "It is proven that no plan that meets the demand and the constraints can cost less than "
          + "$21.64 bn: it is within 0.05 % of the best there is."))
    #expect(!alone.contains("current network"))

    let compared = try text(.planWithBaseline)
    #expect(
      compared.contains(
        "The plan costs $21.7 bn, $390 m (1.8 %) less than the current network. It takes sales at risk "
          + "from 33.8 % down to 19.2 %, and so 43 % of the risk away."))

    let baseline = try text(.baselineAlone)
    #expect(baseline.contains("What does the network of today cost, and what does it risk?"))
    #expect(
      baseline.contains("The current network costs $22.1 bn and puts 33.8 % of a year’s sales"))
    #expect(!baseline.contains("It is proven"))

    let safest = try text(.leastRisk)
    #expect(safest.contains("How resilient can the network be made?"))
    #expect(
      safest.contains("It is proven that no plan can put less than 8.09 % of sales at risk."))
  }

  @Test func noPlan() throws {
    let infeasible = try text(.infeasiblePlan)
    #expect(
      infeasible.contains(
        "It is proven that no plan exists that puts no more than 2.0 % of sales at risk."))
    let stopped = try text(.stoppedWithoutPlan)
    #expect(
      stopped.contains(
        "No plan was found that puts no more than 2.0 % of sales at risk (time limit); whether one "
          + "exists was not decided."))
    #expect(!stopped.contains("proven that no plan"))
    #expect(try text(.emptyFrontier).contains("No plan can exist under these constraints."))
  }

  @Test func unprovedCapsAreSaid() throws {
    let text = try text(.unprovedCaps)
    #expect(text.contains("The search ended early (time limit); the band holds all the same."))
    #expect(
      text.contains(
        "The search for a plan with at most 20.0 % of sales at risk came to nothing (the time was up "
          + "before a plan was found); around there the band is wider than it need be."))
    #expect(text.contains("not proved at 80.0 %"))
  }

  @Test func noDemand() throws {
    let text = try text(.noDemand)
    #expect(text.contains("The plan costs $0"))
    #expect(text.contains("nothing is delivered"))
    #expect(text.contains("The plan costs $0, as much as the current network."))
    #expect(!text.contains("NaN") && !text.contains("nan %") && !text.contains("inf"))
  }

  @Test func onePoint() throws {
    let text = try text(.onePoint)
    #expect(text.contains("One plan is the cheapest and the most resilient found."))
    #expect(text.contains("Plan 1 is the cheapest plan: $21.4 bn, with 31.2 % of a year’s sales"))
  }

  @Test func leaderAbroadAndAnywhere() throws {
    #expect(
      try text(.frontierWithBaseline).contains("Abroad, the current network leans most on China"))
    #expect(try text(.noHome).contains("The current network leans most on China"))
    let index = ReportIndex(BatteryTables.dataset())
    let input = ReportCase.frontierWithBaseline.input
    let baseline = try #require(input.baseline)
    let facts = DependenceFacts(index, baseline, period: index.lastPeriod)
    // Worked out again, from the rows alone.
    var value: [String: Double] = [:]
    for row in baseline.production where row.period == "2033–40" {
      let country = index.facilities[row.facility]?.country ?? ""
      value[country, default: 0] += row.quantity * (index.products[row.product]?.value ?? 0)
    }
    let share = (value["CN"] ?? 0) / value.values.reduce(0, +)
    #expect(abs((facts.overall["CN"] ?? 0) - share) < 1e-12)
    #expect(facts.leader(besides: "US")?.country == "CN")
    #expect(facts.leader(besides: "CN")?.country != "CN")
  }

  @Test func measures() {
    let half = MeasureWords(measure: "cvar", level: 0.5)
    #expect(spaced(half.when) == "on average over the worst 50 % of years")
    #expect(MeasureWords(measure: "cvar", level: 0).when == "in an average year")
    #expect(MeasureWords(measure: "expected", level: nil).when == "in an average year")
    #expect(MeasureWords(measure: "worst", level: nil).when == "in the worst scenario")
  }
}
