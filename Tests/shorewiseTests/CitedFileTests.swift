import Foundation
import TestDatasets
import Testing

/// No page, no table and no README names a file that is not there.
@Suite struct CitedFileTests {
  /// What a text names: words that end as files do, with the folders before them.
  static func names(in text: String) -> Set<String> {
    let ending = /[\w.*\/-]*\w\.(json|csv|yaml|html|svg|md|mps|mod|dat|txt|sqlite|pdf)\b/
    return Set(text.matches(of: ending).map { String($0.output.0) })
  }

  /// Where links of a page lead, but for those within it.
  private static func links(in page: String) -> [String] {
    page.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.output.1) }
      .filter { !$0.hasPrefix("#") && !$0.hasPrefix("data:") }
  }

  private func expectNothingMissing(
    _ names: some Collection<String>, in folder: URL, _ what: String
  ) {
    for name in names {
      #expect(
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path),
        "\(what) names \(name)")
    }
  }

  /// The page of the report in all its forms, opened with each plan.
  private func expectReport(of output: String, in scratch: Scratch, plans: Int) throws {
    let folder = scratch.url.appendingPathComponent(output)
    for plan in 1...max(1, plans) {
      let choice = plans > 1 ? ["--plan", String(plan)] : []
      let outcome = try Shorewise.run(
        ["report", scratch.path(output), "--format", "html,markdown,svg,csv"] + choice)
      #expect(outcome.status == 0, "\(outcome.error)")
      let page = try scratch.text("\(output)/report.html")
      let shown = ShownTexts.of(page).reduce(into: Set<String>()) {
        $0.formUnion(Self.names(in: $1))
      }
      #expect(!shown.isEmpty, "\(output) names its sources")
      expectNothingMissing(shown, in: folder, "\(output)/report.html")
      expectNothingMissing(Self.links(in: page), in: folder, "\(output)/report.html")
      let text = try scratch.text("\(output)/report.md")
      expectNothingMissing(Self.names(in: text), in: folder, "\(output)/report.md")
      for figure in try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("figures").path)
      {
        expectNothingMissing(
          Self.names(in: try scratch.text("\(output)/figures/\(figure)")), in: folder, figure)
      }
    }
  }

  private static let datasets: [(name: String, files: TestDataset)] = [
    ("small", Cases.small), ("certain", Cases.certain),
    (
      "with tables of all kinds",
      Cases.small.adding("recovery", "target,weeks", "plant,20")
        .adding("tariffs", "origin,destination,product,layer,rate", "AA,BB,*,base,0.1")
    ),
  ]

  @Test(arguments: datasets.indices) func `a plan`(_ place: Int) throws {
    let scratch = try Scratch(Self.datasets[place].files)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    try expectReport(of: "out", in: scratch, plans: 1)
    for command in ["stress", "explain"] {
      let outcome = try Shorewise.run([command, scratch.path("out"), "-o", scratch.path("out")])
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    try expectReport(of: "out", in: scratch, plans: 1)
    #expect(try scratch.text("out/report.md").contains("Source: stress.json"))
  }

  @Test(arguments: datasets.indices) func `a frontier, and a point of it`(_ place: Int) throws {
    let scratch = try Scratch(Self.datasets[place].files)
    try Shorewise.run([
      "frontier", scratch.path("data"), "--points", "3", "-o", scratch.path("out"),
    ])
    let points = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out/points"))
    try expectReport(of: "out", in: scratch, plans: points.count)
    for name in ["stress.json", "stress.csv"] where scratch.exists("out/\(name)") {
      try FileManager.default.removeItem(atPath: scratch.path("out/\(name)"))
    }
    try expectReport(of: "out", in: scratch, plans: points.count)
    #expect(try !scratch.text("out/report.md").contains("stress.json"))
    try expectReport(of: "out/points/01", in: scratch, plans: 1)
  }

  @Test func `findings alone`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run([
      "frontier", scratch.path("data"), "--points", "3", "-o", scratch.path("out"),
    ])
    let vary = ["--vary", "production[facility=plant].unit_cost*=1..2"]
    for (place, arguments) in [
      ["stress", scratch.path("out")], ["premium", scratch.path("out")],
      ["explain", scratch.path("out/points/01")], ["alternatives", scratch.path("data")],
      ["flip", scratch.path("data")] + vary,
    ].enumerated() {
      let outcome = try Shorewise.run(arguments + ["-o", scratch.path("found-\(place)")])
      #expect(outcome.status == 0, "\(arguments): \(outcome.error)")
      try expectReport(of: "found-\(place)", in: scratch, plans: 1)
    }
  }

  @Test(arguments: ["plan", "frontier"]) func `a bundle`(_ command: String) throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(
      [command, scratch.path("data"), "--bundle", "-o", scratch.path("out")])
    #expect(outcome.status == 0, "\(outcome.error)")
    let text = try scratch.text("out/README.txt")
    let root = try FileManager.default.subpathsOfDirectory(atPath: scratch.path("out"))
    let all = Set(root + root.map { ($0 as NSString).lastPathComponent })
    for name in Self.names(in: text) {
      // Its own command line writes one.
      if text.contains("> \(name)") { continue }
      let pattern = name.replacing("*", with: "01")
      #expect(all.contains(pattern), "README.txt names \(name)")
    }
  }

  @Test func `a stress test that did not come to its end`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    let arguments = ["stress", scratch.path("out"), "--time-limit", "0.0000001"]
    let outcome = try Shorewise.run(arguments + ["-o", scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("cells have no answer (time limit reached)"))
    let record = try scratch.json("out/stress.json")
    #expect((record["open"] as? [Any])?.isEmpty == false)
    #expect(try scratch.text("out/stress_open.csv").contains("current network,plant,"))
    let json = try Shorewise.run(arguments + ["--json"])
    #expect(json.status == 1 && json.error.contains("warning: "))
    // A report of it tests by itself, and names no file that it does not speak of.
    try expectReport(of: "out", in: scratch, plans: 1)
    #expect(try !scratch.text("out/report.md").contains("Source: stress.json"))
  }
}
