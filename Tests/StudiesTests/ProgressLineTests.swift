import FrontierSearch
import Modeling
import Studies
import Synchronization
import Testing

@Suite struct ProgressLineTests {
  @Test func `a terminal shows every round and leaves no trace`() {
    let lines = Lines()
    let line = ProgressLine(isTerminal: true) { lines.append($0) }
    for solves in 2...5 { line.show(round(solves)) }
    #expect(lines.all.count == 4)
    #expect(lines.all.allSatisfy { $0.hasPrefix("\r\u{1B}[K") && !$0.contains("\n") })
    #expect(lines.all[3].contains("points 5  uncertainty 20.00 %  5 solves"))
    line.finish()
    #expect(lines.all.last == "\r\u{1B}[K")
    line.finish()
    #expect(lines.all.count == 5)
  }

  @Test func `a terminal is not flooded by one solve`() {
    let lines = Lines()
    let line = ProgressLine(isTerminal: true) { lines.append($0) }
    for nodes in 0..<1000 {
      line.show(SolveProgress(phase: .search, objective: 1_234_567, bound: 1_000_000, nodes: nodes))
    }
    #expect((1...20).contains(lines.all.count), "\(lines.all.count)")
    #expect(lines.all[1].contains("best 1,234,567  bound 1,000,000  gap 19.00 %  nodes 0"))
  }

  @Test func `the first plan has a line of its own, and one more when it is known how good it is`()
  {
    let lines = Lines()
    let line = ProgressLine(isTerminal: true) { lines.append($0) }
    line.show(SolveProgress(phase: .relaxation, objective: 1_234_567))
    line.show(SolveProgress(phase: .relaxation, objective: 1_230_000))
    line.show(SolveProgress(phase: .search, objective: 1_200_000, bound: 1_140_000))
    line.show(SolveProgress(phase: .search, objective: 1_190_000, bound: 1_150_000))
    let told = lines.all.filter { $0.hasSuffix("\n") }
    #expect(told.count == 2)
    #expect(told.first?.contains("  first plan after 0.") ?? false)
    #expect(told.first?.hasSuffix(" s, 1,234,567\n") ?? false)
    #expect(told.last?.contains("  plan 1,200,000 after 0.") ?? false)
    #expect(told.last?.hasSuffix(" s, at most 5.00 % from the best\n") ?? false)
  }

  @Test func `a first plan with a bound is told once`() {
    let lines = Lines()
    let line = ProgressLine(isTerminal: true) { lines.append($0) }
    for bound in [1_000_000.0, 1_100_000, 1_200_000] {
      line.show(SolveProgress(phase: .search, objective: 1_250_000, bound: bound))
    }
    let told = lines.all.filter { $0.hasSuffix("\n") }
    #expect(told.count == 1)
    #expect(told.first?.hasSuffix(" s, at most 20.00 % from the best\n") ?? false)
  }

  @Test func `a log hears nothing of what ends at once`() {
    let lines = Lines()
    let line = ProgressLine(isTerminal: false) { lines.append($0) }
    for solves in 2...100 { line.show(round(solves)) }
    for nodes in 0..<100 { line.show(SolveProgress(phase: .search, nodes: nodes)) }
    line.finish()
    #expect(lines.all.isEmpty)
  }

  @Test func `before there is a plan it says what is going on`() {
    let lines = Lines()
    let line = ProgressLine(isTerminal: true) { lines.append($0) }
    line.show(SolveProgress(phase: .relaxation))
    #expect(lines.all[0].hasSuffix("first relaxation"))
  }

  private func round(_ solves: Int) -> FrontierProgress {
    FrontierProgress(
      solves: solves, points: solves, uncertainty: 1 / Double(solves), bestCost: 1, leastRisk: 0,
      seconds: 1)
  }

  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func append(_ line: String) { lines.withLock { $0.append(line) } }
  }
}
