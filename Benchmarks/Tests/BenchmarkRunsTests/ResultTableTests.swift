import Testing

@testable import BenchmarkRuns

/// A record of a run, with what a test says of it.
func record(
  _ solver: String, _ dataset: String = "S-1", links: String? = nil, cap: Double? = nil,
  status: RunRecord.Status = .solved, seconds: Double? = 1, objective: Double? = 100,
  bound: Double? = 100, scenarios: Int = 10, facilities: Int = 24
) -> RunRecord {
  RunRecord(
    set: "quick", dataset: dataset, scenarios: scenarios, facilities: facilities, cap: cap,
    solver: solver, version: "1", links: links, gap: 0.001, threads: 1, timeLimit: 60,
    status: status, objective: objective, bound: bound, seconds: seconds)
}

struct ResultTableTests {
  @Test func `the better links of a peer count`() {
    let table = ResultTable([
      record("highs", links: "weak", seconds: 8), record("highs", links: "strong", seconds: 6),
    ])
    #expect(
      table.time(of: "highs", on: "S-1")
        == ResultTable.Time(seconds: 6, isSolved: true, gap: nil, links: "strong"))
    #expect(table.time(of: "scip", on: "S-1") == nil)
  }

  @Test func `a run that solves beats a shorter one that does not`() {
    let table = ResultTable([
      record("highs", links: "weak", status: .limit, seconds: 5, bound: 50),
      record("highs", links: "strong", seconds: 9),
    ])
    #expect(table.time(of: "highs", on: "S-1")?.links == "strong")
  }

  @Test func `ratios are against the best peer, losses are said`() {
    let own = record("shorewise", seconds: 4)
    let slow = record("scip", links: "weak", seconds: 40)
    #expect(ResultTable([own, slow]).ratio(on: "S-1") == "10.0")
    #expect(
      ResultTable([own, slow, record("highs", links: "weak", seconds: 2)]).ratio(on: "S-1")
        == "**0.50** (loss)")
    #expect(
      ResultTable([own, record("scip", links: "weak", status: .limit, seconds: 60, bound: 90)])
        .ratio(on: "S-1") == "> 15.0")
    #expect(
      ResultTable([record("shorewise", status: .limit, seconds: 60, bound: 90), slow]).ratio(
        on: "S-1")
        == "**< 0.67** (loss)")
    #expect(
      ResultTable([
        record("shorewise", status: .limit, seconds: 60, bound: 95),
        record("scip", links: "weak", status: .limit, seconds: 60, bound: 90),
      ]).ratio(on: "S-1") == "neither; narrower gap")
    #expect(ResultTable([own]).ratio(on: "S-1") == "–")
  }

  @Test func `of runs of the same thing the last one counts`() {
    let table = ResultTable([record("shorewise", seconds: 4), record("shorewise", seconds: 3)])
    #expect(table.time(of: "shorewise", on: "S-1")?.seconds == 3)
  }

  @Test func `times of a frontier are added up over its caps`() {
    let table = ResultTable([
      record("shorewise", seconds: 5, objective: nil, bound: nil),
      record("shorewise", cap: 0.1, seconds: nil),
      record("highs", links: "weak", cap: 0.1, seconds: 4),
      record("highs", links: "weak", cap: 0.2, seconds: 6),
    ])
    #expect(table.time(of: "highs", on: "S-1")?.seconds == 10)
    #expect(table.ratio(on: "S-1") == "2.00")
  }

  @Test func `the table shows every solver, what is open, and versions`() {
    let text = ResultTable([
      record("shorewise", seconds: 4),
      record("highs", links: "weak", status: .limit, seconds: 60.2, bound: 95),
      record("scip", links: "weak", status: .limit, seconds: 61, objective: nil, bound: nil),
    ]).markdown
    #expect(text.contains("| S-1 | 10 | 24 | 4.00 | > 60.2, gap 5.00 % weak |"))
    #expect(text.contains("> 61.0, unfinished weak"))
    #expect(text.contains("Versions: Shorewise 1, HiGHS 1, SCIP 1."))
    #expect(text.contains("gap 0.10 %, 1 thread, limit 60.0 s"))
  }
}

struct CrossCheckTests {
  @Test func `a bound above another's plan is a contradiction`() {
    let records = [
      record("shorewise", objective: 100, bound: 99.9),
      record("highs", links: "weak", objective: 102, bound: 101),
    ]
    let found = CrossCheck.contradictions(in: records)
    #expect(found.count == 1)
    #expect(found.first?.bounding.solver == "highs")
    #expect(found.first?.description.contains("CONTRADICTION on S-1") == true)
    #expect(ResultTable(records).markdown.contains("CONTRADICTION"))
  }

  @Test func `other datasets, other caps and roundings are none`() {
    #expect(
      CrossCheck.contradictions(in: [
        record("shorewise", objective: 100, bound: 100),
        record("highs", objective: 100.0001, bound: 100.0005),
        record("highs", "S-2", objective: 300, bound: 300),
        record("highs", cap: 0.1, objective: 300, bound: 300),
      ]).isEmpty)
  }
}
