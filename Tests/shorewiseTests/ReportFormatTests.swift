import Foundation
import TestDatasets
import Testing

/// The report in every format, as the house wants it, and of several results.
@Suite struct ReportFormatTests {
  private func frontier(_ dataset: TestDataset = Cases.small) throws -> Scratch {
    let scratch = try Scratch(dataset)
    let outcome = try Shorewise.run(["frontier", scratch.path("data"), "-o", scratch.path("out")])
    #expect(outcome.status == 0, "\(outcome.error)")
    return scratch
  }

  @Test func `Markdown, tables and GeoJSON`() throws {
    let scratch = try frontier()
    let outcome = try Shorewise.run([
      "report", scratch.path("out"), "--format", "markdown,csv", "--format", "geojson", "--plan",
      "1",
      "-o", scratch.path("web"),
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    let text = try scratch.text("web/report.md")
    #expect(text.hasPrefix("# small\n\n*What does more resilience cost"))
    #expect(text.contains("## Plan\u{A0}1") && !text.contains("figures/"))
    #expect(
      try scratch.text("web/tables/frontier.csv").hasPrefix("point,cost_usd,sales_at_risk_share,"))
    #expect(try scratch.text("web/tables/plan-costs.csv").hasPrefix("line,cost\nopening,"))
    #expect(scratch.exists("web/tables/figure-frontier.csv"))
    let collection = try scratch.json("web/network.geojson")
    #expect(collection["type"] as? String == "FeatureCollection")
    #expect(!scratch.exists("web/report.html"))
    for line in outcome.output.split(separator: "\n") {
      #expect(FileManager.default.fileExists(atPath: String(line)))
    }
    let drawn = try Shorewise.run(["report", scratch.path("out"), "--format", "svg,markdown"])
    #expect(drawn.status == 0)
    #expect(try scratch.text("out/report.md").contains("](figures/frontier.svg)"))
    #expect(scratch.exists("out/figures/frontier.svg"))
  }

  @Test func `the house's style`() throws {
    let scratch = try frontier()
    try scratch.write("title: Our network\naccent: '#0a5c5c'\nlogo: logo.svg\n", "out/report.yaml")
    try scratch.write("<svg viewBox='0 0 2 1'><rect width='2' height='1'/></svg>", "out/logo.svg")
    #expect(try Shorewise.run(["report", scratch.path("out")]).status == 0)
    let page = try scratch.text("out/report.html")
    #expect(page.contains("<h1>Our network</h1>") && page.contains("--accent:#0a5c5c"))
    #expect(page.contains("src=\"data:image/svg+xml;base64,"))
    try scratch.write("title: Other\n", "other.yaml")
    let other = try Shorewise.run([
      "report", scratch.path("out"), "--style", scratch.path("other.yaml"),
    ])
    #expect(other.status == 0)
    #expect(try scratch.text("out/report.html").contains("<h1>Other</h1>"))
  }

  @Test func `a style with faults`() throws {
    let scratch = try frontier()
    try scratch.write("accent: \"#eeeeee\"\nlogos: x\nlanguage: xx\n", "out/report.yaml")
    let outcome = try Shorewise.run(["report", scratch.path("out")])
    #expect(outcome.status == 1)
    for words in [
      "report.yaml:1:9: error: the contrast of #eeeeee",
      "report.yaml:2:1: error: there is no key 'logos'",
      "report.yaml:3:1: error: there is no key 'language'",
    ] { #expect(outcome.error.contains(words), "\(outcome.error)") }
    #expect(!scratch.exists("out/report.html"))
  }

  @Test func `two outputs side by side`() throws {
    let scratch = try frontier()
    try scratch.write(Cases.changed)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("dear")])
    let outcome = try Shorewise.run([
      "report", scratch.path("out"), scratch.path("dear"), "-o", scratch.path("web"),
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == scratch.path("web/comparison.html") + "\n")
    let page = try scratch.text("web/comparison.html")
    #expect(page.contains("dear costs") && page.contains("more than out"))
    for words in ["Costs, line by line", "Sales lost in each event", "production.csv"] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `a store, with what its plans would be sorry for`() throws {
    let scratch = try Scratch(Cases.small)
    try FileManager.default.createDirectory(
      atPath: scratch.path("data/variants"), withIntermediateDirectories: true)
    try scratch.write(
      "description: dear\npatches:\n  - {table: production, where: {facility: plant}, scale: {unit_cost: 4}}\n",
      "data/variants/dear.yaml")
    let batch = try Shorewise.run([
      "batch", scratch.path("data"), "--store", scratch.path("runs.sqlite"),
    ])
    #expect(batch.status == 0, "\(batch.error)")
    let outcome = try Shorewise.run([
      "report", scratch.path("runs.sqlite"), "-o", scratch.path("web"),
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    let page = try scratch.text("web/comparison.html")
    #expect(page.contains("Regret of each plan in each future"))
    #expect(
      page.contains("only the plans of the store were compared")
        || page.contains("is the best found in all"))
  }

  @Test func `what cannot be compared`() throws {
    let scratch = try frontier()
    let missing = try Shorewise.run([
      "report", scratch.path("out"), scratch.path("none"), scratch.path("data"),
    ])
    #expect(missing.status == 1)
    // All sources are looked at, not the first alone.
    #expect(missing.error.contains("none") && missing.error.contains("contains no frontier.json"))
    let plan = try Shorewise.run([
      "plan", scratch.path("data"), "--measure", "worst", "-o", scratch.path("worst"),
    ])
    #expect(plan.status == 0)
    let measures = try Shorewise.run([
      "report", scratch.path("out"), scratch.path("worst"), "-o", scratch.path("web"),
    ])
    #expect(measures.status == 1)
    #expect(measures.error.contains("it measures risk by worst"))
    let tables = try Shorewise.run([
      "report", scratch.path("out"), scratch.path("out"), "--format", "csv",
    ])
    #expect(tables.status == 64)
    #expect(tables.error.contains("written as html or pdf, not as csv"))
  }
}
