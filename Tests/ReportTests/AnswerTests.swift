import FrontierSearch
import SupplyData
import SupplyPlan
import Testing

@testable import Premium
@testable import Report
@testable import Resilience

/// The first page: one plan, one comparator, and no more than the bounds support.
@Suite struct AnswerTests {
  private func page(_ input: ReportInput) throws -> PageView { try HTMLReport(input).page() }

  private func item(_ label: String, _ input: ReportInput) throws -> String {
    let item = try #require(try page(input).brief.first { $0.label == label })
    return spaced(item.sentences.joined(separator: " "))
  }

  private var input: ReportInput { ReportCase.frontierWithBaseline.input }

  @Test func `every question of a board has its answer and leads somewhere`() throws {
    let input = ReportCase.findingsBeside.input
    let page = try page(input)
    #expect(
      page.brief.map(\.label) == [
        "Decision", "Cost and benefit", "Capital", "Not protected from",
        "What would change the answer",
      ])
    let html = try HTMLReport(input).render()
    for trace in page.brief.flatMap(\.traces) {
      #expect(html.contains("id=\"\(trace.id)\""), "\(trace.id)")
    }
    #expect(page.banner == nil)
  }

  /// The plan chosen by the reader is the one that every sentence speaks of.
  @Test func `the headline speaks of the recommended plan`() throws {
    for position in input.plans.indices {
      var input = input
      input.opening = position
      let page = try page(input)
      let decision = try item("Decision", input)
      #expect(decision.hasPrefix("Plan \(position + 1) of 8, as chosen for this report."))
      let risk = spaced("\(Percent.of(input.plans[position].risk.salesAtRisk))")
      #expect(spaced(page.headline ?? "").contains(risk), "plan \(position + 1)")
    }
  }

  @Test func `today's network is the comparator where nothing was expanded`() throws {
    var input = input
    input.expanded = nil
    let headline = spaced(try page(input).headline ?? "")
    // 22.31 is 1.2 % more than 22.05.
    #expect(headline.contains("costs 1.2 % more than today’s network as it is"))
    #expect(try item("Cost and benefit", input).contains("What its capacity cannot serve counts"))
  }

  /// What the comparator's own search leaves open is not claimed as a saving, nor the plan's gap as a cost.
  @Test(arguments: [
    (22.0e9, 21.9e9, 22.31e9, "costs 1.4 % more than"),
    (22.31e9, 22.0e9, 22.4e9, "costs about as much as"),
    (22.31e9, 22.0e9, 22.3e9, "costs about as much as"),
    (23.0e9, 22.9e9, 22.31e9, "costs 3.0 % less than"),
  ])
  func `no more than the searches tell apart`(
    _ expanded: Double, _ bound: Double, _ cost: Double, _ words: String
  ) throws {
    var input = input
    input.expanded?.cost = expanded
    input.expanded?.bound = bound
    let context = try ReportParts(input).plans[input.chosen].context
    var plan = context.plan
    plan.cost = cost
    let comparator = try #require(Comparator(of: context))
    let comparison = try #require(
      CostComparison(plan, bound: cost * 0.995, against: comparator))
    #expect(spaced(comparison.costPhrase).hasPrefix(words))
  }

  @Test func `a search that left much open says so on top`() throws {
    var input = input
    input.frontier?.uncertainty = 0.23
    let page = try page(input)
    #expect(spaced(page.banner ?? "").contains("23 % of the range"))
    #expect(
      spaced(try #require(page.headline)).hasPrefix("Best plan found so far: opening ten sites"))
    input.frontier?.uncertainty = 0.1
    #expect(try self.page(input).banner == nil)
  }

  /// With bounds a fifth below the plans the turn at plan 5 is not proven: no knee is named anywhere.
  @Test func `no knee without proof`() throws {
    var input = input
    let points = try #require(input.frontier?.points)
    input.frontier?.bounds = []
    input.frontier?.points = points.map { point in
      var point = point
      point.bound = 0.8 * point.cost
      return point
    }
    let html = spaced(try HTMLReport(input).render())
    #expect(!html.contains("knee\u{22}>knee") && !html.contains("(knee)"))
    #expect(try item("Decision", input).contains("do not yet prove"))
    #expect(html.contains("From plan 1 to plan 8 a point of resilience costs"))
  }

  /// A site without which nothing can be delivered is named, its country not again; another country is.
  @Test func `single points of failure are on the first page`() throws {
    var input = input
    let site = try #require(input.dataset.facilities.first)
    let other = try #require(input.dataset.countries.first { $0.id != site.country })
    let product = try #require(input.dataset.products.first).id
    let targets = [
      StressRecord.Target(
        target: site.id, kind: "facility", name: site.name, weeks: 12, isFromTable: false),
      StressRecord.Target(
        target: "country:\(site.country)", kind: "country", name: "Home of it", weeks: 12,
        isFromTable: false),
      StressRecord.Target(
        target: "country:\(other.id)", kind: "country", name: other.name, weeks: 12,
        isFromTable: false),
    ]
    func record(stranded: [String]) -> StressRecord {
      let names = ["current network", "plan \(input.chosen + 1)"]
      return StressRecord(
        dataset: input.plans[0].dataset, currency: "USD", networks: names.map { .init(name: $0) },
        targets: targets,
        results: names.flatMap { name in
          targets.map { target in
            .init(
              network: name, target: target.target, period: input.dataset.settings.periods[0].id,
              weeks: 12, salesLost: 0.2, moneyLost: 1, usualSalesLost: 0, weeksToSurvive: 1,
              isWeakLink: true, stranded: stranded, operatingCost: 1, usualOperatingCost: 1,
              losses: [])
          }
        })
    }
    input.stress = record(stranded: [product])
    let text = try item("Not protected from", input)
    #expect(text.contains("Caution: 2 single points of failure remain"), "\(text)")
    #expect(text.contains(site.name) && text.contains(other.name) && !text.contains("Home of it"))
    input.stress = record(stranded: [])
    #expect(try item("Not protected from", input).contains("No site or country is a single point"))
  }

  /// The last step pays only from three times the assumed probability on: a caution. Near it: none.
  @Test func `a last step that pays only far from what is assumed`() throws {
    var input = ReportCase.findingsBeside.input
    var record = try #require(input.premium)
    let step = try #require(record.steps.firstIndex { $0.to == input.chosen + 1 })
    let scenario = try #require(input.dataset.scenarios.first)
    for (needed, isFar) in [(3 * scenario.probability, true), (1.5 * scenario.probability, false)] {
      record.steps[step].easiest = scenario.id
      record.steps[step].breakEvens = [
        .init(
          scenario: scenario.id, probability: scenario.probability,
          threshold: .init(side: .atLeast, value: needed, most: 1), saving: 1)
      ]
      input.premium = record
      let text = try item("What would change the answer", input)
      #expect(text.contains("pays for itself only if “\(scenario.name)”"))
      #expect(text.contains("Caution: the last step") == isFar)
    }
  }
}

/// A share as the report writes it.
private enum Percent {
  static func of(_ share: Double?) -> String {
    let text = ((share ?? 0) * 1000).rounded() / 10
    return "\(text) %"
  }
}
