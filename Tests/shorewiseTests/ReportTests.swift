import Foundation
import Testing

@Suite struct ReportTests {
  @Test(arguments: ["frontier", "plan"])
  func `of what was written`(_ command: String) throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run([command, scratch.path("data"), "-o", scratch.path("out")])
    let outcome = try Shorewise.run(["report", scratch.path("out")])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == scratch.path("out/report.html") + "\n")
    let page = try scratch.text("out/report.html")
    #expect(page.hasPrefix("<!DOCTYPE html>") || page.hasPrefix("<!doctype html>"))
    #expect(page.contains("small"))
    let elsewhere = try Shorewise.run(["report", scratch.path("out"), "-o", scratch.path("web")])
    #expect(elsewhere.status == 0)
    #expect(try scratch.text("web/report.html") == page)
  }

  @Test func `in other formats, of another plan`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["frontier", scratch.path("data"), "-o", scratch.path("out")])
    let page = try Shorewise.run([
      "report", scratch.path("out"), "--format", "svg,html", "--format", "svg", "--plan", "1",
    ])
    #expect(page.status == 0, "\(page.error)")
    let paths = page.output.split(separator: "\n").map(String.init)
    #expect(paths.first == scratch.path("out/figures/frontier.svg"))
    #expect(paths.last == scratch.path("out/report.html"))
    #expect(Set(paths).count == paths.count)
    for path in paths { #expect(FileManager.default.fileExists(atPath: path)) }
    #expect(try scratch.text("out/figures/map.svg").contains("Plan\u{A0}1"))
    #expect(
      try scratch.text("out/report.html").contains("id=\"plan-1\" data-view=\"0\""))

    let beyond = try Shorewise.run(["report", scratch.path("out"), "--plan", "99"])
    #expect(beyond.status == 1)
    #expect(beyond.error.contains("plan 99 was requested") && beyond.error.contains("from 1 to"))
  }

  /// Without a browser a PDF is refused at once, with what installs one; the rest is not written either.
  @Test func `a PDF without a browser`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    let outcome = try Shorewise.run(
      ["report", scratch.path("out"), "--format", "html,pdf"],
      environment: ["PATH": "/nowhere", "SHOREWISE_CHROMIUM": ""])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("sudo apt-get install chromium"))
    #expect(outcome.output.isEmpty && !scratch.exists("out/report.html"))
    let other = try Shorewise.run(
      ["report", scratch.path("out"), "--format", "pdf"],
      environment: ["SHOREWISE_CHROMIUM": "/bin/false"])
    #expect(other.status == 1 && other.error.contains("Chromium ended before it was done"))
  }

  @Test func `of a folder that holds no result`() throws {
    let scratch = try Scratch()
    let outcome = try Shorewise.run(["report", scratch.path("")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("it contains no frontier.json, plan.json"))
    #expect(outcome.error.contains("or finding (stress.json, premium.json"))
  }
}
