import Foundation
import RunStore
import Synchronization
import Testing
import TextFiles

@Suite struct ClaimTests {
  private let folder: StoreFolder
  private let store: RunStore

  init() throws {
    folder = try StoreFolder()
    store = try folder.open()
    try store.add([.of()])
    for batch in ["one", "two"] { try store.begin(.of(batch)) }
  }

  @Test func `a run is registered once, in the order in which it was first asked for`() throws {
    try store.register([.of("b"), .of("a")])
    try store.register([.of("c"), .of("a")])
    #expect(try store.runs().map(\.request.key.variant) == ["b", "a", "c"])
    #expect(try store.runs().allSatisfy { $0.status == .pending })
    #expect(try store.runs().map(\.request.axes.first?.value) == ["b", "a", "c"])
  }

  @Test func `who has not seen the last change cannot claim`() throws {
    try store.register([.of("a")])
    let seen = try #require(try store.standings(of: [.of("a")]).first)
    let run = try #require(seen.run)
    #expect(try store.claim(run, revision: seen.revision, as: .of("a"), for: "one"))
    #expect(try !store.claim(run, revision: seen.revision, as: .of("a"), for: "two"))
    let running = try #require(try store.standings(of: [.of("a")]).first)
    #expect(running.status == .running)
    #expect(running.batch == "one")
    // Not even who has seen it: it is being solved.
    #expect(try !store.claim(run, revision: running.revision, as: .of("a"), for: "two"))
    try store.release(run, of: "two")
    #expect(try store.claims(of: "one") == [run])
    try store.release(run, of: "one")
    let free = try #require(try store.standings(of: [.of("a")]).first)
    #expect(free.status == .pending)
    #expect(try store.claim(run, revision: free.revision, as: .of("a"), for: "two"))
  }

  @Test func `of several processes that want all, each run goes to one`() throws {
    let requests = (1...60).map { RunRequest.of("v\($0)") }
    for batch in 0..<4 { try store.begin(.of("batch-\(batch)")) }
    try store.register(requests)
    let standings = try store.standings(of: requests)
    let path = folder.store
    let claimed = Mutex<[Int64]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { batch in
      do {
        let store = try RunStore(path: path, access: .write)
        for (request, standing) in zip(requests, standings) {
          guard let run = standing.run else { continue }
          if try store.claim(
            run, revision: standing.revision, as: request, for: "batch-\(batch)")
          {
            claimed.withLock { $0.append(run) }
          }
        }
      } catch {
        Issue.record(error)
      }
    }
    #expect(claimed.withLock { $0.sorted() } == standings.compactMap(\.run))
  }

  @Test func `of two that adopt a dead batch, one does`() throws {
    let batch = try #require(try store.openBatches().first { $0.id == "one" })
    let heirs = [2, 3].map { BatchOwner(host: "here", process: $0, processStart: "now") }
    #expect(try store.adopt(batch, by: heirs[0]))
    #expect(try !store.adopt(batch, by: heirs[1]))
    #expect(try store.openBatches().first { $0.id == "one" }?.owner == heirs[0])
    // The one that was taken for dead finds out.
    try store.beat(["one"], by: heirs[0])
    #expect(throws: Faults.self) { try store.beat(["one"], by: batch.owner) }
  }

  @Test func `the end of a batch frees what it has not solved`() throws {
    try store.register([.of("a"), .of("b")])
    for (variant, run) in [("a", 1), ("b", 2)] {
      #expect(try store.claim(Int64(run), revision: 0, as: .of(variant), for: "one"))
    }
    try store.record(.of(1, .failed, reason: "no"), files: RunFiles(), batch: "one")
    try store.end("one")
    #expect(try store.runs().map(\.status) == [.failed, .pending])
    #expect(try store.openBatches().map(\.id) == ["two"])
  }
}
