import Modeling
import NetworkDesign
import ResultFolders
import Studies
import SupplyData
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@Suite struct VariantsStudyTests {
  private func folder(_ variants: [String: String]) throws -> Folder {
    let folder = try Folder(.withStrike)
    try TestDataset(files: variants).write(to: folder.file("data/variants"))
    return folder
  }

  @Test func `a member's plan is that of files changed by hand`() throws {
    let folder = try folder([
      "quiet.yaml":
        "description: q\npatches: [{table: scenarios, set: {probability: 0.05}}]\n"
    ])
    let byHand = try Folder(
      TestDataset.withStrike.replacing("scenarios", "strike,0.1,26", with: "strike,0.05,26"))
    let changed = try LoadedDataset(
      folder: folder.data, changes: DatasetChanges(variant: "quiet"))
    let plain = try LoadedDataset(folder: byHand.data)
    #expect(changed.dataset.sha256 == plain.dataset.sha256)
    let plans = try [changed, plain].map { loaded in
      try PlanStudy(
        loaded: loaded, question: DesignQuestion(measure: .expected), gap: 1e-3,
        limits: SolveLimits()
      ).run()
    }
    #expect(plans[0].cost == plans[1].cost)
    #expect(plans[0].dataset.variant == "quiet")
    #expect(plans[1].dataset.variant == nil)
  }

  @Test func `what changed is told by row`() throws {
    let folder = try folder([
      "v.yaml": """
      description: v
      patches:
        - {table: settings, set: {carbon_price: 9}}
        - {table: buffers, delete: true}
        - {table: lanes, insert: [{origin: second, destination: plant, mode: truck}]}
      """
    ])
    let difference = try VariantsStudy(folder: folder.data).show(DatasetChanges(variant: "v"))
    #expect(difference.changes.map(\.file) == ["buffers.csv", "lanes.csv", "plan.yaml"])
    #expect(difference.text.contains("\n- shop,widget,20,40\n"))
    #expect(difference.text.contains("\n+ second,plant,truck\n"))
    #expect(difference.text.hasSuffix("\nplan.yaml\n+ carbon_price: 9"))
    let inputs = try LoadedDataset(folder: folder.data, changes: DatasetChanges(variant: "v"))
    #expect(difference.sha256 == inputs.dataset.sha256)
  }

  @Test func `faults name the file with the dataset's folder`() throws {
    let folder = try folder(["v.yaml": "description: v\nbased-on: w\n"])
    do throws(Faults) {
      _ = try VariantsStudy(folder: folder.data).list()
      Issue.record("nothing thrown")
    } catch {
      #expect(error.all.map(\.file) == [folder.file("data/variants/v.yaml")])
    }
    #expect(throws: Faults.self) { try VariantsStudy(folder: folder.file("none")).list() }
  }
}
