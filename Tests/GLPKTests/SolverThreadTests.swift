import Dispatch
import Foundation
import Modeling
import Synchronization
import Testing

@testable import GLPK

/// A solve that does not stop when asked is left to end by itself.
@Suite struct SolverThreadTests {
  @Test func `the caller goes on with what is known, and hears no more`() throws {
    let reports = Mutex(0)
    let hasEnded = DispatchSemaphore(value: 0)
    let began = ContinuousClock.now
    let solution = try SolverThread.run(
      Published.transport(), limits: SolveLimits(deadline: began + .milliseconds(100)),
      progress: { _ in reports.withLock { $0 += 1 } }
    ) { shared in
      shared.offer([1, 2], objective: 3)
      shared.offer(bound: 2)
      shared.report(.search)
      Thread.sleep(forTimeInterval: 2)
      shared.report(.search)
      hasEnded.signal()
      return shared.stopped(.cancelled)
    }
    #expect(began.duration(to: .now) < .seconds(1.8))
    #expect(
      solution
        == Solution(termination: .stopped(.timeLimit), point: [1, 2], objective: 3, bound: 2))
    hasEnded.wait()
    #expect(reports.withLock { $0 } == 1)
  }

  @Test func `an error comes out as it went in`() {
    #expect(throws: GLPKError.unknownCode(call: "simplex", code: 77)) {
      _ = try SolverThread.run(
        limits: SolveLimits(),
        { () throws(GLPKError) -> Int in throw .unknownCode(call: "simplex", code: 77) },
        ifAbandoned: { _ in 0 })
    }
  }
}
