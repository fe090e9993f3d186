import Foundation
import Testing

/// The proof of a bound through the command line: written, verified, refused where something was changed.
@Suite struct CertifiedPlanTests {
  private func certified(_ options: [String] = []) throws -> Scratch {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "--certificate", "-o", scratch.path("out")] + options)
    try #require(outcome.status == 0, "\(outcome.error)")
    return scratch
  }

  @Test(arguments: [
    [], ["--minimise", "risk"], ["--max-risk", "0.1"], ["--baseline"], ["--network", "expanded"],
    ["--gap", "0"],
    ["--measure", "worst", "--method", "decomposition"],
  ])
  func `a certificate is written and verified`(_ options: [String]) throws {
    let scratch = try certified(options)
    #expect(
      FileManager.default.fileExists(atPath: scratch.path("out/certificate.json.gz")))
    for path in ["out", "out/plan.json"] {
      let outcome = try Shorewise.run(["verify", scratch.path(path)])
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(
        outcome.output.contains(/bound [\d,.]+ verified from [\d,]+ lea(f|ves), [\d,]+ cuts? in/))
    }
    let verdict = try Shorewise.run(["verify", scratch.path("out"), "--json"]).json()
    #expect(verdict["sound"] as? Bool == true)
    let certificate = try #require(verdict["certificate"] as? [String: Any])
    #expect(certificate["sound"] as? Bool == true)
    #expect((certificate["claims"] as? [Any])?.isEmpty == false)
  }

  @Test func `that there is no plan is verified, too`() throws {
    let scratch = try Scratch(Cases.infeasible)
    let planned = try Shorewise.run([
      "plan", scratch.path("data"), "--certificate", "--no-diagnosis", "-o", scratch.path("out"),
    ])
    #expect(planned.status == 2)
    let outcome = try Shorewise.run(["verify", scratch.path("out")])
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("proven that no plan exists: verified from"))
  }

  @Test func `a plan that states more than is proved`() throws {
    let scratch = try certified()
    let text = try scratch.text("out/plan.json")
    let bound = try #require(text.firstMatch(of: /"bound": ([\d.]+)/)?.1)
    let cost = try #require(text.firstMatch(of: /"cost": ([\d.]+)/)?.1)
    let raised = (Double(cost) ?? 0) * 1.001
    try scratch.write(
      text.replacingOccurrences(of: "\"bound\": \(bound)", with: "\"bound\": \(raised)"),
      "out/plan.json")
    let outcome = try Shorewise.run(["verify", scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("not sound: the certificate: the plan claims a bound of"))
  }

  @Test func `a certificate of another plan, of another dataset, and one that is damaged`() throws {
    let scratch = try certified()
    let other = try certified(["--max-risk", "0.1"])
    let place = URL(fileURLWithPath: scratch.path("out/certificate.json.gz"))
    let own = try Data(contentsOf: place)
    try Data(contentsOf: URL(fileURLWithPath: other.path("out/certificate.json.gz"))).write(
      to: place)
    let exchanged = try Shorewise.run(["verify", scratch.path("out")])
    #expect(exchanged.status == 1)
    #expect(exchanged.output.contains("question: the cap on sales at risk differs from the plan's"))

    try own.write(to: place)
    try scratch.write(Cases.changed)
    let changed = try Shorewise.run(["verify", scratch.path("data"), scratch.path("out")])
    #expect(changed.status == 1)
    #expect(changed.output.contains("the certificate: dataset: it was made for the dataset"))

    try own.dropLast(20).write(to: place)
    let damaged = try Shorewise.run(["verify", scratch.path("out")])
    #expect(damaged.status == 1)
    #expect(damaged.error.contains("certificate.json.gz"))
    #expect(damaged.error.contains("not a complete gzip file"))
  }

  @Test func `a plan without one takes an old one away`() throws {
    let scratch = try certified()
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    #expect(
      !FileManager.default.fileExists(atPath: scratch.path("out/certificate.json.gz")))
    let outcome = try Shorewise.run(["verify", scratch.path("out")])
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("verified"))
  }

  @Test func `in a bundle it is sealed`() throws {
    let scratch = try certified(["--bundle"])
    let catalogue = try scratch.text("out/manifest.json")
    #expect(catalogue.contains("certificate.json.gz"))
    #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
  }

  @Test(arguments: [
    (["--certificate"], "add -o"),
    (["--certificate", "--method", "monolith", "-o", "out"], "Use --method decomposition"),
  ])
  func `what it needs is told`(_ options: [String], _ words: String) throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["plan", scratch.path("data")] + options)
    #expect(outcome.status == 64)
    #expect(outcome.error.contains(words))
  }
}
