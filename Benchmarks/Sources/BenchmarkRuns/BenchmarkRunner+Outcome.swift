import Foundation

extension BenchmarkRunner {
  /// Puts what Shorewise found into a record.
  func fill(
    _ record: inout RunRecord, _ outcome: ChildProcess.Outcome, _ answer: ShorewiseAnswer?
  ) {
    measure(&record, outcome)
    guard let answer else { return fail(&record, outcome) }
    record.objective = answer.cost
    record.bound = answer.bound
    record.status =
      switch answer.termination {
      case "optimal": .solved
      case "infeasible": .infeasible
      default: .limit
      }
  }

  /// Puts what a peer found into a record.
  func fill(_ record: inout RunRecord, _ outcome: ChildProcess.Outcome, _ answer: PeerAnswer?) {
    measure(&record, outcome)
    guard let answer else { return fail(&record, outcome) }
    // Loading packages is no work of the solver's.
    record.seconds = max(0, outcome.seconds - (answer.loading ?? 0))
    record.objective = answer.objective
    record.bound = answer.bound
    record.note = answer.note
    record.processorSeconds = max(0, outcome.processorSeconds - (answer.loadingProcessor ?? 0))
    record.trace = answer.trace?.ending(
      at: answer.seconds ?? record.seconds ?? 0, objective: answer.objective, bound: answer.bound)
    // Where the solver is a child of its runner, the runner knows its peak.
    record.peakKiB = max(record.peakKiB ?? 0, answer.peakKiB ?? 0)
    record.status = answer.status.flatMap(RunRecord.Status.init(rawValue:)) ?? .error
    if record.status == .error, record.note == nil { record.note = answer.status }
    // What a solver calls solved counts as such only with a proof of the gap that was asked.
    if record.status == .solved, let proved = record.provedGap, proved > record.gap * 1.01 + 1e-9 {
      record.status = .limit
      record.note = "called solved at a gap of \(proved)"
    }
  }

  private func measure(_ record: inout RunRecord, _ outcome: ChildProcess.Outcome) {
    record.seconds = outcome.seconds
    record.processorSeconds = outcome.processorSeconds
    record.peakKiB = outcome.peakKiB
  }

  private func fail(_ record: inout RunRecord, _ outcome: ChildProcess.Outcome) {
    record.status = .error
    record.note =
      outcome.wasEnded
      ? "ended: it did not heed its time limit"
      : "status \(outcome.status): \(outcome.error.suffix(300))"
  }
}
