import Findings
import FigureDrawing

/// A comparison in words, tables and figures, for a terminal and for a page.
struct Document {
  /// A part of the document.
  struct Section {
    var title: String
    var sentences: [String] = []
    var cards: [Card] = []
    var blocks: [Block] = []
  }

  /// A number of the head of a section.
  struct Card {
    let label: String
    let value: String
    let detail: String
  }

  /// What stands in a section.
  enum Block {
    /// A table that is read as it is.
    case table(title: String, Table, note: String)
    /// A figure; on a terminal its table stands in its place where `isInText`.
    case figure(Figure, isInText: Bool)
  }

  let title: String
  let question: String
  let finding: String
  var opening: [String] = []
  var sections: [Section] = []
  /// Words that the document uses, with what they mean.
  var definitions: [(name: String, text: String)] = []
}
