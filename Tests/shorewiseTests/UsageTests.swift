import Testing

/// Wrong usage: status 64, the reason on standard error, nothing on standard output, nothing done.
@Suite struct UsageTests {
  @Test(arguments: [
    (["plan"], "Missing expected argument"),
    (["plan", "DATA", "--bogus"], "Unknown option '--bogus'"),
    (["plan", "DATA", "more"], "Unexpected argument"),
    (["plan", "DATA", "--max-risk", "5%"], "0.05 is 5 %"),
    (["plan", "DATA", "--max-risk=-0.1"], "give a share such as 0.05"),
    (["plan", "DATA", "--max-risk", "nan"], "give a share such as 0.05"),
    (["plan", "DATA", "--minimise", "profit"], "'cost' and 'risk'"),
    (["plan", "DATA", "--measure", "var"], "'expected', 'worst' or 'cvar'"),
    (["plan", "DATA", "--measure", "worst", "--level", "0.9"], "--level goes with cvar"),
    (["plan", "DATA", "--level", "0.9"], "plan.yaml asks for expected; add --measure cvar"),
    (["plan", "DATA", "--measure", "cvar", "--level", "1"], "from 0 to below 1"),
    (["plan", "DATA", "--gap", "1"], "from 0 to below 1"),
    (["plan", "DATA", "--gap", "nan"], "from 0 to below 1"),
    (["plan", "DATA", "--time-limit", "0"], "a number of seconds above 0"),
    (["plan", "DATA", "--threads", "0"], "give 1 or more"),
    (["plan", "DATA", "--method", "benders"], "'auto', 'monolith' or 'decomposition'"),
    (["plan", "DATA", "--method"], "Missing value for '--method"),
    (["frontier", "DATA", "--method", "guess"], "'auto', 'monolith' or 'decomposition'"),
    (["export", "DATA", "--format", "lp", "--method", "monolith"], "Unknown option"),
    (["frontier", "DATA", "--tolerance", "2"], "give a share such as 0.01"),
    (["frontier", "DATA", "--points", "1"], "give 2 or more"),
    (["frontier", "DATA", "--max-risk", "0.1"], "Unknown option"),
    (["export", "DATA"], "Missing expected argument '--format"),
    (["export", "DATA", "--format", "xml"], "'mps', 'lp', 'gmpl' or 'csv'"),
    (["export", "STORE", "--format", "csv"], "add -o and its name"),
    (["export", "STORE", "--format", "csv", "-o", "x", "--baseline"], "leave out what asks"),
    (["export", "STORE", "--format", "csv", "-o", "x", "--set", "a.b=1"], "leave out what asks"),
    (["compare"], "Missing expected argument"), (["compare", "STORE", "x"], "name two"),
    (["compare", "STORE", "x", "y", "z"], "3 variants are named"),
    (["compare", "STORE", "--run", "1"], "name two, or none"),
    (["compare", "STORE", "-", "x", "--sweep", "s"], "not several of these"),
    (["export", "DATA", "--format", "gmpl", "--links", "strong"], "goes with mps and lp"),
    (["report", "DATA", "--format", "docx"], "Please provide one of the following"),
    (["report", "DATA", "--format", "html,"], "Please provide one of the following"),
    (["report", "DATA", "--format", "pdf", "--paper", "a3"], "'a4' and 'letter'"),
    (["report", "DATA", "--paper", "a4"], "add --format pdf"),
    (["report", "DATA", "--plan", "0"], "numbered from 1"),
    (["verify"], "Missing expected argument"),
    (["new"], "Missing expected argument"), (["new", ""], "The name is empty"),
    (["new", " / "], "The name is empty"), (["new", "a\nb"], "a line end"),
    (["new", String(repeating: "a", count: 256)], "at most 255 bytes"),
    (["draw", "DATA"], "unexpected arguments: 'draw'"),
  ])
  func `wrong usage`(_ arguments: [String], _ reason: String) throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(
      arguments.map { $0 == "DATA" ? scratch.path("data") : $0 }
        + (arguments[0] == "plan" ? ["-o", scratch.path("out")] : []))
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains(reason), "\(outcome.error)")
    #expect(!scratch.exists("out"))
  }
}
