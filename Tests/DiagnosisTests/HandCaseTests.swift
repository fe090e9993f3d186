import Findings
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@testable import Diagnosis

/// Datasets whose diagnosis is known by hand.
@Suite struct HandCaseTests {
  /// A plant abroad of 100 a year, a dearer candidate at home; 80 are asked for.
  private static let two = TestDataset()
    .replacing("plan.yaml", "name: two\nrisk: {measure: worst}\n")
    .adding("facilities", "second,BB,plant,candidate,1500,600")
    .adding("capacity", "second,line,40,0,2,200,50")
    .adding("production", "second,widget,60")
    .adding("lanes", "second,shop,truck")

  private static let header = "constraint,kind,origin,destination,product,period,sense,value"

  private func diagnose(
    _ dataset: TestDataset, maxRisk: Double? = nil, maxUnmet: Double? = nil,
    isBaseline: Bool = false
  ) throws -> DiagnosisRecord {
    let network = try Network(try dataset.read())
    let record = Diagnosis(
      network: network,
      question: DesignQuestion(
        maxRisk: maxRisk, maxUnmet: maxUnmet, measure: network.dataset.settings.risk,
        firstStage: isBaseline ? .currentNetwork : .free),
      makePlanner: { MonolithPlanner(network: $0) }, gap: 1e-7
    ).record(of: Plan.DatasetReference(name: "two", sha256: ""))
    #expect(record.stopReason == nil, "\(record.stopReason ?? "")")
    return record
  }

  @Test func `a count beyond all facilities`() throws {
    let record = try diagnose(
      Self.two.adding("constraints", Self.header, "many,open_facilities,*,,,*,>=,3"))
    #expect(record.verdict == .impossible)
    #expect(record.reasons.map(\.kind) == ["too-few-facilities"])
    #expect(record.reasons[0].isDecisive)
    #expect(record.conflict?.rows.map(\.id) == ["many"])
    #expect(record.conflict?.rows[0].line == 2 && record.conflict?.isSmallest == true)
    let change = try #require(record.proposals.first?.changes.first)
    #expect(record.proposals.count == 1)
    #expect(change.from == 3 && change.to == 2 && change.notEnough == 3 && change.isLeast)
    #expect(change.option == "--set 'constraints[constraint=many].value=2'")
  }

