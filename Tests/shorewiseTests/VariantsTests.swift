import Foundation
import TestDatasets
import Testing

@Suite struct VariantsTests {
  private static let dear = """
    description: Making it abroad is dearer.
    patches:
      - {table: production, where: {facility: plant}, set: {unit_cost: $cost}}
    sweep:
      axes: {cost: [20, 21]}

    """

  private func scratch(_ text: String = dear) throws -> Scratch {
    let scratch = try Scratch(Cases.small)
    try TestDataset(files: ["dear.yaml": text]).write(to: scratch.path("data/variants"))
    return scratch
  }

  @Test func `members are listed`() throws {
    let scratch = try scratch()
    let text = try Shorewise.run(["variants", "list", scratch.path("data")])
    #expect(text.status == 0)
    #expect(
      text.output == "dear: Making it abroad is dearer.\n  dear@cost=20\n  dear@cost=21\n")
    let json = try Shorewise.run(["variants", "list", scratch.path("data"), "--json"]).json()
    let variants = try #require(json["variants"] as? [[String: Any]])
    let members = try #require(variants.first?["members"] as? [[String: Any]])
    #expect(members.map { $0["values"] as? [String: String] } == [["cost": "20"], ["cost": "21"]])
  }

  @Test func `the rows that differ are shown`() throws {
    let scratch = try scratch()
    let text = try Shorewise.run(["variants", "show", scratch.path("data"), "dear@cost=21"])
    #expect(text.output.contains("\n- plant,widget,20\n+ plant,widget,21\n"))
    let same = try Shorewise.run(["variants", "show", scratch.path("data"), "dear@cost=20"])
    #expect(same.output.hasSuffix("no row differs\n"))
    let json = try Shorewise.run(
      ["variants", "show", scratch.path("data"), "dear@cost=21", "--json"]
    ).json()
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect((rows.first?["new"] as? [String: String])?["unit_cost"] == "21")
    #expect(rows.first?["line"] as? Int == 2)
  }

  @Test func `a plan of a variant is that of the changed files, and verifies alone`() throws {
    let scratch = try scratch()
    let out = scratch.path("out")
    let changes = ["--variant", "dear@cost=21", "--set", "settings.name=other"]
    let plan = try Shorewise.run(["plan", scratch.path("data"), "-o", out] + changes)
    #expect(plan.status == 0, "\(plan.error)")
    #expect(try Shorewise.run(["verify", out]).status == 0)
    #expect(try Shorewise.run(["verify", scratch.path("data"), out] + changes).status == 0)
    #expect(try Shorewise.run(["verify", scratch.path("data"), out]).status == 1)
    #expect(try Shorewise.run(["verify", out] + changes).status == 64)
    let dataset = try #require(try scratch.json("out/plan.json")["dataset"] as? [String: Any])
    #expect(dataset["variant"] as? String == "dear@cost=21")
    #expect(dataset["sets"] as? [String] == ["settings.name=other"])
    #expect(
      try scratch.text("out/inputs/production.csv") == Cases.changed.files["production.csv"])
  }

  @Test(arguments: ["check", "plan", "frontier", "export"])
  func `every command refuses a variant that leaves an invalid dataset`(_ command: String) throws {
    let scratch = try scratch(Self.dear.replacing("[20, 21]", with: "[20, -21]"))
    let more = command == "export" ? ["--format", "lp"] : []
    let outcome = try Shorewise.run(
      [command, scratch.path("data"), "--variant", "dear@cost=-21"] + more)
    #expect(outcome.status == 65)
    let place =
      "\(scratch.path("data"))/variants/dear.yaml:3:68: error: production.csv becomes invalid"
    #expect((outcome.output + outcome.error).contains(place), "\(outcome)")
  }

  @Test func `a doubt that a change brings is refused`() throws {
    let scratch = try scratch()
    let set = ["--set", "demand.quantity*=10"]
    for command in ["check", "plan"] {
      let outcome = try Shorewise.run([command, scratch.path("data")] + set)
      #expect(outcome.status == 65)
      #expect((outcome.output + outcome.error).contains("error: with the changes, "))
    }
    // What was doubtful before is not the change's doing.
    try scratch.write(Cases.doubtful)
    let plan = try Shorewise.run(["plan", scratch.path("data"), "--set", "settings.name=x"])
    #expect(plan.status == 0)
  }
}
