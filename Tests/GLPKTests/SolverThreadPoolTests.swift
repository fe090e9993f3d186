import Dispatch
import Foundation
import GLPKGuard
import Synchronization
import Testing

@testable import GLPK

/// Threads that stay.
@Suite struct SolverThreadPoolTests {
  @Test(arguments: 1...4)
  func `task k has the thread that is k modulo their number, every time`(threads: Int) throws {
    let pool = try SolverThreadPool(threads: threads)
    #expect(pool.threads == threads)
    let seen = Mutex<[Int: Set<UInt>]>([:])
    for count in [7, 1, 4, 0, 7] {
      pool.run(count) { number, _ in
        let thread = UInt(bitPattern: Thread.current.hash)
        seen.withLock { _ = $0[number, default: []].insert(thread) }
      }
    }
    let threadsOfTask = seen.withLock { $0 }
    #expect(threadsOfTask.count == 7)
    #expect(threadsOfTask.values.allSatisfy { $0.count == 1 })
    for number in 0..<7 {
      #expect(threadsOfTask[number] == threadsOfTask[number % threads])
    }
    #expect(Set(threadsOfTask.values.flatMap(\.self)).count == threads)
  }

  @Test func `there is always one thread`() throws {
    #expect(try SolverThreadPool(threads: 0).threads == 1)
  }

  @Test func `tasks of one thread come in their order, and none after the return`() throws {
    let pool = try SolverThreadPool(threads: 2)
    let order = Mutex<[Int]>([])
    pool.run(9) { number, _ in order.withLock { $0.append(number) } }
    let all = order.withLock { $0 }
    #expect(all.sorted() == Array(0..<9))
    #expect(all.filter { $0 % 2 == 0 } == [0, 2, 4, 6, 8])
    #expect(all.filter { $0 % 2 == 1 } == [1, 3, 5, 7])
  }

  @Test func `two threads are at work at once`() throws {
    let pool = try SolverThreadPool(threads: 2)
    let arrived = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    let met = Mutex(0)
    pool.run(2) { number, _ in
      arrived[number].signal()
      if arrived[1 - number].wait(timeout: .now() + 20) == .success { met.withLock { $0 += 1 } }
    }
    #expect(met.withLock { $0 } == 2)
  }

  /// A program for each task, kept between rounds, to see.
  private final class Kept: @unchecked Sendable {
    var programs: [WarmProgram?]

    init(count: Int) { programs = Array(repeating: nil, count: count) }
  }

  /// Rounds of solves on kept programs; every number that comes out.
  private func answers(threads: Int) throws -> [[Double]] {
    let pool = try SolverThreadPool(threads: threads)
    let kept = Kept(count: 6)
    let numbers = Mutex<[[Double]]>(Array(repeating: [], count: 6))
    for round in 0..<8 {
      pool.run(6) { number, workspace in
        let program = RandomPrograms.linear(seed: UInt64(number) + 40)
        let warm = kept.programs[number] ?? WarmProgram(program, in: workspace)
        kept.programs[number] = warm
        let column = round % program.columns.count
        warm.setBounds(ofColumn: column, from: -1, to: Double(round % 3))
        let outcome = warm.solve()
        let answer =
          outcome == .optimal
          ? [warm.objective] + warm.point() + warm.rowDuals(count: warm.rowCount) : [-1]
        numbers.withLock { $0[number] += answer + [Double(warm.iterations)] }
      }
    }
    pool.run(6) { number, _ in
      kept.programs[number]?.close()
      kept.programs[number] = nil
    }
    return numbers.withLock { $0 }
  }

  @Test func `what is computed does not depend on the number of threads`() throws {
    let alone = try answers(threads: 1)
    #expect(alone.contains { $0.count > 50 })
    for threads in [2, 3, 6, 8] { #expect(try answers(threads: threads) == alone) }
  }

  @Test func `an abort on one thread leaves the other alone`() throws {
    let pool = try SolverThreadPool(threads: 2)
    let objectives = Mutex<[Int: [Double]]>([:])
    let kept = Kept(count: 2)
    for round in 0..<3 {
      pool.run(2) { number, workspace in
        let warm = kept.programs[number] ?? WarmProgram(Published.transport(), in: workspace)
        kept.programs[number] = warm
        if number == 1, round == 1 { try? workspace.environment().run(guard_assertion) }
        let objective = warm.solve() == .optimal ? warm.objective : .nan
        objectives.withLock { $0[number, default: []].append(objective) }
      }
    }
    pool.run(2) { number, _ in kept.programs[number]?.close() }
    for values in objectives.withLock({ $0 }).values {
      #expect(values.count == 3)
      #expect(values.allSatisfy { abs($0 - 153.675) < 1e-6 })
    }
  }
}
