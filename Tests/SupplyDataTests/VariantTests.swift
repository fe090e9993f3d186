import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Files of variants, and what they build on.
@Suite struct VariantTests {
  private func library(_ files: [String: String]) -> VariantLibrary {
    VariantLibrary(files: files.mapValues { Array($0.utf8) })
  }

  @Test func `every action`() throws {
    let member = try library([
      "all.yaml": """
      description: everything
      patches:
        - {table: demand, where: {customer: shop}, set: {quantity: 90}}
        - {table: demand, add: {quantity: 10}}
        - {table: demand, scale: {shortage_cost: 2}}
        - table: tariffs
          insert:
            - {layer: base, origin: AA, destination: "*", rate: 0.1}
            - {rate: 0.2, layer: base, origin: BB, destination: AA, product: widget}
        - {table: tariffs, where: {origin: BB}, delete: true}
      """
    ]).member(named: "all")
    let patched = try TestDataset().source.patched(by: member.patches)
    let dataset = try patched.reading().dataset
    #expect(dataset.demand.map(\.quantity) == [100])
    #expect(dataset.demand.map(\.shortageCost) == [600])
    #expect(dataset.tariffs.map(\.rate) == [0.1])
    #expect(member.description == "everything")
    #expect(patched.changes.map(\.file) == ["demand.csv", "tariffs.csv"])
  }

  @Test func `bases come first, and each once`() throws {
    let base = "description: b\npatches: [{table: demand, scale: {quantity: 2}}]\n"
    let files = [
      "b.yaml": base, "l.yaml": "description: l\nbased-on: b\n",
      "r.yaml": "description: r\nbased-on: [b, 'w@x=3']\n",
      "w.yaml":
        "description: w\npatches: [{table: demand, add: {quantity: $x}}]\nsweep: {axes: {x: [3, 4]}}\n",
      "top.yaml":
        "description: t\nbased-on: [l, r]\npatches: [{table: demand, scale: {quantity: 10}}]\n",
    ]
    let member = try library(files).member(named: "top")
    let dataset = try TestDataset().source.patched(by: member.patches).reading().dataset
    let quantity: Double = (80 * 2 + 3) * 10
    #expect(dataset.demand.map(\.quantity) == [quantity])
    #expect(try library(files).members().count == 6)
  }

  @Test func `an empty variant is the dataset`() throws {
    let member = try library(["none.yaml": "description: nothing\n"]).member(named: "none")
    let patched = try TestDataset().source.patched(by: member.patches)
    #expect(patched.source.files == TestDataset().source.files)
  }

  @Test func `a broken variant does not stand in the way of another`() throws {
    let library = library(["good.yaml": "description: g", "bad.yaml": "descripton: b"])
    #expect(try library.member(named: "good").name == "good")
    #expect(throws: Faults.self) { try library.member(named: "bad") }
    #expect(throws: Faults.self) { try library.members() }
  }

  @Test func `a dataset without variants has none`() throws {
    let folder = try TemporaryDataset(TestDataset())
    #expect(try VariantLibrary(folder: folder.path).members().isEmpty)
  }

  @Test func `one member is found by the files that it needs, as among all`() throws {
    let folder = try TemporaryDataset(TestDataset())
    let action = "patches: [{table: demand, scale: {quantity: 2}}]\n"
    try TestDataset(files: [
      "a.yaml": "description: a\nbased-on: [b, 'c@x=2']\n" + action,
      "b.yaml": "description: b\nbased-on: a\n",
      "c.yaml":
        "description: c\npatches: [{table: demand, add: {quantity: $x}}]\nsweep: {axes: {x: [1, 2]}}\n",
      "d.yaml": "description: d\nbased-on: c@x=1\n" + action, "e.yaml": "descripton: e\n",
      "f.yaml": "description: f\nbased-on: [e]\n", "g.yml": "description: g\n",
    ]).write(to: folder.path + "/variants")
    for name in ["a", "b", "c", "c@x=2", "c@x=3", "d", "e", "f", "g", "none"] {
      let answers = [
        VariantLibrary(folder: folder.path),
        VariantLibrary(folder: folder.path, neededBy: name),
      ].map { library -> String in
        do throws(Faults) {
          return "\(try library.member(named: name))"
        } catch {
          return "\(error)"
        }
      }
      #expect(answers[0] == answers[1], "\(name)")
    }
  }

  @Test func `the shipped variants can be had`() throws {
    let folder =
      #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
      + "/datasets/ev-battery"
    let members = try VariantLibrary(folder: folder).members()
    #expect(members.count == 19)
    for member in members {
      let patched = try DatasetChanges(variant: member.name).patched(folder: folder)
      _ = try patched.reading()
      #expect(!patched.changes.isEmpty)
    }
  }
}
