import Findings
import Modeling
import NetworkDesign
import SupplyData
import SupplyPlan

/// One diagnosis from the tables to the priced proposals; what is known stands in the record at every moment.
final class DiagnosisRun {
  private(set) var record: DiagnosisRecord
  private let diagnosis: Diagnosis
  private let book: RuleBook
  private let words: RuleWords
  private let all: Set<Rule>
  private var step = "a plan"
  private let progress: (Diagnosis.Progress) -> Void
  private let solving: (@Sendable (SolveProgress) -> Void)?
  private lazy var tester = RuleTester(
    book: book, makePlanner: diagnosis.makePlanner, gap: diagnosis.gap, limits: diagnosis.limits,
    solving: solving
  ) { [unowned self] solves in
    progress(Diagnosis.Progress(step: step, solves: solves))
  }

  init(
    _ diagnosis: Diagnosis, _ reference: Plan.DatasetReference,
    _ progress: @escaping (Diagnosis.Progress) -> Void,
    _ solving: (@Sendable (SolveProgress) -> Void)?
  ) {
    self.diagnosis = diagnosis
    self.progress = progress
    self.solving = solving
    let (dataset, question) = (diagnosis.network.dataset, diagnosis.question)
    book = RuleBook(dataset: dataset, question: question)
    words = RuleWords(book: book)
    all = Set(book.rules)
    record = DiagnosisRecord(
      dataset: reference, currency: dataset.settings.currency, measure: question.measure.name,
      level: question.measure.level, maxRisk: question.maxRisk, maxUnmet: question.maxUnmet)
  }

  /// Does all that the limits allow.
  func run() {
    record.reasons = Diagnosis.readings(diagnosis.network, diagnosis.question, words)
    do throws(Undecided) {
      try decide()
      if record.verdict == .possible {
        try findLeastRisk(keeping: all)
      } else {
        try explain()
      }
    } catch {
      record.stopReason = error.reason
    }
    record.solve.solves = tester.solves
  }

  private func decide() throws(Undecided) {
    if diagnosis.isKnownImpossible {
      tester.note(impossible: all)
      record.verdict = .impossible
      return
    }
    record.verdict = try tester.isPossible(keeping: all) ? .possible : .impossible
  }

  private func explain() throws(Undecided) {
    // Without rules there is always a plan, so that a proof to the contrary is the solver's fault.
    guard try tester.isPossible(keeping: []) else {
      throw Undecided(reason: "no plan was found even without any of the rules")
    }
    let search = ConflictSearch(tester)
    step = "a conflict"
    var conflicts = [try search.irreducible(within: all)]
    tell(conflicts[0], isSmallest: conflicts[0].count == 1)
    step = "what has to give way"
    var corrections = ConflictSearch.Corrections()
    try search.corrections(conflicts: &conflicts) { corrections = $0 }
    record.hasMoreProposals = corrections.isCutShort
    step = "the smallest conflict"
    let smallest = try search.smallest(conflicts, corrections: corrections.sets)
    tell(smallest.rules, isSmallest: smallest.isSmallest)
    try propose(corrections.sets)
    step = "the period of the conflict"
    try tellPeriods(of: smallest.rules, isSmallest: smallest.isSmallest)
  }

  private func tell(_ conflict: Set<Rule>, isSmallest: Bool, _ periods: [Int: Int] = [:]) {
    record.conflict = DiagnosisRecord.Conflict(
      rows: conflict.sorted().map { rule in
        if case .constraint(let place) = rule { return words.row(rule, period: periods[place]) }
        return words.row(rule)
      }, isSmallest: isSmallest)
  }

  /// Tells of each constraint the one period that is enough for the conflict, where there is one.
  private func tellPeriods(of conflict: Set<Rule>, isSmallest: Bool) throws(Undecided) {
    let dataset = book.dataset
    guard dataset.settings.periods.count > 1 else { return }
    var changes = RuleBook.Changes()
    for case .constraint(let place) in conflict.sorted()
    where dataset.constraints[place].period == nil {
      for period in dataset.settings.periods.indices {
        var narrower = changes
        narrower.periods[place] = period
        if case .impossible = try tester.attempt(keeping: conflict, narrower) {
          changes = narrower
          break
        }
      }
    }
    tell(conflict, isSmallest: isSmallest, changes.periods)
  }

  /// What each correction amounts to, in its own unit and in money.
  private func propose(_ corrections: [Set<Rule>]) throws(Undecided) {
    var missing: String?
    for (place, correction) in corrections.enumerated() {
      step = "proposal \(place + 1) of \(corrections.count)"
      do throws(Undecided) {
        try propose(correction)
      } catch {
        missing = error.reason
      }
      record.proposals.sort { ($0.cost ?? .infinity) < ($1.cost ?? .infinity) }
    }
    if let missing { throw Undecided(reason: missing) }
  }

  private func propose(_ correction: Set<Rule>) throws(Undecided) {
    let kept = all.subtracting(correction)
    if correction.contains(.riskCap), correction.count == 1 { try findLeastRisk(keeping: kept) }
    var changes = RuleBook.Changes()
    var found: [Rule: LeastMove.Found] = [:]
    // One rule after another: each moves as little as it can while those behind it ask for nothing.
    for rule in correction.sorted() {
      guard let move = LeastMove(rule, keeping: kept, changes, tester),
        let now = book.value(of: rule)
      else { continue }
      let least = try move.find(from: now)
      found[rule] = least
      changes.values[rule] = least.value
    }
    let told = correction.sorted().map { words.change($0, to: found[$0]) }
    record.proposals.append(DiagnosisRecord.Proposal(changes: told))
    let plan = try tester.cheapest(keeping: kept, changes)
    guard let plan, let cost = plan.cost else {
      record.proposals.removeLast()
      throw Undecided(reason: "numerical trouble: a proposal could not be confirmed")
    }
    record.proposals[record.proposals.count - 1].cost = cost
    record.proposals[record.proposals.count - 1].bound = plan.bound
    record.proposals[record.proposals.count - 1].salesAtRisk = plan.risk.salesAtRisk
  }

  /// The least sales at risk under some rules, without the cap.
  private func findLeastRisk(keeping rules: Set<Rule>) throws(Undecided) {
    if record.leastRisk != nil { return }
    step = "the least risk"
    let others = rules.subtracting([.riskCap])
    guard let plan = try tester.safest(keeping: others, RuleBook.Changes()),
      let risk = plan.risk.salesAtRisk
    else { return }
    record.leastRisk = DiagnosisRecord.LeastRisk(
      salesAtRisk: risk, bound: min(risk, max(0, plan.risk.bound ?? 0)))
  }
}
