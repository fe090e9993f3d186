import Foundation
import TextFiles

/// Solves runs on this machine: so many at a time, each in a process of its own.
struct LocalEngine: BatchEngine {
  /// How many at a time.
  let workers: Int
  let program: WorkerProgram
  let limits: WorkerLimits

  func run(_ work: BatchWork) throws(Faults) {
    let group = DispatchGroup()
    for _ in 0..<workers {
      group.enter()
      // Threads and not tasks: each waits for a process most of the time.
      Thread {
        serve(work)
        group.leave()
      }.start()
    }
    group.wait()
    if let failure = work.failure { throw failure }
  }

  private func serve(_ work: BatchWork) {
    do throws(Faults) {
      while let job = try work.next() {
        let run = JobRun(
          job: job, program: program, limits: limits, spool: work.spool,
          isStopped: { work.isStopped })
        do throws(Faults) {
          if try run.run() == nil { try work.release(job.run) } else { try work.finish(job.run) }
        } catch {
          // What has ended waits in the spool for the next batch; what has not is free again, if that can be said.
          if work.spool.outcome(of: job.run) == nil { try? work.release(job.run) }
          throw error
        }
      }
    } catch {
      work.fail(error)
    }
  }
}
