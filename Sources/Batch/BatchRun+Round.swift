import Foundation
import Modeling
import RunStore
import SupplyData
import TextFiles

/// What the rounds of a batch have done so far. There is one, and more where another batch is at some of the runs.
struct BatchRounds {
  /// How many there were.
  var count = 0
  /// What they did, all together.
  var tally = BatchTally()
  /// The runs that had their chance, here or in another batch: what failed is not tried for ever.
  var tried: Set<Int64> = []
  /// The runs that another batch is at.
  var runningElsewhere: Set<Int64> = []
}

extension BatchRun {
  /// Settles what dead batches left, and solves what is due.
  func round(
    _ rounds: inout BatchRounds, _ asked: [AskedRun], in store: RunStore,
    cancellation: Cancellation, progress: @Sendable (BatchTally) -> Void
  ) throws(Faults) {
    let adopted = try OrphanRecovery(store: store, owner: .current).settle(adopting: engine.adopts)
    for (place, batch) in adopted.enumerated() {
      try follow(
        batch, beating: adopted[(place + 1)...].map(\.id), &rounds, in: store,
        cancellation: cancellation, progress: progress)
    }
    let agenda = BatchAgenda(
      asked, standings: try store.standings(of: asked.map(\.request)), again: request.again,
      tried: rounds.tried)
    if rounds.count == 0 { rounds.tally.known = agenda.known.subtracting(rounds.tried).count }
    // What another batch was at when this one began, and has ended, was solved by the other.
    rounds.tally.takenByOthers +=
      rounds.runningElsewhere.subtracting(agenda.running).subtracting(
        agenda.due.compactMap(\.standing.run)
      ).count
    rounds.runningElsewhere = agenda.running
    rounds.tried.formUnion(agenda.running)
    if !agenda.due.isEmpty {
      try solve(agenda.due, &rounds, in: store, cancellation: cancellation, progress: progress)
    }
    rounds.count += 1
    if !agenda.running.isEmpty {
      var tally = rounds.tally
      tally.note = "waiting for another batch, which is solving \(agenda.running.count) of the runs"
      progress(tally)
    }
  }

  /// Solves runs under a batch of their own.
  private func solve(
    _ due: [DueRun], _ rounds: inout BatchRounds, in store: RunStore, cancellation: Cancellation,
    progress: @Sendable (BatchTally) -> Void
  ) throws(Faults) {
    let id = UUID().uuidString.lowercased()
    let spool = Spools(of: request.store).spool(of: id)
    try spool.prepare()
    try store.begin(
      BatchRecord(
        id: id, engine: engine.name,
        arguments: ([request.command] + request.options).joined(separator: " "),
        spool: spool.path, owner: .current))
    let work = BatchWork(
      store: store, batch: id, spool: spool, due: due, request: request,
      expectedSeconds: try meanSeconds(due, in: store), width: engine.width)
    let earlier = rounds.tally
    try drive(work, cancellation: cancellation) { progress($0.after(earlier)) }
    rounds.tally = work.tally.after(earlier)
    rounds.tried.formUnion(due.compactMap(\.standing.run))
  }

  /// Goes on with a batch whose process is gone while its workers are not, to its end: which runs are due is clear only
  /// then.
  private func follow(
    _ batch: BatchRecord, beating others: [String], _ rounds: inout BatchRounds,
    in store: RunStore, cancellation: Cancellation, progress: @Sendable (BatchTally) -> Void
  ) throws(Faults) {
    let claims = try store.claims(of: batch.id)
    let work = BatchWork(
      store: store, batch: batch.id, spool: Spool(batch.spool), claimed: claims, due: [],
      request: request, expectedSeconds: nil, width: engine.width)
    work.tell("taking over from a batch whose process has ended: \(claims.count) runs")
    let earlier = rounds.tally
    try drive(work, beating: others, cancellation: cancellation) { progress($0.after(earlier)) }
    var tally = work.tally
    // What it gave back is due again, and counted then.
    tally.due = tally.endedCount + tally.takenByOthers
    rounds.tally = tally.after(earlier)
    rounds.tried.formUnion(claims)
  }
}
