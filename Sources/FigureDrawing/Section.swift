package import Findings

/// A part of a page or of a text: what was found, in a title and sentences, and what shows it.
package struct Section {
  /// A number that stands out.
  package struct Card {
    package let label: String
    package let value: String
    package let detail: String

    package init(label: String, value: String, detail: String) {
      self.label = label
      self.value = value
      self.detail = detail
    }
  }

  /// What stands in it.
  package enum Block {
    /// A table that is read as it is.
    case table(title: String, Table, note: String)
    /// A figure; on a terminal its table stands in its place where `isInText`.
    case figure(Figure, isInText: Bool)
  }

  /// Its anchor in the page: `stress`, `premium` and so on; empty where the page counts its parts.
  package let id: String
  /// What was found, as a sentence without its full stop, or what it is about.
  package var title: String
  package var sentences: [String]
  package var cards: [Card]
  package var blocks: [Block]

  package init(
    id: String = "", title: String, sentences: [String] = [], cards: [Card] = [],
    blocks: [Block] = []
  ) {
    self.id = id
    self.title = title
    self.sentences = sentences
    self.cards = cards
    self.blocks = blocks
  }

  /// A section of figures.
  package init(id: String = "", title: String, sentences: [String] = [], figures: [Figure]) {
    self.init(
      id: id, title: title, sentences: sentences,
      blocks: figures.map { .figure($0, isInText: false) })
  }

  /// Its figures, in order.
  package var figures: [Figure] {
    blocks.compactMap { if case .figure(let figure, _) = $0 { figure } else { nil } }
  }
}

/// A word, or a question of the small print, and what it means.
package struct Definition: Equatable {
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
