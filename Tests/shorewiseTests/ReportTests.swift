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

  @Test func `of a folder that holds no result`() throws {
    let scratch = try Scratch()
    let outcome = try Shorewise.run(["report", scratch.path("")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("neither a frontier.json nor a plan.json"))
    #expect(outcome.error.contains("nor a finding (stress.json, premium.json"))
  }
}
