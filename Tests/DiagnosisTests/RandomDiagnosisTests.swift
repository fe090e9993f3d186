import Decomposition
import Findings
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@testable import Diagnosis

/// Diagnoses of random datasets with rules that are too tight, against all sets of rules there are.
@Suite struct RandomDiagnosisTests {
  static let seeds = Array(UInt64(1)...(runsLongTests ? 120 : 16))

  /// A dataset with tight rules, and the question about it.
  private func posed(_ seed: UInt64) throws -> PosedQuestion {
    var size = RandomDataset.Size()
    size.mostDecisions = 5
    size.mostDesigns = 200
    size.scenarios = 1...2
    let drawn = RandomDataset(seed: 7_100_000 + seed, size: size)
    let known = try drawn.read()
    var random = SplitMix64(seed: seed)
    var tables = drawn.dataset
    if tables.files["constraints.csv"] == nil {
      tables = tables.adding(
        "constraints", "constraint,kind,origin,destination,product,period,sense,value")
    }
    let facilities = known.facilities.map(\.id)
    tables = tables.adding(
      "constraints", "many,open_facilities,*,,,*,>=,\(random.whole(1...facilities.count))",
      "thrift,investment,*,,,*,<=,\(random.whole(0...3) * 10_000)",
      "few,open_facilities,\(random.some(of: facilities).joined(separator: "|")),,,*,<=,0")
    if random.percent(40) {
      tables = tables.adding(
        "constraints", "home,share,\(known.countries[0].id),*,*,*,>=,0.\(random.whole(3...9))")
    }
    let dataset = try tables.read()
    return PosedQuestion(
      dataset: dataset,
      question: DesignQuestion(
        maxRisk: random.percent(50) ? Double(random.whole(0...20)) / 100 : nil,
        maxUnmet: random.percent(50) ? Double(random.whole(0...5)) / 10 : nil,
        measure: dataset.settings.risk))
  }

  @Test(arguments: seeds) func `as all sets of rules have it`(_ seed: UInt64) throws {
    let posed = try posed(seed)
    let book = RuleBook(dataset: posed.dataset, question: posed.question)
    let record = Diagnosis(
      network: try Network(posed.dataset), question: posed.question,
      makePlanner: { network -> any Planner in
        if seed % 2 == 0 { return DecompositionPlanner(network: network, threads: 1) }
        return MonolithPlanner(network: network)
      }, gap: 1e-7
    ).record(of: Plan.DatasetReference(name: "random", sha256: ""))
    #expect(record.stopReason == nil, "seed \(seed): \(record.stopReason ?? "")")
    let isPossible = try posed.hasPlan()
    #expect(record.verdict == (isPossible ? .possible : .impossible), "seed \(seed)")
    guard !isPossible else { return }
    try check(record, book, "seed \(seed)")
    for proposal in record.proposals { try check(proposal, posed, "seed \(seed)") }
    try checkReasons(record, posed, "seed \(seed)")
  }

  /// Conflict and corrections are as small as can be, and all of the corrections are there.
  private func check(_ record: DiagnosisRecord, _ book: RuleBook, _ name: String) throws {
    let words = RuleWords(book: book)
    func ids(_ rules: Set<Rule>) -> Set<String> { Set(rules.map { words.row($0).id }) }
    guard book.rules.count <= 7 else { return }
    var possible: [Set<Rule>: Bool] = [:]
    for bits in 0..<(1 << book.rules.count) {
      let rules = Set(book.rules.indices.filter { bits >> $0 & 1 == 1 }.map { book.rules[$0] })
      possible[rules] = try book.posed(keeping: rules).hasPlan()
    }
    let conflicts = possible.filter { !$0.value }.keys
    let conflict = try #require(record.conflict, "\(name)")
    let told = Set(conflict.rows.map(\.id))
    #expect(conflicts.contains { ids($0) == told }, "\(name): \(told)")
    let least = conflicts.map(\.count).min()
    #expect(conflict.isSmallest && told.count == least, "\(name): \(told)")
    let all = Set(book.rules)
    let corrections = possible.filter(\.value).keys.map { all.subtracting($0) }
    let fewest = corrections.map(\.count).min() ?? 0
    let expected = Set(corrections.filter { $0.count == fewest }.map(ids))
    let proposed = Set(record.proposals.map { Set($0.changes.map(\.row.id)) })
    #expect(proposed == expected || record.hasMoreProposals, "\(name)")
  }

  /// With a proposal there is a plan of the cost that it tells, and with a little less there is none.
  private func check(
    _ proposal: DiagnosisRecord.Proposal, _ posed: PosedQuestion, _ name: String
  ) throws {
    var changed = posed
    for change in proposal.changes { changed.apply(change, change.to) }
    let cost = try #require(proposal.cost, "\(name)")
    let least = try #require(try changed.leastCost(), "\(name): \(proposal.changes)")
    #expect(abs(cost - least) <= 1e-5 * max(1, abs(least)), "\(name): \(proposal.changes)")
    // The last rule to move could not move less; those before it could only where the others ask for nothing.
    if let last = proposal.changes.last, last.to != nil {
      #expect(last.isLeast, "\(name)")
      changed.apply(last, last.notEnough)
      #expect(try !changed.hasPlan(), "\(name): \(last)")
    }
  }

  /// What a reason says is lost is lost in every plan.
  private func checkReasons(
    _ record: DiagnosisRecord, _ posed: PosedQuestion, _ name: String
  ) throws {
    for reason in record.reasons {
      if reason.isDecisive { #expect(record.verdict == .impossible, "\(name): \(reason.text)") }
      var question = posed
      question.question.maxRisk = nil
      question.question.maxUnmet = nil
      if let risk = reason.riskAtLeast, risk > 1e-6 {
        question.question.maxRisk = risk * 0.999
        #expect(try !question.hasPlan(), "\(name): \(reason.text)")
      } else if let unmet = reason.unmetAtLeast, unmet > 1e-6 {
        question.question.maxUnmet = unmet * 0.999
        #expect(try !question.hasPlan(), "\(name): \(reason.text)")
      }
    }
  }
}

extension PosedQuestion {
  /// Makes a change as a user would, from what the record says.
  fileprivate mutating func apply(_ change: DiagnosisRecord.Change, _ value: Double?) {
    switch (change.row.file, change.row.id) {
    case (nil, "--max-risk"): question.maxRisk = value
    case (nil, _): question.maxUnmet = value
    case ("facilities.csv", let id):
      for place in dataset.facilities.indices where dataset.facilities[place].id == id {
        dataset.facilities[place].decision = .consider
      }
    case (_, let id):
      for place in dataset.constraints.indices where dataset.constraints[place].id == id {
        dataset.constraints[place].value = value ?? 0
      }
    }
  }
}
