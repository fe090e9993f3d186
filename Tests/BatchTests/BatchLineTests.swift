import RunStore
import Synchronization
import Testing

@testable import Batch

@Suite struct BatchLineTests {
  private static func tally(_ change: (inout BatchTally) -> Void) -> BatchTally {
    var tally = BatchTally()
    tally.due = 8
    change(&tally)
    return tally
  }

  @Test func `the line has a bar, counts and the time that is left`() {
    let tally = Self.tally {
      $0.ended = [.solved: 3, .failed: 1]
      $0.running = 2
      $0.secondsLeft = 200
    }
    #expect(
      BatchLine.text(tally)
        == "████████████░░░░░░░░░░░░ 4/8  2 running  1 failed  about 4 min left")
    let done = Self.tally { $0.ended = [.solved: 8] }
    #expect(BatchLine.text(done) == "████████████████████████ 8/8")
  }

  @Test(arguments: [(0.2, "1 s"), (119, "119 s"), (120, "2 min"), (7200, "2.0 h")])
  func `times are in words`(_ seconds: Double, _ text: String) {
    #expect(BatchLine.duration(seconds) == text)
  }

  @Test func `a terminal sees one line, a log does not hear of what ends at once`() {
    for isTerminal in [true, false] {
      let told = Mutex("")
      let line = BatchLine(isTerminal: isTerminal) { text in told.withLock { $0 += text } }
      line.show(Self.tally { $0.ended = [.solved: 3] })
      line.show(Self.tally { $0.ended = [.solved: 4] })
      line.finish()
      let text = told.withLock { $0 }
      #expect(isTerminal ? text.hasSuffix("\r\u{1B}[K") && text.contains("3/8") : text.isEmpty)
    }
  }

  @Test func `what an engine tells is told once`() {
    let told = Mutex("")
    let line = BatchLine(isTerminal: false) { text in told.withLock { $0 += text } }
    for note in ["a", "a", "b"] { line.show(Self.tally { $0.note = note }) }
    #expect(told.withLock { $0 } == "a\nb\n")
  }
}
