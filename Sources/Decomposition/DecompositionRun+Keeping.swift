import Modeling
import NetworkDesign

extension DecompositionRun {
  /// Keeps a candidate with the operation that told its value. To be called before any block is solved again.
  func keep(_ candidate: Candidate) {
    guard let kept, let design = solvedOperation(of: candidate) else { return }
    kept.offer(design)
  }

  /// Sees to it that something is kept as soon as there is a best design.
  ///
  /// A search overlooks a little that leaves a closed facility, and a plan may not. So where the best design is no plan
  /// as it was found, its operation is solved once more, exactly; that takes time, and is done until one is kept.
  func keepBest() {
    guard let kept, kept.isEmpty, let best, hardened != best.design else { return }
    hardened = best.design
    evaluate(best.design, tolerance: gap / 20)
  }
}
