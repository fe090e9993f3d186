import TextFiles

/// Solves runs on a cluster: in arrays of tasks, whose results come over a shared folder.
struct SlurmEngine: BatchEngine {
  let settings: SlurmSettings
  let program: WorkerProgram
  let limits: WorkerLimits

  func run(_ work: BatchWork) throws(Faults) {
    var batch = SlurmBatch(settings: settings, program: program, limits: limits, work: work)
    do throws(Faults) { try batch.run() } catch {
      // What can still be given back is; the reason is the first one.
      do throws(Faults) { try batch.stop() } catch {}
      throw error
    }
  }

  /// Ends what a batch whose process is gone has in Slurm; without Slurm here, its tasks end by themselves, since their
  /// warrants are gone.
  static func abandon(
    _ spool: Spool, programs: SlurmPrograms = SlurmPrograms(),
    within seconds: Double = SlurmPace().stopSeconds
  ) {
    let submissions = SlurmSubmission.all(in: spool)
    for submission in submissions { submission.withdraw(in: spool) }
    SlurmQueue(programs: programs).cancel(submissions.map(\.name), within: seconds)
  }
}
