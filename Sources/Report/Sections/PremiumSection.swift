import FigureDrawing
import Findings
import Premium

/// The premium of resilience: what each step along the frontier costs, buys, and when it pays.
struct PremiumSection {
  let index: ReportIndex
  let record: PremiumRecord

  /// The section; `nil` for a frontier of one point, which has no step.
  var section: Section? {
    guard !record.steps.isEmpty else { return nil }
    let words = PremiumWords(index: index, record: record)
    return Section(
      id: PremiumRecord.name, title: words.title, sentences: words.sentences,
      figures: [PremiumFigure(index: index, record: record).figure()])
  }
}
