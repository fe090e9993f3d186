import FigureDrawing

/// What the template `plan.mustache` shows of one plan: the names are those of the template.
struct PlanView {
  /// Figures about one subject, under a heading.
  struct Group {
    /// Its anchor, the same for all plans.
    let id: String
    let title: String
    let sentences: [String]
    let figures: [FigureView]
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

    let hasChoice: Bool
    let compare = say("Compare with")
    let entries: [Entry]
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
  let cards: [PageView.Card]
  let sentences: [String]
  let groups: [Group]
  let tables: [Table]
  let tablesTitle: String

  /// The fragment as HTML.
  func html() throws -> String {
    try PageTemplate.render(self, template: PackageResources.plan_mustache)
  }
}
