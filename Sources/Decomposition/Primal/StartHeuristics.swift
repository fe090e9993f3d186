import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

/// Designs that are there without a search: built greedily before any program is solved, known from the questions before, or given
/// by the network itself.
struct StartHeuristics {
  let state: SearchState
  let evaluation: DesignEvaluation

  init(_ state: SearchState, _ evaluation: DesignEvaluation) {
    self.state = state
    self.evaluation = evaluation
  }

  /// Plans before the first relaxation, without a program: there is something to show, and a design to begin from.
  func planEarly() {
    let (session, master) = (state.session, state.master)
    guard evaluation.allowsBlocks, session.network.isFilledGreedily, state.best == nil,
      session.designs.isEmpty
    else { return }
    let isSmall = !state.isMedium
    var early = EarlyDesigns(
      network: session.network, incidence: master.incidence,
      effort: isSmall ? Self.littleEffort : Self.effort, limits: state.limits)
    guard let first = early.first(), state.limits.stopReason == nil else { return }
    show(early.solved(first, for: master.question))
    guard let better = early.better(), state.limits.stopReason == nil else { return }
    show(early.solved(better, for: master.question))
    session.remember(Design(rounding: master.point(of: better), at: session.wholeColumns))
    // The root of a small program is there as soon.
    if !isSmall { evaluation.evaluateByBlocks(better) }
  }

  private func show(_ design: SolvedDesign) {
    state.kept?.offer(design, isUrgent: true)
    state.report(.relaxation)
  }

  /// Designs that need no search, until one is good for a plan: where a root takes long, there is something to go on with, and
  /// to fall back on.
  func evaluateStarts() {
    for design in fallbacks where state.best == nil && state.limits.stopReason == nil {
      evaluation.evaluate(design)
    }
  }

  /// The current network as far as decisions allow, and everything open with all modules.
  var fallbacks: [Design] {
    let session = state.session
    let starts = StartingDesigns(
      network: session.network, stage: session.master.stage,
      columnCount: session.master.program.columns.count)
    // What a start decides may be given here, and otherwise.
    return starts.fallbacks(for: session.master.question.firstStage).map {
      Design(rounding: state.program.clamped($0), at: session.wholeColumns)
    }
  }

  /// Designs found before that are allowed here, so many at most, the newest first.
  func known(_ most: Int) -> [Design] {
    state.session.designs.filter(allows).suffix(most).reversed()
  }

  /// The best operations of designs found before; those that were evaluated already are passed over.
  func evaluateKnown() {
    for design in known(Self.mostKnown) where state.limits.stopReason == nil {
      // What is told is what is kept, and that may be all that was asked for.
      if evaluation.evaluate(design) != nil {
        state.report(state.root == nil ? .relaxation : .search)
      }
    }
  }

  private func allows(_ design: Design) -> Bool {
    guard design.values.count == state.rootLower.count,
      design.values.indices.allSatisfy({
        (state.rootLower[$0]...state.rootUpper[$0]).contains(Double(design.values[$0]))
      })
    else { return false }
    if state.requirementRows.isEmpty { return true }
    // Openings are whole columns, so the rows are judged by them alone.
    let values = Dictionary(
      zip(state.session.wholeColumns, design.values), uniquingKeysWith: { first, _ in first })
    return state.requirementRows.allSatisfy { row in
      let activity = row.terms.reduce(0.0) {
        $0 + $1.coefficient * Double(values[$1.column.index] ?? 0)
      }
      return activity >= row.lower - 1e-9 && activity <= row.upper + 1e-9
    }
  }

  /// How often early designs look at each flow of each state.
  private static let effort = 500
  /// The same where the root is there soon.
  private static let littleEffort = 200
  private static let mostKnown = 6
}

extension Network {
  /// Whether walking back from demands to materials, the cheapest way first, tells what a design costs: what ties flows to one
  /// another beyond balances and capacities is beyond it.
  fileprivate var isFilledGreedily: Bool {
    returns.isEmpty && quotas.isEmpty && dataset.drawback.isEmpty && dataset.contracts.isEmpty
      && dataset.clusters.isEmpty && coproducts.allSatisfy(\.isEmpty)
      && recipes.allSatisfy(\.claims.isEmpty)
      && dataset.constraints.allSatisfy {
        switch $0.kind {
        case .openFacilities, .share, .investment, .emissions, .survive: true
        case .production, .flow, .minimumIfOpen, .sources, .requires, .within: false
        }
      }
  }
}
