import Foundation
import TestDatasets
import Testing
import TextFiles

/// Bundles for auditors on the command line.
@Suite struct BundleTests {
  @Test func `written, sealed, moved and verified`() throws {
    let scratch = try Scratch(Cases.small)
    let written = try Shorewise.run(
      ["plan", scratch.path("data"), "--max-risk", "0.03", "-o", scratch.path("out"), "--bundle"])
    #expect(written.status == 0)
    let seal = try #require(written.error.firstMatch(of: /manifest ([0-9a-f]{64})/)?.1)
    try FileManager.default.moveItem(
      atPath: scratch.path("out"), toPath: scratch.path("elsewhere"))
    try FileManager.default.removeItem(atPath: scratch.path("data"))
    let verified = try Shorewise.run(["verify", scratch.path("elsewhere")])
    #expect(verified.status == 0)
    #expect(verified.output.contains("manifest \(seal)\nsound: "))
    let json = try Shorewise.run(["verify", scratch.path("elsewhere"), "--json"]).json()
    #expect((json["bundle"] as? [String: Any])?["sha256"] as? String == String(seal))
    #expect(try Self.run("sha256sum", ["-c", "--quiet", "MANIFEST"], in: scratch) == 0)
    try scratch.write("a different log", "elsewhere/log.txt")
    let changed = try Shorewise.run(["verify", scratch.path("elsewhere")])
    #expect(changed.status == 1)
    #expect(changed.error.contains("elsewhere/log.txt: error: the file was changed"))
    #expect(try Self.run("sha256sum", ["-c", "--quiet", "MANIFEST"], in: scratch) == 1)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/glpsol")))
  func `another solver finds the same from what the bundle holds`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(
      ["plan", scratch.path("data"), "--gap", "0", "-o", scratch.path("elsewhere"), "--bundle"])
    let cost = try #require(try scratch.json("elsewhere/plan.json")["cost"] as? Double)
    let words = ["--model", "program/network-design.mod", "--data", "program/network-design.dat"]
    #expect(
      try Self.run("glpsol", words + ["--log", "../log"], in: scratch) == 0)
    let found = try scratch.text("log").firstMatch(of: /\ncost=([0-9.e+]+)/)
    let other = try #require(found.flatMap { Double($0.1) })
    #expect(abs(other - cost) <= 1e-6 * cost)
    #expect(
      try Self.run(
        "glpsol", ["--freemps", "program/network-design.mps", "-w", "../solved"], in: scratch) == 0)
    let value = try scratch.text("solved").firstMatch(of: /\ns mip \d+ \d+ o ([0-9.e+]+)/)
    let third = try #require(value.flatMap { Double($0.1) })
    #expect(abs(third - cost) <= 1e-6 * cost)
  }

  @Test(arguments: ["plan", "frontier"])
  func `the proof that there is no plan, and why, are sealed together`(_ command: String) throws {
    let scratch = try Scratch(Cases.infeasible)
    let written = try Shorewise.run(
      [command, scratch.path("data"), "-o", scratch.path("out"), "--bundle"])
    #expect(written.status == 2)
    #expect(try scratch.text("out/MANIFEST").contains("diagnosis.json"))
    #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
  }

  @Test func `a limit of what goes undelivered is in the command, the program and the check`()
    throws
  {
    let scratch = try Scratch(
      Cases.small.replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,150,10"))
    let words = ["plan", scratch.path("data"), "--gap", "0", "--max-unmet", "0.1"]
    let plan = try Shorewise.run(words + ["-o", scratch.path("elsewhere"), "--bundle"])
    #expect(plan.status == 0, "\(plan.error)")
    #expect(try scratch.text("elsewhere/run.json").contains("--max-unmet"))
    #expect(
      try scratch.text("elsewhere/program/network-design.dat").contains("param max_unmet := 0.1;"))
    #expect(try Shorewise.run(["verify", scratch.path("elsewhere")]).status == 0)
    try #require(Shorewise.run(words + ["-o", scratch.path("plain")]).status == 0)
    let text = try scratch.text("plain/plan.json")
      .replacingOccurrences(of: "\"max_unmet\": 0.1", with: "\"max_unmet\": 0.01")
    try scratch.write(text, "plain/plan.json")
    let other = try Shorewise.run(["verify", scratch.path("plain")])
    #expect(other.status == 1)
    #expect(other.output.contains("a normal year leaves no more undelivered than the limit"))
  }

  @Test func `a frontier with every plan`() throws {
    let scratch = try Scratch(Cases.small)
    let written = try Shorewise.run(
      ["frontier", scratch.path("data"), "--points", "2", "-o", scratch.path("out"), "--bundle"])
    #expect(written.status == 0)
    for path in ["out", "out/points/01", "out/points/01/plan.json"] {
      let verified = try Shorewise.run(["verify", scratch.path(path)])
      #expect(verified.status == 0, "\(path): \(verified.error)")
      #expect(verified.output.hasPrefix("bundle: "))
    }
    let whole = try Shorewise.run(["verify", scratch.path("out")])
    for plan in ["points/01", "points/02", "baseline", "expanded"] {
      #expect(whole.output.contains("\n\(plan): sound: "), "\(whole.output)")
    }
    #expect(
      try Shorewise.run(["verify", scratch.path("out"), "--json"]).json()["sound"] as? Bool == true)
    // One plan is not that of another point: the frontier says something else of it.
    let text = try scratch.text("out/points/01/plan.json")
    try scratch.write(text + " ", "out/points/01/plan.json")
    let changed = try Shorewise.run(["verify", scratch.path("out")])
    #expect(changed.status == 1)
    #expect(changed.error.contains("out/points/01/plan.json: error: the file was changed"))
  }

  @Test(arguments: [["--bundle"], ["--bundle", "--no-inputs", "-o", "x"]])
  func `wrong usage`(_ options: [String]) throws {
    let scratch = try Scratch(Cases.small)
    for command in ["plan", "frontier"] {
      let outcome = try Shorewise.run([command, scratch.path("data")] + options)
      #expect(outcome.status == 64)
      #expect(outcome.error.contains("--bundle"))
    }
  }

  @Test func `a folder that holds something is left alone`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "-o", scratch.path("data"), "--bundle"])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("it is the folder of a dataset"))
    #expect(outcome.output.isEmpty)
    #expect(!scratch.exists("data/plan.json"))
  }

  private static func run(_ program: String, _ words: [String], in scratch: Scratch) throws
    -> Int32
  {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    child.arguments = [program] + words
    child.currentDirectoryURL = URL(fileURLWithPath: scratch.path("elsewhere"))
    child.standardOutput = FileHandle.nullDevice
    child.standardError = FileHandle.nullDevice
    try child.run()
    child.waitUntilExit()
    return child.terminationStatus
  }
}
