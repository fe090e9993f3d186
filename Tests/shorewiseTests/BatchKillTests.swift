import Foundation
import RunStore
import TestDatasets
import Testing

/// Processes are killed at random moments; after going on, the store is that of a batch that nobody disturbed.
@Suite(.serialized) struct BatchKillTests {
  private static let variants = 24
  private static var trials: [UInt64] {
    return Array(1...(runsLongTests ? 50 : 4))
  }

  @Test func `any process may be killed at any moment`() throws {
    let scratch = try BatchTests.scratch(prices: Self.variants)
    let command = { (store: String) in
      ["batch", scratch.path("data"), "--store", scratch.path(store), "--", "plan"]
    }
    #expect(try Shorewise.run(command("calm.sqlite")).status == 0)
    let calm = try StoreContent(scratch.path("calm.sqlite"))
    #expect(calm.lines.count > 5 * Self.variants)

    for seed in Self.trials {
      var random = SplitMix64(seed: seed)
      let store = "killed-\(seed).sqlite"
      var kills = 0
      // Killed a few times, then left to end.
      for _ in 0..<(1 + random.next() % 3) {
        let run = try Shorewise.Run(command(store))
        usleep(UInt32(20_000 + random.next() % 700_000))
        let children = Self.children(of: run.process)
        if random.next() % 2 == 0 || children.isEmpty {
          kill(run.process, SIGKILL)
          kills += 1
        } else {
          for child in children where random.next() % 2 == 0 { kill(child, SIGKILL) }
        }
        _ = try run.finish()
      }
      let last = try Shorewise.run(command(store))
      #expect(last.status == 0, "seed \(seed): \(last.output) \(last.error)")
      let content = try StoreContent(scratch.path(store))
      #expect(content == calm, "seed \(seed), \(kills) kills of the parent")
      #expect(!scratch.exists(store + ".work"), "seed \(seed)")
    }
  }

  @Test func `the same batch started twice solves nothing twice`() throws {
    let scratch = try BatchTests.scratch(prices: Self.variants)
    let command = [
      "batch", scratch.path("data"), "--store", scratch.path("runs.sqlite"), "--json",
    ]
    let both = try [Shorewise.Run(command), Shorewise.Run(command)].map { try $0.finish() }
    let solved = try both.map { try ($0.json()["ended"] as? [String: Int])?["solved"] ?? 0 }
    #expect(solved.reduce(0, +) == Self.variants + 1)
    // Each has waited for the other.
    #expect(both.map(\.status) == [0, 0])
    let store = try RunStore(path: scratch.path("runs.sqlite"), access: .read)
    #expect(try store.runs().allSatisfy { $0.status == .solved && $0.attempts == 1 })
  }

  private static func children(of process: Int32) -> [Int32] {
    let folder = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return threads.flatMap { thread in
      ((try? String(contentsOfFile: "\(folder)/\(thread)/children", encoding: .utf8)) ?? "")
        .split(separator: " ").compactMap { Int32($0) }
    }
  }
}
