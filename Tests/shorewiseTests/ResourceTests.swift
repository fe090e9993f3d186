import Foundation
import TestDatasets
import Testing

/// Disks that are full, streams that nobody reads, limits of the system: a clear message, a status as documented, and
/// files that are whole.
@Suite struct ResourceTests {
  private static let files: Set = [
    "plan.json", "flows.csv", "production.csv", "draws.csv", "inputs",
  ]

  private func expectWhole(_ scratch: Scratch, _ folder: String = "out") throws {
    let written = try FileManager.default.contentsOfDirectory(atPath: scratch.path(folder))
    #expect(Set(written) == Self.files)
    #expect(try Shorewise.run(["verify", scratch.path(folder)]).status == 0)
  }

  // MARK: Standard streams

  @Test func `standard output on a full disk`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.shell(
      "shorewise plan $1 -o $2 > /dev/full", [scratch.path("data"), scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("cannot write to standard output (No space left"))
    try expectWhole(scratch)
  }

  @Test(arguments: ["plan", "export --format mps", "check"])
  func `a reader who has seen enough`(_ command: String) throws {
    let scratch = try Scratch(Cases.hard())
    let outcome = try Shorewise.shell(
      "shorewise \(command) $1 \(command == "plan" ? "--time-limit 0.01 -o $2" : "") | head -c 1 > /dev/null; exit ${PIPESTATUS[0]}",
      [scratch.path("data"), scratch.path("out")])
    #expect(!outcome.error.contains("error"))
    guard command == "plan" else {
      #expect(outcome.status == 0)
      return
    }
    // Whether there is time for a plan is not what is tried here.
    #expect([0, 1].contains(outcome.status))
    if outcome.status == 0 { try expectWhole(scratch) }
  }

