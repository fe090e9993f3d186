import Foundation
import Testing

/// Instances of the literature through the command line.
@Suite struct ImportTests {
  /// The example `facility` of the manual of Gurobi, its costs times the demands.
  static let facility = """
    5 4
    20 12000
    22 15000
    17 17000
    19 13000
    18 16000
    15 60000 30000 45000 37500 67500
    18 45000 46800 61200 54000 72000
    14 16800 25200 36400 57400 42000
    20 44000 52000 62000 74000 64000
    """

  @Test func `a warehouse location costs what is published, and its plan holds`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.facility, "facility.txt")
    let data = scratch.path("data")
    let written = try Shorewise.run(["import", "orlib", scratch.path("facility.txt"), "-o", data])
    #expect(written.status == 0, "\(written.error)")
    #expect(written.output.contains("5 candidate sites, 4 customers, 20 lanes"))
    #expect(try Shorewise.run(["check", data]).status == 0)
    for method in ["monolith", "decomposition"] {
      let out = scratch.path(method)
      let plan = try Shorewise.run([
        "plan", data, "--gap", "0", "--method", method, "-o", out, "--json",
      ])
      #expect(plan.status == 0, "\(plan.error)")
      let cost = try #require(try plan.json()["cost"] as? Double)
      #expect(abs(cost - 210_500) < 1e-6, "\(method)")
      #expect(try Shorewise.run(["verify", out]).output.hasPrefix("sound"))
    }
  }

  @Test func `two stages of location`() throws {
    let scratch = try Scratch()
    try scratch.write("1 1 2  3 4  10 100  2  9 50  1 3", "two.txt")
    let data = scratch.path("data")
    #expect(
      try Shorewise.run(["import", "tscflp", scratch.path("two.txt"), "-o", data]).status == 0)
    let plan = try Shorewise.run(["plan", data, "--gap", "0", "--json"])
    // 100 + 50 + 7 · 2 + 3 · 1 + 4 · 3.
    let cost = try #require(try plan.json()["cost"] as? Double)
    #expect(abs(cost - 179) < 1e-9)
  }

  @Test func `faults are told with their places, and nothing is written`() throws {
    let scratch = try Scratch()
    try scratch.write("1 2\nfive 1\n3 1\n3 -1\n", "bad.txt")
    let bad = scratch.path("bad.txt")
    let outcome = try Shorewise.run(["import", "orlib", bad, "-o", scratch.path("data")])
    #expect(outcome.status == 65)
    #expect(outcome.error.contains("\(bad):2:1: error: the capacity of site 1: 'five'"))
    #expect(outcome.error.contains("\(bad):4:3: error: the cost of serving customer 2"))
    #expect(!scratch.exists("data"))
    let absent = try Shorewise.run([
      "import", "tscflp", scratch.path("absent.txt"), "-o", scratch.path("data"),
    ])
    #expect(absent.status == 65)
    #expect(absent.error.contains("the file cannot be found"))
  }

  @Test func `a folder that holds something is left as it is`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.facility, "facility.txt")
    let outcome = try Shorewise.run([
      "import", "orlib", scratch.path("facility.txt"), "-o", scratch.path(""),
    ])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("exists and is not empty: it holds 'facility.txt'"))
  }

  @Test(arguments: ["0", "-1", "nan", "1e16"])
  func `a capacity that is none is wrong usage`(_ capacity: String) throws {
    let outcome = try Shorewise.run([
      "import", "orlib", "x.txt", "-o", "x", "--capacity=\(capacity)",
    ])
    #expect(outcome.status == 64)
  }

  @Test(arguments: ["orlib", "tscflp"])
  func `help shows an example`(_ format: String) throws {
    let outcome = try Shorewise.run(["import", format, "--help"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("shorewise import \(format) "))
  }
}
