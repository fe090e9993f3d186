import Modeling
import NetworkDesign

extension DecompositionRun {
  /// Plans before the first relaxation, without a program: there is something to show, and designs to begin from.
  func planEarly() {
    guard aim.needsCost, best == nil, session.designs.isEmpty,
      master.question.firstStage == .free
    else { return }
    var early = EarlyDesigns(
      network: session.network, incidence: master.incidence, mostWork: Self.earlyWork)
    for stage in early.search(most: Self.earlyDesigns) where limits.stopReason == nil {
      kept?.offer(early.solved(stage, for: master.question))
      report(.relaxation)
    }
  }

  /// Flows and recipes that early designs may look at.
  private static let earlyWork = 300_000_000
  private static let earlyDesigns = 3
}