  @Test func `nobody reads at all`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.shell(
      "shorewise plan $1 -o $2 | true; exit ${PIPESTATUS[0]}",
      [scratch.path("data"), scratch.path("out")])
    #expect(outcome.status == 0)
    try expectWhole(scratch)
  }

  @Test func `streams that are closed are not taken by files`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.shell(
      "shorewise batch $1 --store $2 <&- >&- 2>&- && shorewise plan $1 -o $3 <&- >&- 2>&-",
      [scratch.path("data"), scratch.path("runs.sqlite"), scratch.path("out")])
    #expect(outcome.status == 0)
    try expectWhole(scratch)
    #expect(try Shorewise.run(["compare", scratch.path("runs.sqlite")]).status == 0)
  }

  @Test func `an environment without anything`() throws {
    let scratch = try Scratch(Cases.small)
    let program = try Shorewise.executable().path
    let outcome = try Shorewise.shell(
      "cd / && env -i \(program) frontier $1 -o $2 && env -i \(program) report $2",
      [scratch.path("data"), scratch.path("out")])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(scratch.exists("out/report.html"))
  }

  // MARK: Disks

  @Test(arguments: ["plan", "frontier", "alternatives"])
  func `a limit of the size of files leaves the old ones`(_ command: String) throws {
    let scratch = try Scratch(Cases.small)
    let arguments = [command, scratch.path("data"), "-o", scratch.path("out")]
    try #require(try Shorewise.run(arguments).status == 0)
    let before = try texts(scratch.path("out"))
    let outcome = try Shorewise.shell(
      "ulimit -f 1; shorewise \(command) $1 -o $2", [scratch.path("data"), scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("The file cannot be written (File too large)"))
    #expect(outcome.output.contains("cost"))
    #expect(try texts(scratch.path("out")) == before)
  }

  @Test(.enabled(if: SmallDisk.canBeMounted, "mounting takes rights that are not there"))
  func `a full disk leaves the old files`() throws {
    let scratch = try Scratch(Cases.small)
    let disk = try SmallDisk(at: scratch.path("disk"), kibibytes: 80)
    let out = disk.path + "/out"
    try #require(try Shorewise.run(["plan", scratch.path("data"), "-o", out]).status == 0)
    let before = try texts(out)
    try disk.fill()
    for command in ["plan", "frontier", "premium", "stress"] {
      let source = ["plan", "frontier"].contains(command) ? scratch.path("data") : out
      let outcome = try Shorewise.run([command, source, "-o", out])
      #expect(outcome.status == 1, "\(command)")
      #expect(outcome.error.contains(command == "premium" ? "frontier" : "No space left"))
      #expect(try texts(out) == before, "\(command)")
    }
    let report = try Shorewise.run(["report", out])
    #expect(report.status == 1)
    #expect(report.error.contains("No space left on device"))
    #expect(try texts(out) == before)
    let batch = try Shorewise.run(
      ["batch", scratch.path("data"), "--store", disk.path + "/runs.sqlite"])
    #expect(batch.status == 1)
    #expect(batch.error.contains("disk is full") || batch.error.contains("No space left"))
  }

  @Test(.enabled(if: SmallDisk.canBeMounted, "mounting takes rights that are not there"))
  func `a folder that is for reading alone`() throws {
    let scratch = try Scratch(Cases.small)
    let disk = try SmallDisk(at: scratch.path("disk"), kibibytes: 512)
    let out = disk.path + "/out"
    try #require(try Shorewise.run(["frontier", scratch.path("data"), "-o", out]).status == 0)
    try disk.allowReadingAlone()
    for arguments in [
      ["plan", scratch.path("data"), "-o", out], ["report", out], ["stress", out, "-o", out],
      ["new", disk.path + "/fresh"], ["export", scratch.path("data"), "--format", "lp", "-o", out],
    ] {
      let outcome = try Shorewise.run(arguments)
      #expect(outcome.status == 1, "\(arguments)")
      #expect(!outcome.error.isEmpty, "\(arguments)")
    }
    #expect(try Shorewise.run(["verify", out + "/points/01"]).status == 0)
    #expect(
      try Shorewise.run(["report", out, "-o", scratch.path("elsewhere")]).status == 0)
  }

  private func texts(_ folder: String) throws -> [String: Data] {
    var texts: [String: Data] = [:]
    for case let path as String in try #require(
      FileManager.default.enumerator(atPath: folder))
    {
      texts[path] = FileManager.default.contents(atPath: folder + "/" + path)
    }
    return texts
  }

  // MARK: Memory

  @Test(arguments: ["monolith", "decomposition"])
  func `a plan under a limit of memory`(_ method: String) throws {
    let scratch = try Scratch(Cases.hard())
    let outcome = try Shorewise.shell(
      "ulimit -v 500000; shorewise plan $1 --gap 0 --method \(method) -o $2 --time-limit 60",
      [scratch.path("data"), scratch.path("out")])
    #expect([0, 1].contains(outcome.status), "\(outcome.error)")
    #expect(outcome.output.contains("memory limit reached"))
    let plan = try scratch.json("out/plan.json")
    #expect(plan["termination"] as? String == "stopped")
    #expect((plan["stop_reason"] as? String)?.contains("memory") == true)
    #expect((plan["cost"] is Double) == (outcome.status == 0))
    if outcome.status == 0 {
      #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
    }
  }

  @Test(arguments: [350_000, 500_000])
  func `a limit of memory ends a solve before it ends the process`(_ kibibytes: Int) throws {
    let scratch = try Scratch(Cases.hard())
    // The process begins near to the limit, or comes near to it when it solves.
    let outcome = try Shorewise.shell(
      "ulimit -v \(kibibytes); shorewise frontier $1 --gap 0.2 -o $2 --time-limit 60",
      [scratch.path("data"), scratch.path("out")])
    #expect([0, 1].contains(outcome.status), "\(outcome.error)")
    #expect(outcome.error.contains("memory limit reached"))
    let frontier = try scratch.json("out/frontier.json")
    #expect(frontier["termination"] as? String == "stopped")
    #expect((frontier["stop_reason"] as? String)?.contains("memory") == true)
    if outcome.status == 0 {
      #expect(try Shorewise.run(["verify", scratch.path("out/points/01")]).status == 0)
    }
  }
}

/// A file system in memory, so small that it is soon full.
private final class SmallDisk {
  let path: String

  /// Whether one can be made here.
  static let canBeMounted: Bool = {
    guard let scratch = try? Scratch(),
      let disk = try? SmallDisk(at: scratch.path("d"), kibibytes: 64)
    else { return false }
    return FileManager.default.fileExists(atPath: disk.path)
  }()

  init(at path: String, kibibytes: Int) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.mount("mount -t tmpfs -o size=\(kibibytes)k none $1", path)
  }

  /// Takes all the room that is left.
  func fill() throws {
    let place = path + "/ballast"
    _ = try Shorewise.shell("head -c 10000000 /dev/zero > $1", [place])
  }

  func allowReadingAlone() throws { try Self.mount("mount -o remount,ro $1", path) }

  deinit { _ = try? Shorewise.shell("umount -l $1", [path]) }

  private static func mount(_ script: String, _ path: String) throws {
    guard try Shorewise.shell(script, [path]).status == 0 else {
      throw CocoaError(.fileWriteNoPermission)
    }
  }
}
