import FigureDrawing
import Findings

/// What the template `plan.mustache` shows of one plan: the names are those of the template.
struct PlanView {
  /// Figures about one subject, under a heading.
  struct Group {
    /// Its anchor is the same for all plans.
    let section: SectionView
    /// The bridges, in the group of costs; else none.
    var bridges: BridgeChoice?
  }

  /// The bridges to the plan and the list of what they start from.
  struct BridgeChoice {
    /// An entry of the list, with its figure.
    struct Entry {
      let key: String
      let start: String
      let isHidden: Bool
      let figure: FigureView
    }

    let entries: [Entry]
    /// Whether there is more than one. It is stored, for the template sees nothing else.
    let hasChoice: Bool

    init(entries: [Entry]) {
      self.entries = entries
      hasChoice = entries.count > 1
    }
  }

  /// A table of the appendix.
  struct Table {
    let file: String
    let title: String
    let rows: String
    /// Finished markup: the table's text made inert, its lines kept.
    let lines: String
  }

  let number: Int
  let position: Int
  let name: String
  let cards: [Section.Card]
  let sentences: [String]
  var groups: [Group]
  let tables: [Table]
  let tablesTitle: String

  /// With the first bridge alone: a page opens with as little as it needs, and the others come with the packed plan.
  var atFirst: PlanView {
    var view = self
    for index in view.groups.indices {
      if let first = view.groups[index].bridges?.entries.first {
        view.groups[index].bridges = BridgeChoice(entries: [first])
      }
    }
    return view
  }

  /// A link to each subject, and to the tables.
  var links: [PageView.Link] {
    guard !groups.isEmpty else { return [] }
    return groups.map { PageView.Link(id: $0.section.id, title: $0.section.title) }
      + [PageView.Link(id: "tables", title: "Data tables")]
  }

  /// The fragment as HTML.
  func html() throws -> String {
    try PageTemplate.render(self, template: PackageResources.plan_mustache)
  }
}
