import Foundation

/// How a task stands, in a word of Slurm's.
struct SlurmState: Equatable, Sendable {
  /// Such as `PENDING` or `NODE_FAIL`.
  var name: String
  /// Why it waits or has ended.
  var reason = ""

  /// States that a task does not leave. What is not known here counts as alive: nothing is lost by waiting.
  private static let lastStates: Set<String> = [
    "BOOT_FAIL", "CANCELLED", "COMPLETED", "DEADLINE", "FAILED", "LAUNCH_FAILED", "NODE_FAIL",
    "OUT_OF_MEMORY", "PREEMPTED", "RECONFIG_FAIL", "REVOKED", "TIMEOUT",
  ]

  var hasEnded: Bool { Self.lastStates.contains(name) }
  var isRunning: Bool { name == "RUNNING" }
  /// Whether somebody wanted it to end.
  var isCancelled: Bool { name == "CANCELLED" }
}

/// What the queue has of some submissions, by their names.
struct SlurmSnapshot: Equatable {
  /// The number of the array.
  var jobs: [String: String] = [:]
  /// Its tasks, by their place in it.
  var states: [String: [Int: SlurmState]] = [:]
  /// How all those of its tasks ended that have no state of their own: what is cancelled before it begins loses its
  /// place.
  var restStates: [String: SlurmState] = [:]

  func state(of index: Int, in name: String) -> SlurmState? {
    states[name]?[index] ?? restStates[name]
  }
}

/// The queue, as Slurm's programs tell it.
struct SlurmQueue {
  let programs: SlurmPrograms

  /// Slurm's own default.
  private static let usualArrayLength = 1001
  /// The fields of a line of `squeue`; the reason is last, since it may hold anything.
  private static let format = "%j|%F|%K|%T|%r"

  /// What the queue has of submissions with these names: what waits and runs, and for some minutes what has ended.
  ///
  /// By name and not by number: `squeue` fails on a number that it has forgotten, and a submission whose number was not
  /// noted is found all the same.
  func look(at names: [String]) throws(SlurmFailure) -> SlurmSnapshot {
    let text = try SlurmCall.output(
      of: programs.squeue,
      [
        "--user=\(getuid())", "--name=\(names.joined(separator: ","))", "--states=all", "--array",
        "--noheader", "--format=\(Self.format)",
      ])
    return Self.snapshot(text)
  }

  static func snapshot(_ text: String) -> SlurmSnapshot {
    var snapshot = SlurmSnapshot()
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
        .map(String.init)
      guard fields.count == 5 else { continue }
      let state = SlurmState(name: fields[3], reason: fields[4])
      snapshot.jobs[fields[0]] = fields[1]
      if let index = Int(fields[2]) {
        snapshot.states[fields[0], default: [:]][index] = state
      } else if state.hasEnded {
        snapshot.restStates[fields[0]] = state
      }
    }
    return snapshot
  }

  /// How tasks such as `12_3` ended that the queue has forgotten; empty where the cluster keeps no accounts.
  func endings(of tasks: [String]) -> [String: SlurmState] {
    guard !tasks.isEmpty,
      let text = try? SlurmCall.output(
        of: programs.sacct,
        [
          "--jobs=\(tasks.joined(separator: ","))", "--allocations", "--noheader", "--parsable2",
          "--format=JobID,State",
        ])
    else { return [:] }
    var endings: [String: SlurmState] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "|").map(String.init)
      // "CANCELLED by 1000" says who.
      guard fields.count == 2, let name = fields[1].split(separator: " ").first else { continue }
      let state = SlurmState(name: String(name), reason: fields[1])
      if state.hasEnded { endings[fields[0]] = state }
    }
    return endings
  }

  /// How many tasks an array may have.
  func longestArray() -> Int {
    let text = (try? SlurmCall.output(of: programs.scontrol, ["show", "config"])) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("MaxArraySize") }
    let number = line?.split(separator: "=").last.flatMap {
      Int($0.trimmingCharacters(in: .whitespaces))
    }
    return max(1, number ?? Self.usualArrayLength)
  }

  /// Takes submissions back, and waits until none of their tasks is left, at most so long.
  func cancel(_ names: [String], within seconds: Double) {
    for name in names {
      _ = try? SlurmCall.output(
        of: programs.scancel, ["--user=\(getuid())", "--name=\(name)"])
    }
    let start = ContinuousClock.now
    while !names.isEmpty, start.duration(to: .now) < .seconds(seconds) {
      guard let snapshot = try? look(at: names) else { return }
      if snapshot.states.values.allSatisfy({ $0.values.allSatisfy(\.hasEnded) }) { return }
      Thread.sleep(forTimeInterval: 0.3)
    }
  }
}
