import Findings

/// A section as templates show it: the names are theirs.
package struct SectionView {
  /// A figure or a table; of the two one is there.
  package struct Block {
    package let figure: FigureView?
    package let table: Table?
  }

  /// A table; `body` is finished markup.
  package struct Table {
    package let title: String
    package let body: String
    package let note: String
  }

  package let id: String
  package let title: String
  package let sentences: [String]
  package let cards: [Section.Card]
  package let blocks: [Block]

  /// - Parameters:
  ///   - id: its anchor in the page.
  ///   - suffix: what tells the anchor of a figure from others of its kind, by its index among the blocks.
  package init(_ section: Section, id: String, suffix: (_ index: Int) -> String) {
    self.id = id
    title = section.title
    sentences = section.sentences
    cards = section.cards
    blocks = section.blocks.enumerated().map { index, block in
      switch block {
      case .figure(let figure, _):
        Block(figure: FigureView(figure, suffix: suffix(index)), table: nil)
      case .table(let title, let table, let note):
        Block(figure: nil, table: Table(title: title, body: table.html, note: note))
      }
    }
  }
}
