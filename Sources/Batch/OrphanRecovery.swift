import Foundation
import RunStore
import TextFiles

/// Settles what batches have left behind whose process is gone: their finished results are brought in, what they had
/// only begun is free again.
struct OrphanRecovery {
  let store: RunStore
  let owner: BatchOwner
  /// What ends tasks of a cluster.
  var slurm = SlurmPrograms()

  /// Settles all of them but those that `adopting` takes, which go on under a new owner.
  ///
  /// - Parameter adopting: whether a batch's workers may still be at it without its process, as a cluster's are.
  /// - Returns: the adopted batches.
  func settle(adopting: (BatchRecord) -> Bool) throws(Faults) -> [BatchRecord] {
    var adopted: [BatchRecord] = []
    for batch in try store.openBatches() {
      if batch.owner.isAlive(heartbeat: batch.heartbeat) { continue }
      guard try store.adopt(batch, by: owner) else { continue }
      let spool = Spool(batch.spool)
      let goesOn = adopting(batch)
      if !goesOn { SlurmEngine.abandon(spool, programs: slurm) }
      for run in spool.ended() { try spool.take(run, into: store, batch: batch.id) }
      if goesOn {
        adopted.append(batch)
      } else {
        try store.end(batch.id)
        spool.remove()
      }
    }
    return adopted
  }
}
