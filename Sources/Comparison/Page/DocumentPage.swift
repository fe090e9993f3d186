import FigureDrawing

extension Document {
  /// The document as one HTML file that asks for nothing else.
  func page(style: ReportStyle = ReportStyle()) throws -> String {
    try PageTemplate.render(
      PageView(self, style: style), template: PackageResources.comparison_mustache)
  }
}

/// What the template shows, as texts: the names are those of `comparison.mustache`.
struct PageView {
  /// A part of the page.
  struct Section {
    let id: String
    let title: String
    let sentences: [String]
    let cards: [Document.Card]
    let blocks: [Block]
  }

  /// A figure or a table; of the two one is there.
  struct Block {
    let figure: FigureView?
    let table: Table?
  }

  /// A table; `body` is finished markup.
  struct Table {
    let title: String
    let body: String
    let note: String
  }

  /// A word and its meaning.
  struct Definition {
    let name: String
    let text: String
  }

  let styles: String
  let logo: String?
  let title: String
  let question: String
  let finding: String
  let opening: [String]
  let sections: [Section]
  let definitions: [Definition]

  /// Whether there are so many parts that a list of them helps.
  let hasContents: Bool

  init(_ document: Document, style: ReportStyle) {
    styles =
      PageTemplate.styles + String(decoding: PackageResources.comparison_css, as: UTF8.self)
      + style.css
    logo = style.logo
    title = style.title ?? document.title
    question = document.question
    finding = document.finding
    opening = document.opening
    sections = document.sections.enumerated().map { index, section in
      Section(
        id: "part-\(index + 1)", title: section.title, sentences: section.sentences,
        cards: section.cards,
        blocks: section.blocks.enumerated().map { number, block in
          switch block {
          case .figure(let figure, _):
            Block(
              figure: FigureView(figure, suffix: "-\(index + 1)-\(number + 1)"), table: nil)
          case .table(let title, let table, let note):
            Block(figure: nil, table: Table(title: title, body: table.html, note: note))
          }
        })
    }
    hasContents = sections.count > 2
    definitions = document.definitions.map { Definition(name: $0.name, text: $0.text) }
  }
}
