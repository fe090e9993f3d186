import Audit
import Modeling
import NetworkDesign
import PlanChecker
import ResultFolders
import Studies
import SupplyData
import SupplyPlan
import TestDatasets
import Testing

@Suite struct PlanStudyTests {
  @Test func `a plan that is written reads back the same`() throws {
    let folder = try Folder(.withStrike)
    let study = try study(folder)
    let plan = try study.run()
    try study.write(plan, to: folder.file("out"))
    #expect(try Plan.read(from: folder.file("out")) == plan)
    let verify = VerifyStudy(dataset: nil, plan: folder.file("out"))
    let inputs = try verify.findDataset()
    #expect(inputs == folder.file("out/inputs"))
    let verdict = verify.verdict(
      on: try verify.readPlan(), for: try verify.readDataset(in: inputs))
    #expect(verdict.isSound)
    #expect(verdict.text.hasPrefix("sound: "))
  }

  @Test func `the inputs are what was read, not what lies there now`() throws {
    let folder = try Folder(.withStrike)
    let study = try study(folder)
    try TestDataset().write(to: folder.data)
    try study.write(try study.run(), to: folder.file("out"))
    #expect(try folder.text("out/inputs/plan.yaml") == TestDataset.withStrike.files["plan.yaml"])
  }

  @Test func `a verdict on a wrong plan names what is wrong`() throws {
    let folder = try Folder(.withStrike)
    let study = try study(folder)
    var plan = try study.run()
    plan.cost = (plan.cost ?? 0) + 1
    let verdict = VerifyStudy(dataset: folder.data, plan: "")
      .verdict(on: plan, for: study.loaded.dataset)
    #expect(!verdict.isSound)
    #expect(verdict.text.contains("not sound: "))
    #expect(verdict.json.contains("\"sound\" : false"))
  }

  @Test(arguments: [
    (DesignQuestion(measure: .expected), "decisions and policy constraints contradict"),
    (DesignQuestion(maxRisk: 0, measure: .expected), "and the cap on sales at risk contradict"),
    (
      DesignQuestion(maxRisk: 0, measure: .expected, firstStage: .currentNetwork),
      "the current network cannot keep to the cap"
    ),
  ])
  func `where no plan exists the summary says why`(_ question: DesignQuestion, _ words: String)
    throws
  {
    let folder = try Folder(
      TestDataset.withStrike.adding(
        "constraints", "constraint,kind,sense,value", "some,open_facilities,>=,3"))
    let study = try study(folder, question)
    let plan = try study.run()
    #expect(plan.termination == .infeasible)
    let summary = PlanSummary(plan, dataset: study.loaded.dataset).text
    #expect(summary.contains(words), "\(summary)")
  }

  @Test func `a stopped plan says so`() throws {
    let folder = try Folder(.withStrike)
    var study = try study(folder)
    study.limits = SolveLimits(deadline: .now)
    let plan = try study.run()
    let summary = PlanSummary(plan, dataset: study.loaded.dataset).text
    #expect(plan.termination == .stopped)
    #expect(summary.contains("(stopped: time limit reached)"), "\(summary)")
  }

  private func study(
    _ folder: Folder, _ question: DesignQuestion = DesignQuestion(measure: .expected)
  ) throws -> PlanStudy {
    PlanStudy(
      loaded: try LoadedDataset(folder: folder.data), question: question, gap: 1e-3,
      limits: SolveLimits())
  }
}