  @Test func `a decision, a count and a budget`() throws {
    let record = try diagnose(
      Self.two.replacing(
        "facilities",
        "facility,country,kind,status,decision,opening_cost,fixed_cost\n"
          + "plant,AA,plant,existing,closed,0,1000\nsecond,BB,plant,candidate,,1500,600\n"
      ).adding(
        "constraints", Self.header, "one,open_facilities,*,,,*,>=,1",
        "thrift,investment,country:BB,,,*,<=,1000", "loose,open_facilities,*,,,*,<=,2"))
    #expect(record.conflict?.rows.map(\.id) == ["one", "thrift", "plant"])
    #expect(record.conflict?.isSmallest == true)
    #expect(record.conflict?.rows[2].file == "facilities.csv")
    #expect(record.conflict?.rows[2].line == 2)
    let changes = record.proposals.map(\.changes)
    #expect(changes.count == 3 && changes.allSatisfy { $0.count == 1 })
    let thrift = try #require(changes.flatMap(\.self).first { $0.row.id == "thrift" })
    #expect(thrift.to == 1500 && thrift.notEnough == 1490)
    let costs = try record.proposals.map { try #require($0.cost) }
    #expect(costs == costs.sorted())
  }

  @Test func `a budget below what decisions cost`() throws {
    let record = try diagnose(
      Self.two.replacing(
        "facilities",
        "facility,country,kind,status,decision,opening_cost,fixed_cost\n"
          + "plant,AA,plant,existing,,0,1000\nsecond,BB,plant,candidate,open,1500,600\n"
      ).adding("constraints", Self.header, "thrift,investment,*,,,*,<=,1000"))
    #expect(record.reasons.map(\.kind) == ["budget-below-decisions"])
    #expect(record.conflict?.rows.map(\.id) == ["thrift", "second"])
  }

  @Test func `too many are decided to be open`() throws {
    let record = try diagnose(
      Self.two.replacing(
        "facilities",
        "facility,country,kind,status,decision,opening_cost,fixed_cost\n"
          + "plant,AA,plant,existing,open,0,1000\nsecond,BB,plant,candidate,open,1500,600\n"
      ).adding("constraints", Self.header, "few,open_facilities,kind:plant,,,*,<=,1"))
    #expect(record.reasons.map(\.kind) == ["too-many-open"])
    #expect(record.conflict?.rows.map(\.id) == ["few", "plant", "second"])
    #expect(record.proposals.count == 3)
  }

  @Test func `a customer that no lane reaches`() throws {
    let dataset = Self.two
      .adding("customers", "island,BB").adding("demand", "island,widget,*,20,300")
      .adding("scenarios", "scenario,probability,duration_weeks", "calm,0.1,26")
      .adding("disruptions", "scenario,effect,origin,value", "calm,capacity,second,0")
    // 20 of 100 are lost for half a year.
    let record = try diagnose(dataset, maxRisk: 0.05)
    let reason = try #require(record.reasons.first)
    #expect(reason.kind == "no-lane" && reason.isDecisive)
    #expect(reason.rows.map(\.line) == [3])
    #expect(abs((reason.riskAtLeast ?? 0) - 0.1) < 1e-12)
    #expect(abs((reason.unmetAtLeast ?? 0) - 0.2) < 1e-12)
    #expect(record.conflict?.rows.map(\.id) == ["--max-risk"])
    #expect(abs((record.leastRisk?.salesAtRisk ?? 0) - 0.1) < 1e-6)
    let change = try #require(record.proposals.first?.changes.first)
    #expect(change.option == "--max-risk 0.1")
  }

  /// What makes a lane useless is told as what it is, and not as a lane that is missing.
  @Test(arguments: [
    (
      "products", "widget,piece,100,4", "shelf-life",
      ["demand.csv:2", "products.csv:2", "lanes.csv:2"]
    ),
    ("lanes", "plant,shop,truck,5,0", "no-capacity", ["demand.csv:2", "lanes.csv:2"]),
    (
      "facilities", "plant,AA,plant,existing,0", "no-throughput",
      ["demand.csv:2", "facilities.csv:2"]
    ),
    ("capacity", "plant,line,100,0,0", "no-modules", ["demand.csv:2", "facilities.csv:2"]),
    ("lanes", "plant,plant,truck,5,", "no-lane", ["demand.csv:2"]),
  ])
  func `a lane that cannot be used`(
    _ table: String, _ row: String, _ kind: String, _ rows: [String]
  ) throws {
    let headers = [
      "products": "product,unit,value,shelf_life_days",
      "lanes": "origin,destination,mode,lead_time_days,capacity",
      "facilities": "facility,country,kind,status,throughput",
      "capacity": "facility,module,size,existing,maximum",
    ]
    let dataset = TestDataset()
      .replacing("lanes", "origin,destination,mode,lead_time_days\nplant,shop,truck,5\n")
      .replacing(table, "\(headers[table] ?? "")\n\(row)\n")
    let record = try diagnose(dataset, maxUnmet: 0.1)
    let reason = try #require(record.reasons.first { $0.kind != "short-capacity" })
    #expect(reason.kind == kind && reason.isDecisive, "\(reason)")
    #expect(reason.rows.map { "\($0.file ?? ""):\($0.line ?? 0)" } == rows)
    if kind == "shelf-life" {
      #expect(reason.text.contains("keeps 4 days (products.csv, line 2)"))
      #expect(reason.text.contains("takes 5 days (lanes.csv, line 2)"))
    }
  }

  @Test func `a closed facility that is the only source`() throws {
    let dataset = TestDataset().replacing(
      "facilities",
      "facility,country,kind,status,decision\nplant,AA,plant,existing,closed\n")
    let record = try diagnose(dataset, maxUnmet: 0.1)
    #expect(record.reasons.map(\.kind) == ["closed-source"])
    #expect(record.reasons[0].isDecisive && record.reasons[0].unmetAtLeast == 1)
    #expect(record.conflict?.rows.map(\.id) == ["plant", "--max-unmet"])
  }

  @Test func `a share of the only source`() throws {
    let dataset = TestDataset().adding(
      "constraints", Self.header, "not-from-aa,share,AA,*,widget,*,<=,0.4")
    let record = try diagnose(dataset, maxUnmet: 0)
    #expect(record.reasons.map(\.kind) == ["only-source"])
    #expect(record.reasons[0].isDecisive && record.reasons[0].unmetAtLeast == 1)
    #expect(record.conflict?.rows.map(\.id) == ["not-from-aa", "--max-unmet"])
    let share = record.proposals.flatMap(\.changes).first { $0.row.id == "not-from-aa" }
    #expect(share?.to == 1)
    // Nothing has to be delivered unless someone asks for it.
    #expect(try diagnose(dataset).verdict == .possible)
  }

  /// Of 80, 40 come from the second plant when it has one line: the share of the first is to be at least a half.
  @Test func `a share that capacity does not allow`() throws {
    let dataset = Self.two
      .replacing("capacity", "second,line,40,0,2", with: "second,line,40,0,1")
      .adding("constraints", Self.header, "not-from-aa,share,AA,*,widget,*,<=,0.4")
    let record = try diagnose(dataset, maxUnmet: 0)
    let share = record.proposals.flatMap(\.changes).first { $0.row.id == "not-from-aa" }
    #expect(share?.to == 0.5 && share?.notEnough == 0.49)
    // With 0.4 from the first, 40 are three fifths of what is sold: two thirds of 100, so that a sixth of 80 is lost.
    let unmet = record.proposals.flatMap(\.changes).first { $0.row.id == "--max-unmet" }
    #expect(unmet?.to == 0.17 && unmet?.notEnough == 0.16)
  }

  @Test func `a source that there is not`() throws {
    let record = try diagnose(
      TestDataset().adding("constraints", Self.header, "from-bb,share,BB,*,*,*,>=,0.4"),
      maxUnmet: 0)
    #expect(record.reasons.map(\.kind) == ["no-source"])
    let share = record.proposals.flatMap(\.changes).first { $0.row.id == "from-bb" }
    #expect(share?.to == 0)
  }

  @Test func `less capacity than demand`() throws {
    let record = try diagnose(
      TestDataset().replacing("demand", "*,80,300", with: "*,800,300"), maxUnmet: 0.5)
    let reason = try #require(record.reasons.first)
    #expect(reason.kind == "short-capacity" && reason.unmetAtLeast == 0.75 && reason.isDecisive)
    #expect(record.proposals.first?.changes.first?.to == 0.75)
  }

  @Test func `the current network`() throws {
    let dataset = TestDataset().replacing("demand", "*,80,300", with: "*,125,300")
      .replacing("plan.yaml", "name: base\nrisk: {measure: worst}\n")
      .adding("scenarios", "scenario,probability,duration_weeks", "strike,0,26")
      .adding("disruptions", "scenario,effect,origin,value", "strike,capacity,plant,1")
      .adding("constraints", Self.header, "none,open_facilities,*,,,*,<=,0")
    let record = try diagnose(dataset, maxRisk: 0.3, maxUnmet: 0.1, isBaseline: true)
    // Policies do not bind it: the cap alone has no plan, and the unmet limit alone has none.
    #expect(record.conflict?.rows.count == 1 && record.conflict?.isSmallest == true)
    #expect(record.proposals.map(\.changes.count) == [2])
    #expect(record.proposals[0].changes.map(\.option) == ["--max-risk 0.5", "--max-unmet 0.2"])
  }

  @Test func `one period of several`() throws {
    let dataset = Self.two
      .replacing(
        "plan.yaml", "name: two\nperiods: [{id: now, years: 1}, {id: then, years: 1}]\n"
      )
      .adding(
        "constraints", Self.header, "none,open_facilities,*,,,then,<=,0",
        "one,open_facilities,*,,,*,>=,1")
    let record = try diagnose(dataset)
    #expect(record.conflict?.rows.map(\.period) == ["then", "then"])
  }

  @Test func `what is possible`() throws {
    let record = try diagnose(Self.two)
    #expect(record.verdict == .possible && record.conflict == nil && record.proposals.isEmpty)
    #expect(record.leastRisk?.salesAtRisk == 0)
  }
}
