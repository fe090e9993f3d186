import FigureDrawing
import SupplyPlan

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

  /// A link to a part of the page.
  struct Link {
    let id: String
    let title: String
  }

  /// The list of the page's parts.
  struct Contents {
    let links: [Link]

    /// `nil` for a page with less than two sections about analyses, which needs no list.
    init?(_ sections: [FindingSection], _ input: ReportInput) {
      guard sections.count > 1 else { return nil }
      var links = sections.map { Link(id: $0.id, title: $0.title) }
      if input.frontier?.points.isEmpty == false {
        links.insert(Link(id: "frontier", title: "The frontier and its plans"), at: 0)
      } else if !input.plans.isEmpty {
        links.insert(Link(id: "plan-1", title: "The plan"), at: 0)
      }
      self.links = links + [Link(id: "assumptions", title: "Assumptions and sources")]
    }
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
  let finding: String?
  let opening: [String]
  let contents: Contents?
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
  let statistics: String?
  let fingerprint: String
}
