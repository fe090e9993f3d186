import Foundation
import SupplyPlan
import TestDatasets
import Testing

/// A process that is killed while it writes leaves the old files, the new ones, or files that no command takes for a result.
@Suite(.serialized) struct KillTests {
  private static let trials: UInt64 =
    runsLongTests ? 20 : 1

  @Test(arguments: ["plan", "frontier"])
  func `killed while it writes`(_ command: String) throws {
    let scratch = try Scratch(Cases.small)
    let datasets = [scratch.path("data"), scratch.path("other")]
    try Cases.changed.write(to: datasets[1])
    let out = scratch.path("out")
    let arguments = { (turn: UInt64) in [command, datasets[Int(turn % 2)], "-o", out] }
    try #require(try Shorewise.run(arguments(0)).status == 0)
    for seed in 1...Self.trials {
      var random = SplitMix64(seed: seed)
      let run = try Shorewise.Run(arguments(seed))
      while run.isRunning, !hasPartial(out) { usleep(100) }
      usleep(UInt32(random.next() % 4_000))
      run.send(SIGKILL)
      _ = try run.finish()
      try expectWhole(scratch, command, "seed \(seed)")
      removePartials(out)
    }
    // Whatever was left, the next run makes good.
    #expect(try Shorewise.run(arguments(0)).status == 0)
    try expectWhole(scratch, command, "in the end")
  }

  private func expectWhole(_ scratch: Scratch, _ command: String, _ what: Comment) throws {
    let head = command == "plan" ? "plan.json" : "frontier.json"
    let report = try Shorewise.run(["report", scratch.path("out"), "-o", scratch.path("web")])
    guard scratch.exists("out/\(head)") else {
      #expect(report.status == 1, what)
      #expect(report.error.contains("it contains no frontier.json, plan.json"), what)
      return
    }
    #expect(report.status == 0, "\(what): \(report.error)")
    guard command == "frontier" else {
      #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0, what)
      return
    }
    let record = try FrontierRecord.read(from: scratch.path("out"))
    for point in record.points {
      let plan = try Plan.read(from: scratch.path("out/\(point.plan)"))
      #expect(plan.cost == point.cost, what)
      #expect(plan.dataset == record.dataset, what)
      #expect(
        try Shorewise.run(["verify", scratch.path("out/\(point.plan)")]).status == 0, what)
    }
  }

  private func partials(_ folder: String) -> [String] {
    (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".part") }
  }

  private func hasPartial(_ folder: String) -> Bool { !partials(folder).isEmpty }

  private func removePartials(_ folder: String) {
    for path in partials(folder) { unlink(folder + "/" + path) }
  }
}
