@testable import FigureDrawing
import SupplyData
import SupplyPlan
import Testing
import Wording

@testable import Report

/// The words of the head against the data. Expected figures are worked out by hand from the fixture: cheapest plan
/// 21.42 bn at 31.2 %, third plan 21.66 bn at 19.2 %, knee 22.31 bn at 12.2 %, today's network 22.05 bn at 33.8 %, its
/// sites expanded 21.80 bn at 29.5 %.
@Suite struct SummaryTests {
  private func text(_ example: ReportCase) throws -> String {
    spaced(Markup.text(try example.page()))
  }

  @Test func frontierWithBaseline() throws {
    let text = try text(.frontierWithBaseline)
    for sentence in [
      // 22.31 − 21.80 = 0.51 bn, of 21.80 bn: 2.3 %; the bound of plan 5, 22.30 bn, lies above the comparator.
      "Opening ten sites and closing two cuts sales at risk from 29.5 % to 12.2 % and costs 2.3 % more than expanding "
        + "today’s sites.",
      "Plan 5 of 8 is recommended: beyond it resilience gets dearer, by what is proven.",
      "Plan 5 costs $22.3 bn over 15 years, discounted at 8 % a year, $510 m (2.3 %) more than expanding today’s sites "
        + "($21.8 bn).",
      "It spends $838 m more, and the expected value of sales not made falls by $328 m, to $514 m.",
      "Sales at risk (the share of a year’s sales lost to disruptions, on average over the worst 5 % of years) fall from "
        + "29.5 % to 12.2 %.",
      "Today’s network as it is costs $22.1 bn ($21.2 bn spent, $852 m of sales not made) and puts 33.8 % of a year’s "
        + "sales at risk. It breaks one decision or policy of the dataset, which every plan keeps.",
      "Expanding today’s sites costs $21.8 bn ($21.0 bn spent",
      "The cheapest plan, Plan 1, costs $21.4 bn ($20.6 bn spent",
      // (22.31 − 21.42) bn / 19.0 points, (25.35 − 22.31) bn / 4.1 points.
      "From plan 1 to plan 5 a point of resilience costs $46.8 m on average; from there on, $741 m",
      // Bound 22.31 bn · 0.9996 = 22.301 bn, told rounded down.
      "No plan this resilient can cost less than $22.30 bn, by proof: Plan 5 is within 0.04 % of the best there is.",
      "It opens Bécancour cathode, Bowling Green cells, Monterrey packs, Thacker Pass lithium and "
        + "6 more sites; closes Changzhou cells and Qingdao graphite; invests $1.78 bn.",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
  }

  @Test func withoutBaselineNothingIsCompared() throws {
    let text = try text(.frontierWithoutBaseline)
    #expect(!text.contains("Today’s network as it is"))
    #expect(!text.contains("expanding today’s sites"))
    #expect(
      text.contains(
        "Opening ten sites and closing two cuts sales at risk from 31.2 % to 12.2 % and costs 4.2 % more than the cheapest "
          + "plan."))
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
    #expect(!(try text()).contains("without any event:"))
    input.plans[input.chosen].undelivered = lacking(0.02, 0.03)
    let both = try text()
    let last = try #require(periods.last)
    #expect(
      both.contains(
        "Without any event, Plan 5 cannot meet 2.0 % of demand in a normal year on average, and 3.0 % in \(last)."
      ))
    #expect(
      both.contains(
        "would be short without any event: the plan leaves 2.0 % of demand unserved in a normal year."
      ))
    // A tenth of a percent need not be told.
    input.plans[input.chosen].undelivered = lacking(0.001, 0.001)
    #expect(!(try text()).contains("cannot meet"))
  }

  @Test func singlePlans() throws {
    let alone = try text(.planAlone)
    #expect(
      alone.contains(
        "This plan costs $21.7 bn over 15 years, discounted, and puts 19.2 % of a year’s sales at risk on "
          + "average over the worst 5 % of years."))
    #expect(alone.contains("What is the cheapest network, and what does it risk?"))
    // 21.66 bn · 0.9995 = 21.649 bn.
    #expect(
      alone.contains(
        "No plan that keeps to the dataset’s constraints can cost less than $21.64 bn, by proof: it is within 0.05 % of the "
          + "best there is."))
    #expect(!alone.contains("Today’s network") && !alone.contains("expanding"))

    let compared = try text(.planWithBaseline)
    #expect(
      compared.contains(
        "Opening five sites and closing one costs 0.6 % less than expanding today’s sites and cuts sales at risk from "
          + "29.5 % to 19.2 %."))

    let baseline = try text(.baselineAlone)
    #expect(baseline.contains("What does today’s network cost, and what does it risk?"))
    #expect(
      baseline.contains(
        "Today’s network as it is costs $22.1 bn and puts 33.8 % of a year’s sales at risk.")
    )
    #expect(!baseline.contains("by proof"))

    var input = ReportCase.baselineAlone.input
    input.plans = [BatteryPlans(input.dataset).expanded()]
    #expect(
      spaced(Markup.text(try HTMLReport(input).render())).contains(
        "Expanding today’s sites costs $21.8 bn and puts 29.5 % of a year’s sales at risk."))

    let safest = try text(.leastRisk)
    #expect(safest.contains("How resilient can the network be made?"))
    #expect(
      safest.contains("No plan can put less than 8.09 % of sales at risk, by proof."))
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
          + "exists is open."))
    #expect(!stopped.contains("proven that no plan"))
    #expect(try text(.emptyFrontier).contains("No plan can exist under these constraints."))
  }

  @Test func unprovedCapsAreSaid() throws {
    let text = try text(.unprovedCaps)
    #expect(text.contains("The search ended early (time limit); the band still holds."))
    #expect(text.contains("This search ended early (time limit)."))
    #expect(
      text.contains(
        "The search for a plan with at most 20.0 % of sales at risk found none (the time was up "
          + "before a plan was found), so the band is wider there than it need be."))
    #expect(text.contains("not proved at 80.0 %"))
  }

  @Test func noDemand() throws {
    let text = try text(.noDemand)
    #expect(text.contains("This plan costs $0"))
    #expect(text.contains("nothing is delivered"))
    #expect(text.contains("costs about as much as today’s network as it is"))
    #expect(!text.contains("NaN") && !text.contains("nan %") && !text.contains("inf"))
  }

  @Test func onePoint() throws {
    let text = try text(.onePoint)
    #expect(
      text.contains(
        "costs 1.7 % less than expanding today’s sites but raises sales at risk from 29.5 % to 31.2 %."
      ))
  }

  @Test func leaderAbroadAndAnywhere() throws {
    #expect(
      try text(.frontierWithBaseline).contains("Today’s largest source abroad is China"))
    #expect(try text(.noHome).contains("Today’s largest source is China"))
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
