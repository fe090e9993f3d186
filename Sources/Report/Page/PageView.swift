import FigureDrawing

/// What the template shows, as texts: the names are those of `report.mustache`.
struct PageView {
  /// A number of the head.
  struct Card {
    let label: String
    let value: String
    let detail: String
  }

  /// A plan with its sentences and figures.
  struct Point {
    let position: Int
    let number: Int
    let name: String
    let label: String
    let isHidden: Bool
    let cards: [Card]
    let sentences: [String]
    let figures: [FigureView]
  }

  /// A section about one analysis.
  struct Section {
    let id: String
    let title: String
    let sentences: [String]
    let figures: [FigureView]
  }

  /// A line of the assumptions.
  struct Assumption {
    let name: String
    let text: String
  }

  let styles: String
  let script: String
  let definitions: String
  let title: String
  let question: String
  let finding: String
  let opening: [String]
  let frontier: FigureView?
  let hasChoice: Bool
  let last: Int
  let chosen: Int
  let chosenLabel: String
  let points: [Point]
  let sections: [Section]
  let assumptions: [Assumption]
  let scenarios: String?
  let broken: String?
  let statistics: String
  let fingerprint: String
}
