import Testing

/// Wrong usage: status 64, the reason on standard error, nothing on standard output, nothing done.
@Suite struct UsageTests {
  @Test(arguments: [
    (["plan"], "Missing expected argument"),
    (["plan", "DATA", "--bogus"], "Unknown option '--bogus'"),
    (["plan", "DATA", "more"], "Unexpected argument"),
    (["plan", "DATA", "--max-risk=-0.1"], "give a share from 0 to 1, such as 0.05 or 5%"),
    (["plan", "DATA", "--max-risk", "nan"], "give a number from 0 to 1, such as 0.05 or 5%"),
    (["plan", "DATA", "--max-risk", "inf"], "which is not a share"),
    (["plan", "DATA", "--max-risk", "5"], "for 5 % write 0.05 or 5%"),
    (["plan", "DATA", "--max-risk", "2.5"], "for 2.5 % write 0.025 or 2.5%"),
    (["plan", "DATA", "--max-risk", "101%"], "--max-risk is 101%"),
    (["plan", "DATA", "--max-risk=-5%"], "--max-risk is -5%; give a share from 0 to 1"),
    (["plan", "DATA", "--max-risk", "5,5%"], "which is not a share"),
    (["plan", "DATA", "--max-risk", "%"], "which is not a share"),
    (["plan", "DATA", "--max-risk", ""], "which is not a share"),
    (["plan", "DATA", "--max-risk", "1.0000001"], "--max-risk is 1.0000001"),
    (["plan", "DATA", "--max-unmet", "2"], "for 2 % write 0.02 or 2%"),
    (["plan", "DATA", "--measure", "cvar", "--level", "95"], "for 95 % write 0.95 or 95%"),
    (["plan", "DATA", "--gap", "5"], "for 5 % write 0.05 or 5%"),
    (["diagnose", "DATA", "--max-risk", "2"], "for 2 % write 0.02 or 2%"),
    (["export", "DATA", "--format", "lp", "--max-risk", "2"], "for 2 % write 0.02 or 2%"),
    (["flip", "DATA", "--vary", "a.b=0..1", "--max-risk", "2"], "for 2 % write 0.02 or 2%"),
    (["flip", "DATA", "--vary", "a.b=0..1", "--tolerance", "1"], "above 0 and at most 0.5"),
    (["flip", "DATA", "--vary", "a.b=0..1", "--tolerance", "0"], "above 0 and at most 0.5"),
    (["regret", "DATA", "--max-risk", "2"], "for 2 % write 0.02 or 2%"),
    (["alternatives", "DATA", "--max-risk", "2"], "for 2 % write 0.02 or 2%"),
    (["alternatives", "DATA", "--within", "2"], "for 2 % write 0.02 or 2%"),
    (["batch", "DATA", "--", "plan", "--max-risk", "2"], "for 2 % write 0.02 or 2%"),
    (["plan", "DATA", "--minimise", "profit"], "'cost' and 'risk'"),
    (["plan", "DATA", "--measure", "var"], "'expected', 'worst' or 'cvar'"),
    (["plan", "DATA", "--measure", "worst", "--level", "0.9"], "--level applies only to cvar"),
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
    (["frontier", "DATA", "--tolerance", "2"], "for 2 % write 0.02 or 2%"),
    (["frontier", "DATA", "--points", "1"], "give 2 or more"),
    (["frontier", "DATA", "--max-risk", "0.1"], "Unknown option"),
    (["export", "DATA"], "Missing expected argument '--format"),
    (["export", "DATA", "--format", "xml"], "'mps', 'lp', 'gmpl' or 'csv'"),
    (["export", "STORE", "--format", "csv"], "add -o and the folder's name"),
    (["export", "STORE", "--format", "csv", "-o", "x", "--baseline"], "leave out --variant"),
    (
      ["export", "STORE", "--format", "csv", "-o", "x", "--network", "current"],
      "leave out --variant"
    ),
    (["plan", "DATASET", "--baseline", "--network", "expanded"], "keep one of the two"),
    (["plan", "DATASET", "--network", "tomorrow"], "network"),
    (["export", "STORE", "--format", "csv", "-o", "x", "--set", "a.b=1"], "leave out --variant"),
    (["compare"], "Missing expected argument"), (["compare", "STORE", "x"], "but got 1"),
    (["compare", "STORE", "x", "y", "z"], "Expected two variants or none, but got 3"),
    (["compare", "STORE", "--run", "1"], "--run was given once"),
    (["compare", "STORE", "-", "x", "--sweep", "s"], "only one of these"),
    (["export", "DATA", "--format", "gmpl", "--links", "strong"], "applies only to mps and lp"),
    (["report", "DATA", "--format", "docx"], "Please provide one of the following"),
    (["report", "DATA", "--format", "html,"], "Please provide one of the following"),
    (["report", "DATA", "--format", "pdf", "--paper", "a3"], "'a4' and 'letter'"),
    (["report", "DATA", "--paper", "a4"], "add --format pdf"),
    (["report", "DATA", "--plan", "0"], "numbered from 1"),
    (["verify"], "Missing expected argument"),
    (["new"], "Missing expected argument"), (["new", ""], "The name is empty"),
    (["new", " / "], "The name is empty"), (["new", "a\nb"], "a line break"),
    (["new", String(repeating: "a", count: 256)], "at most 255 bytes"),
    (["draw", "DATA"], "There is no command 'draw'. The commands are new, import, check, plan"),
    (["plann", "DATA"], "There is no command 'plann'. Did you mean 'plan'?"),
    (["help", "fronteir"], "Did you mean 'frontier'?"),
    (["variants", "lst", "DATA"], "There is no command 'lst'. Did you mean 'list'?"),
    (["plan", "DATA", "--max-rsk", "0.1"], "Did you mean '--max-risk'?"),
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
